import { and, eq, type SQL, sql } from 'drizzle-orm'

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

export const selectAwardOf = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ id: awards.id, day: awards.day })
    .from(awards)
    .where(and(eq(awards.learner, learner), eq(awards.course, course))),
)

/** What the public proof page may know: nothing about the person. */
export async function findAward(db: Database, id: string) {
  const [award] = await db
    .select({
      id: awards.id,
      course: awards.course,
      courseVersion: awards.courseVersion,
      day: awards.day,
      badge: awards.badge,
    })
    .from(awards)
    .where(eq(awards.id, id))
  return award
}
