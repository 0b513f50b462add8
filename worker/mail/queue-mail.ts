import type { SQL } from 'drizzle-orm'

import { randomId } from '../chance.ts'
import type { Locale } from '../../formats/catalogue/catalogue.ts'
import type { Database } from '../db/client.ts'
import { insertMail, insertMails } from './store.ts'

export interface NewMail {
  to: string
  subject: string
  /** Plain text. */
  text: string
  locale: Locale
  now: Date
  /** When the mail is of no more use: it is not sent after this, and its words are blanked. */
  expiresAt: Date
}

/** The statement that puts a mail into the outbox, for the batch of what caused it. Then: `visit.later(sendMails(visit))`. */
export function queueMail(db: Database, { to, subject, text, locale, now, expiresAt }: NewMail) {
  return insertMail(db, {
    id: randomId(),
    recipient: to,
    subject,
    body: text,
    locale,
    createdAt: now,
    expiresAt,
    dueAt: now,
  })
}

export interface NewMails extends Omit<NewMail, 'to'> {
  /** A query for the addresses, as `email`: the statement decides by it whether a mail is due, and to whom. */
  recipients: SQL
  /** Nothing of it is kept once it was sent. */
  isLast?: boolean
}

/** The same mail to everybody whom a query names. */
export function queueMails(db: Database, { recipients, text, now, isLast = false, ...mail }: NewMails) {
  return insertMails(db, recipients, { ...mail, body: text, createdAt: now, dueAt: now, isLast })
}
