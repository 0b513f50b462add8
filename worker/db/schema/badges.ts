import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import { users } from './accounts.ts'

/** One learner's badge; a path's badge has `path:` and the path's id for its course. The id is 128 random bits and the public address of the proof page. */
export const awards = sqliteTable(
  'awards',
  {
    id: text('id').primaryKey(),
    /** null: the account ran out, and the badge stays by itself until `keptUntil`. */
    learner: text('learner').references(() => users.id, { onDelete: 'cascade' }),
    badge: text('badge').notNull(),
    course: text('course').notNull(),
    courseVersion: text('course_version').notNull(),
    attempt: text('attempt').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** The day in Europe/Stockholm: all that a manager may be told. */
    day: text('day').notNull(),
    /** The learner took it back: nobody else sees it until it is published again. */
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
    /** The secret of the mailed link, made when the first mail with it is written; it goes with the account. */
    returnKey: text('return_key'),
    /** Of one that stays by itself: its end, and the hash of the secret with which its holder takes it back. */
    keptUntil: integer('kept_until', { mode: 'timestamp_ms' }),
    returnHash: text('return_hash'),
    /** It came with another account of the same person: for every company it is earlier, whatever its day. */
    mergedAt: integer('merged_at', { mode: 'timestamp_ms' }),
    /** The award of the same badge that it counts together with, where two accounts of one person had one each. */
    sameAs: text('same_as'),
  },
  (table) => [
    uniqueIndex('awards_once')
      .on(table.learner, table.badge)
      .where(sql`same_as is null`),
    index('awards_course').on(table.learner, table.course),
    index('awards_kept')
      .on(table.keptUntil)
      .where(sql`kept_until is not null`),
  ],
)

/** What a badge stood for at one course version, in words: an award keeps its meaning when the course changes. */
export interface Achievement {
  name: InBoth<string>
  /** Of the course, or of the path. */
  title: InBoth<string>
  /** The badge's picture: a cell such as `CHK-2`, or `path-employee`. */
  picture: string
  /** Of the badge test; none for a path, which needs the badges in `courses`. */
  test?: { questions: number; passMark: number; pool: number; lessons: number }
  courses: string[]
  outcomes: ({ id: string } & InBoth<string>)[]
  alignments: { framework: string; code: string; name: InBoth<string> }[]
}

/** Kept for ever, written at start and deploy. The words of a version may be mended; its meaning is the version. */
export const achievements = sqliteTable(
  'achievements',
  {
    badge: text('badge').notNull(),
    version: text('version').notNull(),
    content: text('content', { mode: 'json' }).$type<Achievement>().notNull(),
    firstSeenAt: integer('first_seen_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.badge, table.version] }),
    index('achievements_newest').on(table.badge, table.firstSeenAt),
  ],
)
