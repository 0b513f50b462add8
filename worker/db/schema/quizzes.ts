import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import type { Chosen, DraftAnswer } from '../../questions/given.ts'
import { users } from './accounts.ts'
import { questionVersions } from './courses.ts'

const learner = () =>
  text('learner')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** How sure somebody was of an answer, before it was marked: theirs alone, told to no company and in no figures. */
export const confidences = ['guess', 'fairly', 'sure'] as const
export type Confidence = (typeof confidences)[number]

/** Which of the Swedish texts was shown; null before there were two. */
const textShown = () => text('text', { enum: ['usual', 'easy'] })

/** Practice answers: append-only facts with an id made by the client or printed in the form. */
export const answers = sqliteTable(
  'answers',
  {
    learner: learner(),
    id: text('id').notNull(),
    course: text('course').notNull(),
    lesson: text('lesson').notNull(),
    question: text('question').notNull(),
    version: text('version')
      .notNull()
      .references(() => questionVersions.version),
    chosen: text('chosen', { mode: 'json' }).$type<Chosen>().notNull(),
    correct: integer('correct', { mode: 'boolean' }).notNull(),
    locale: text('locale', { enum: ['sv', 'en'] }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    confidence: text('confidence', { enum: confidences }),
    /** How many hints were open; null where nobody could tell, as without scripts. */
    hints: integer('hints'),
    text: textShown(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.id] }),
    index('answers_question').on(table.course, table.question),
  ],
)

/** The newest answer per question, so that a page reads as many rows as it has questions, however much was practised. */
export const latestAnswers = sqliteTable(
  'latest_answers',
  {
    learner: learner(),
    course: text('course').notNull(),
    question: text('question').notNull(),
    lesson: text('lesson').notNull(),
    answer: text('answer').notNull(),
    version: text('version')
      .notNull()
      .references(() => questionVersions.version),
    chosen: text('chosen', { mode: 'json' }).$type<Chosen>().notNull(),
    correct: integer('correct', { mode: 'boolean' }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    confidence: text('confidence', { enum: confidences }),
    /** Of the very first answer, which alone tells whether the feeling was right: whoever has seen the reasons is sure. */
    firstConfidence: text('first_confidence', { enum: confidences }),
    firstCorrect: integer('first_correct', { mode: 'boolean' }),
  },
  (table) => [primaryKey({ columns: [table.learner, table.course, table.question] })],
)

/** One drawn question of an attempt: the version drawn and the order in which its options were shown. */
export interface DrawnQuestion {
  question: string
  version: string
  order: number[]
  /** The voided one in whose place it stands, for a form that was open meanwhile. */
  instead?: DrawnQuestion
}

/** By question id; what is unanswered is left out. */
export type AttemptAnswers = Record<string, Chosen>

/** What stood in the form when it was left, by question id. */
export type Draft = Record<string, DraftAnswer>

export const attempts = sqliteTable(
  'attempts',
  {
    learner: learner(),
    id: text('id').notNull(),
    course: text('course').notNull(),
    courseVersion: text('course_version').notNull(),
    drawn: text('drawn', { mode: 'json' }).$type<DrawnQuestion[]>().notNull(),
    /** What was chosen so far, kept so that the test can be left and resumed. Blank once submitted. */
    draft: text('draft', { mode: 'json' }).$type<Draft>(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    /** Set at submission, or when the 24 hours have passed and another attempt is opened. */
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.id] }),
    uniqueIndex('attempts_one_open')
      .on(table.learner, table.course)
      .where(sql`closed_at is null`),
    index('attempts_course').on(table.learner, table.course, table.openedAt),
  ],
)

/** A submitted badge test with its marking. Append-only; at most one per attempt. */
export const submissions = sqliteTable(
  'submissions',
  {
    learner: learner(),
    attempt: text('attempt').notNull(),
    course: text('course').notNull(),
    answers: text('answers', { mode: 'json' }).$type<AttemptAnswers>().notNull(),
    score: integer('score').notNull(),
    passed: integer('passed', { mode: 'boolean' }).notNull(),
    locale: text('locale', { enum: ['sv', 'en'] }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    text: textShown(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.attempt] }),
    index('submissions_course').on(table.learner, table.course, table.at),
    // In the order in which voided questions are looked for.
    index('submissions_in_time').on(table.course, table.at, table.learner, table.attempt),
  ],
)

/**
 * A voided question of a test that was handed in: it counts as right from here on, and this is the score with it. The
 * submission stays as it was; the newest row, which is the highest score, is what the test came to. Append-only.
 */
export const remarkings = sqliteTable(
  'remarkings',
  {
    learner: learner(),
    attempt: text('attempt').notNull(),
    course: text('course').notNull(),
    question: text('question').notNull(),
    score: integer('score').notNull(),
    passed: integer('passed', { mode: 'boolean' }).notNull(),
    /** As learners are told it, whatever course.yml says later. */
    reason: text('reason', { mode: 'json' }).$type<InBoth<string>>().notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.attempt, table.question] }),
    foreignKey({
      columns: [table.learner, table.attempt],
      foreignColumns: [submissions.learner, submissions.attempt],
    }).onDelete('cascade'),
    index('remarkings_course').on(table.course, table.question),
  ],
)
