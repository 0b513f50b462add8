import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A form that was sent after its sender's session had ended: one a person, for an hour, until they are back. */
export const keptForms = sqliteTable('kept_forms', {
  /** Whose it is, as a pseudonym (accounts/who.ts). */
  who: text('who').primaryKey(),
  /** Where it was sent to, and the page that holds the form. */
  path: text('path').notNull(),
  page: text('page').notNull(),
  fields: text('fields', { mode: 'json' }).$type<[string, string][]>().notNull(),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
})
