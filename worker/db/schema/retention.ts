import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'

/**
 * An account that nobody has used for so long that letters say it is about to go. A session that begins or is used takes
 * the row away: a trigger sees to it.
 */
export const absences = sqliteTable(
  'absences',
  {
    learner: text('learner')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** When the letters were written; null: not yet. */
    firstAt: integer('first_at', { mode: 'timestamp_ms' }).notNull(),
    lastAt: integer('last_at', { mode: 'timestamp_ms' }),
    /** The day in Sweden that the newest letter names, YYYY-MM-DD: the account does not go before. */
    goesOn: text('goes_on').notNull(),
  },
  (table) => [index('absences_day').on(table.goesOn)],
)

/** Random ids of accounts that ran out, rather than being erased by somebody: their published badges stay. */
export const lapses = sqliteTable(
  'lapses',
  {
    account: text('account').primaryKey(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('lapses_at').on(table.at)],
)

/** How far a clock has come that looks at people in the order in which they were last here. */
export const retentionCursors = sqliteTable('retention_cursors', {
  clock: text('clock').primaryKey(),
  seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
  learner: text('learner').notNull(),
})
