import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'

const learner = () =>
  text('learner')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** A lesson is done when its practice questions are answered. Written once, with the version it was earned on. */
export const lessonCompletions = sqliteTable(
  'lesson_completions',
  {
    learner: learner(),
    course: text('course').notNull(),
    lesson: text('lesson').notNull(),
    version: text('version').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learner, table.course, table.lesson] })],
)

export const courseCompletions = sqliteTable(
  'course_completions',
  {
    learner: learner(),
    course: text('course').notNull(),
    version: text('version').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** The day in Europe/Stockholm, `2026-11-23`: all that a manager may be told. */
    day: text('day').notNull(),
    /** It came with another account of the same person: for every company it is earlier, whatever its day. */
    mergedAt: integer('merged_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.learner, table.course] })],
)

/** A learner under way in a course: when it began and when something was last done. One row, so that a team page stays small. */
export const courseStarts = sqliteTable(
  'course_starts',
  {
    learner: learner(),
    course: text('course').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    lastAt: integer('last_at', { mode: 'timestamp_ms' }).notNull(),
    /** All of it came with another account of the same person; null again when something is done in it since. */
    mergedAt: integer('merged_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.learner, table.course] })],
)

/** What a course or a path asked when its learners were last looked at again: a change of it may make somebody done. */
export const requirements = sqliteTable('requirements', {
  /** A course's id, or `path:` and a path's. */
  subject: text('subject').primaryKey(),
  /** As JSON: lessons with their questions, or steps. */
  asked: text('asked').notNull(),
  /** The last learner who was looked at, in the order of ids; null when all were. */
  cursor: text('cursor'),
})
