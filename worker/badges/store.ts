import { and, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { type Slots, statement } from '../db/statement.ts'
import { awards } from '../db/schema/badges.ts'
import { isAfterCursor } from '../progress/store.ts'

const awardSlots = ['id', 'learner', 'badge', 'course', 'courseVersion', 'attempt', 'at', 'day'] as const

interface Award {
  id: string
  learner: string
  badge: string
  course: string
  courseVersion: string
  attempt: string
  at: Date
  day: string
}

/** Awards the badge once, and only where `passed` holds when the batch runs. Made once for a condition. */
export function awardWhere(passed: (slots: Slots<'learner' | 'attempt'>) => SQL) {
  const insert = statement(awardSlots, (db, slots) => db.run(insertAward(slots, passed(slots))))
  return (db: Database, award: Award) => insert(db, { ...award, at: award.at.getTime() })
}

function insertAward(award: Record<(typeof awardSlots)[number], Placeholder | string | number>, passed: SQL): SQL {
  return sql`insert into ${awards} (id, learner, badge, course, course_version, attempt, at, day)
    select ${award.id}, ${award.learner}, ${award.badge}, ${award.course}, ${award.courseVersion}, ${award.attempt},
      ${award.at}, ${award.day}
    where ${passed}
    on conflict do nothing`
}

/** Takes a badge back from the public, or gives it again. The first time counts. */
export function recordWithdrawal(db: Database, { id, learner, at }: { id: string; learner: string; at: Date }) {
  return db
    .update(awards)
    .set({ withdrawnAt: sql`coalesce(withdrawn_at, ${at.getTime()})` })
    .where(and(eq(awards.id, id), eq(awards.learner, learner)))
    .returning({ id: awards.id })
}

export function recordPublication(db: Database, { id, learner }: { id: string; learner: string }) {
  return db
    .update(awards)
    .set({ withdrawnAt: null })
    .where(and(eq(awards.id, id), eq(awards.learner, learner)))
    .returning({ id: awards.id })
}

export const selectAwardOf = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ id: awards.id, day: awards.day, withdrawnAt: awards.withdrawnAt })
    .from(awards)
    .where(and(eq(awards.learner, learner), eq(awards.course, course))),
)

/** Who comes next in looking at a path again: learners with any badge. */
export function nextHolders(subject: string, most: number) {
  return sql`(select distinct learner from ${awards} where ${isAfterCursor(subject)} order by learner limit ${most})`
}

/** Everybody with any badge. */
export const allHolders = sql`(select distinct learner from ${awards})`

/** Who of these lacks a path's badge and holds one of every step. */
export function selectPathEarners(db: Database, path: { badge: string; steps: string[][] }, holders: SQL) {
  const learner = sql`s.learner`.mapWith(awards.learner)
  return db
    .select({ learner })
    .from(sql`${holders} s`)
    .where(
      and(
        sql`not exists (select 1 from ${awards} where ${awards.learner} = ${learner} and ${awards.badge} = ${path.badge})`,
        ...path.steps.map((step) => holdsOneOf(learner, step)),
      ),
    )
}

function holdsOneOf(learner: SQL, step: string[]) {
  return sql`exists (select 1 from ${awards} a where a.learner = ${learner}
    and a.course in (select value from json_each(${JSON.stringify(step)})))`
}

/** Awards a path's badge once, where the learner holds a badge of every step when the batch runs. */
export function recordPathAward(
  db: Database,
  award: { id: string; learner: string; badge: string; course: string; version: string; at: Date; day: string },
  steps: string[][],
) {
  const held = steps.map((step) => holdsOneOf(sql`${award.learner}`, step))
  const values = { ...award, courseVersion: award.version, attempt: '', at: award.at.getTime() }
  return db.run(insertAward(values, sql.join(held, sql` and `)))
}
