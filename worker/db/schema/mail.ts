import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'

/**
 * The outbox. A row is written in the batch that caused it; body and subject are blanked when the mail was sent, was
 * refused for good, or has expired.
 */
export const mails = sqliteTable(
  'mails',
  {
    /** Also the local part of the Message-ID, so that a second delivery can be recognised. */
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    locale: text('locale', { enum: ['sv', 'en'] }).notNull(),
    /** One of worker/mail/rules.ts. */
    kind: text('kind').notNull().default('notice'),
    /** Who goes first: 0 codes, 1 receipts and notices, 2 letters. */
    lane: integer('lane').notNull().default(1),
    /** Whose account the mail is about, where it is about one. */
    owner: text('owner').references(() => users.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    tries: integer('tries').notNull().default(0),
    /** Not to be tried again before this; also the end of the lease of whoever is sending it. */
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    /** A server said no for good: it is not tried again. */
    refusedAt: integer('refused_at', { mode: 'timestamp_ms' }),
    /** The row goes with the sending: the last mail to somebody who is not here any more. */
    isLast: integer('is_last', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    // Only what still has words waits: however many were sent, or expired, nobody reads them to find what is due.
    index('mails_waiting')
      .on(table.lane, table.dueAt)
      .where(sql`body <> ''`),
    index('mails_worded')
      .on(table.expiresAt)
      .where(sql`body <> ''`),
    index('mails_expires').on(table.expiresAt),
    index('mails_recipient').on(table.recipient, table.createdAt),
    index('mails_owner').on(table.owner, table.kind),
  ],
)

/** A yes to letters of one kind, and when it was taken back. Without a row nobody gets any. */
export const mailConsents = sqliteTable(
  'mail_consents',
  {
    learner: text('learner')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    givenAt: integer('given_at', { mode: 'timestamp_ms' }).notNull(),
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.learner, table.kind] })],
)

/** An address that mail does not reach, or whose reader called a mail of ours unwanted: it gets no letters. */
export const bounces = sqliteTable('bounces', {
  email: text('email').primaryKey(),
  kind: text('kind', { enum: ['refused', 'bounced', 'complained'] }).notNull(),
  /** The day in Sweden, YYYY-MM-DD. */
  day: text('day').notNull(),
})
