import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { statement } from '../db/statement.ts'
import { awards } from '../db/schema/badges.ts'

/** Awards the badge once, and only where `passed` holds when the batch runs. */
export function recordAward(
  db: Database,
  award: {
    id: string
    learner: string
    badge: string
    course: string
    courseVersion: string
    attempt: string
    at: Date
    day: string
  },
  passed: SQL,
) {
  return db.run(sql`insert into ${awards} (id, learner, badge, course, course_version, attempt, at, day)
    select ${award.id}, ${award.learner}, ${award.badge}, ${award.course}, ${award.courseVersion}, ${award.attempt},
      ${award.at.getTime()}, ${award.day}
    where ${passed}
    on conflict do nothing`)
}

/** Takes a badge back from the public, or gives it again. The first time counts. */
export function recordWithdrawal(db: Database, { id, learner, at }: { id: string; learner: string; at: Date }) {
  return db
    .update(awards)
    .set({ withdrawnAt: at })
    .where(and(eq(awards.id, id), eq(awards.learner, learner), isNull(awards.withdrawnAt)))
}

export function recordPublication(db: Database, { id, learner }: { id: string; learner: string }) {
  return db
    .update(awards)
    .set({ withdrawnAt: null })
    .where(and(eq(awards.id, id), eq(awards.learner, learner)))
}

export const selectAwardOf = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ id: awards.id, day: awards.day, withdrawnAt: awards.withdrawnAt })
    .from(awards)
    .where(and(eq(awards.learner, learner), eq(awards.course, course))),
)

/** Awards a path's badge once, where the learner holds a badge of every step when the batch runs. */
export function recordPathAward(
  db: Database,
  award: { id: string; learner: string; badge: string; course: string; version: string; at: Date; day: string },
  steps: string[][],
) {
  const held = steps.map(
    (step) => sql`exists (select 1 from ${awards} where learner = ${award.learner}
      and course in (select value from json_each(${JSON.stringify(step)})))`,
  )
  return recordAward(db, { ...award, courseVersion: award.version, attempt: '' }, sql.join(held, sql` and `))
}
