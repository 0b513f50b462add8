import { randomId } from '../chance.ts'
import type { Locale } from '../courses/catalogue.ts'
import type { Database } from '../db/client.ts'
import { insertMail } from './store.ts'

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
