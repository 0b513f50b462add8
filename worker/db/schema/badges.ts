import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'

/** One learner's badge. The id is 128 random bits and the public address of the proof page. */
export const awards = sqliteTable(
  'awards',
  {
    id: text('id').primaryKey(),
    learner: text('learner')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    badge: text('badge').notNull(),
    course: text('course').notNull(),
    courseVersion: text('course_version').notNull(),
    attempt: text('attempt').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** The day in Europe/Stockholm: all that a manager may be told. */
    day: text('day').notNull(),
  },
  (table) => [
    uniqueIndex('awards_once').on(table.learner, table.badge),
    index('awards_course').on(table.learner, table.course),
  ],
)
