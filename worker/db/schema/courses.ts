import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Question } from '../../../formats/catalogue/catalogue.ts'

/** Every version of every question that was ever served, for ever: an old attempt is marked and shown as it was drawn. */
export const questionVersions = sqliteTable(
  'question_versions',
  {
    version: text('version').primaryKey(),
    course: text('course').notNull(),
    question: text('question').notNull(),
    keyHash: text('key_hash').notNull(),
    content: text('content', { mode: 'json' }).$type<Question>().notNull(),
    firstSeenAt: integer('first_seen_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('question_versions_question').on(table.course, table.question)],
)

/**
 * On which pages each version stood while it was served: a lesson's id, or `badge` for the badge test, which no lesson
 * may be called. A question that moved keeps both. What is sent from outside is believed only where it is in here.
 */
export const questionPlaces = sqliteTable(
  'question_places',
  {
    version: text('version')
      .notNull()
      .references(() => questionVersions.version),
    page: text('page').notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.page] })],
)

/** What a course consisted of in each of its versions. */
export const courseVersions = sqliteTable(
  'course_versions',
  {
    course: text('course').notNull(),
    version: text('version').notNull(),
    lessons: text('lessons', { mode: 'json' }).$type<{ id: string; questions: string[] }[]>().notNull(),
    firstSeenAt: integer('first_seen_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.course, table.version] })],
)
