import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Forms that were sent after their sender's session had ended: a few a person, for an hour, until they are back. */
export const keptForms = sqliteTable(
  'kept_forms',
  {
    id: text('id').primaryKey(),
    /** Whose it is, as a pseudonym (accounts/who.ts). */
    who: text('who').notNull(),
    /** Which form it is (kept-forms/rules.ts). */
    kind: text('kind').notNull(),
    /** Where it was sent to, and the page that holds the form. */
    path: text('path').notNull(),
    page: text('page').notNull(),
    fields: text('fields', { mode: 'json' }).$type<[string, string][]>().notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** When it was sent again; pressed twice it goes twice, later not. */
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('kept_forms_who').on(table.who)],
)
