import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { questionVersions } from './courses.ts'

/** What somebody says is wrong with a question. Who said it is not kept. */
export const remarks = sqliteTable(
  'remarks',
  {
    /** Printed in the form, so that pressing twice says it once. */
    id: text('id').primaryKey(),
    course: text('course').notNull(),
    question: text('question').notNull(),
    version: text('version')
      .notNull()
      .references(() => questionVersions.version),
    /** A lesson's practice, by its id, or the badge test. */
    page: text('page').notNull(),
    locale: text('locale', { enum: ['sv', 'en'] }).notNull(),
    text: text('text').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** When an author had dealt with it. */
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('remarks_newest').on(table.at, table.id)],
)
