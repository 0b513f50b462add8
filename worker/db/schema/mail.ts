import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The outbox. A row is written in the batch that caused it; body and subject are blanked when sent or expired. */
export const mails = sqliteTable(
  'mails',
  {
    /** Also the local part of the Message-ID, so that a second delivery can be recognised. */
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    locale: text('locale', { enum: ['sv', 'en'] }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    tries: integer('tries').notNull().default(0),
    /** Not to be tried again before this; also the end of the lease of whoever is sending it. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    /** The row goes with the sending: the last mail to somebody who is not here any more. */
    isLast: integer('is_last', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('mails_due').on(table.sentAt, table.dueAt),
    index('mails_recipient').on(table.recipient, table.createdAt),
  ],
)
