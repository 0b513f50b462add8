import type { SQL } from 'drizzle-orm'

import type { InBoth, Locale } from '../../formats/catalogue/catalogue.ts'
import type { Database } from '../db/client.ts'
import { type LetterKind, type OwnKind, placeInLine } from './rules.ts'
import { insertLetters, insertMailOfEach, insertMails, insertMailToMany } from './store.ts'

interface NewMails {
  kind: OwnKind
  /** A query for the addresses, as `email`: the statement decides by it whether a mail is due, and to whom. */
  recipients: SQL
  subject: string
  /** Plain text, which is the whole mail: worker/mail/dress-mail.ts adds nothing to it but looks. */
  text: string
  /** Of whoever caused it just now. */
  locale: Locale
  /** Whose account it is about. */
  owner?: string | undefined
  now: Date
  /** When the mail is of no more use: it is not sent after this, and its words are blanked. */
  expiresAt: Date
  /** Nothing of it is kept once it was sent. */
  isLast?: boolean
}

/**
 * The statement that puts the same mail to everybody whom a query names into the outbox, for the batch of what caused
 * it. Then: `visit.later(sendMails(visit))`.
 */
export function queueMails(db: Database, { recipients, text, now, owner, isLast = false, ...mail }: NewMails) {
  const lane = placeInLine(mail.kind)
  return insertMails(db, recipients, { ...mail, lane, owner, body: text, createdAt: now, dueAt: now, isLast })
}

/**
 * The same with a part of its own for each: the recipients are rows of `email` and `part`, which stands where the text
 * has `mark`. Whoever has an account there is the mail's owner.
 */
export function queueMailOfEach(
  db: Database,
  { recipients, text, now, ...mail }: Omit<NewMails, 'owner' | 'isLast'> & { mark: string },
) {
  const lane = placeInLine(mail.kind)
  return insertMailOfEach(db, recipients, { ...mail, lane, body: text, createdAt: now, dueAt: now })
}

interface InBothLanguages {
  /** With a recipient's `id` it names the mail: written twice it is sent once. */
  id: string
  /** Rows of `id` and `email`, from the database itself. */
  recipients: SQL
  words: InBoth<{ subject: string; text: string }>
  now: Date
  expiresAt: Date
}

interface NewMailToMany extends InBothLanguages {
  kind: OwnKind
  /** The language of whose own is not known. */
  locale: Locale
}

/** One mail to each recipient, in the language that is the recipient's; a statement for the batch of what caused it. */
export function queueMailToMany(db: Database, { kind, ...mail }: NewMailToMany) {
  return insertMailToMany(db, { ...mail, kind, lane: placeInLine(kind) })
}

/**
 * A letter to each recipient (`id` is the account's) who said yes to its kind, and whose address mail reaches. With an
 * `id` that names the week, nobody gets two of a kind in it.
 */
export function queueLetters(db: Database, { kind, ...mail }: InBothLanguages & { kind: LetterKind }) {
  return insertLetters(db, { ...mail, kind, lane: placeInLine(kind) })
}
