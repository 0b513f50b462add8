import { and, eq, isNotNull, isNull, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { type Slots, statement } from '../db/statement.ts'
import { achievements, awards } from '../db/schema/badges.ts'
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

/** Keeps the key of each badge; one that has its own already goes on with that. */
export function keepReturnKeys(db: Database, learner: string, keys: { award: string; key: string }[]) {
  const key = sql`(select k.value ->> 'key' from json_each(${JSON.stringify(keys)}) k
    where k.value ->> 'award' = ${awards.id})`
  return db
    .update(awards)
    .set({ returnKey: key })
    .where(and(eq(awards.learner, learner), sql`${fitKey('return_key')} is null`, sql`${key} is not null`))
}

/** A column's key, null for what is none: a link with it would lead nowhere. */
function fitKey(column: string): SQL {
  const at = sql.raw(column)
  return sql`case when typeof(${at}) = 'text' and length(${at}) = 32 and ${at} not glob '*[^0-9a-f]*' then ${at} end`
}

/**
 * The badges that others can see of an account that a query names by `learner`, an expression of it, in one field. Columns
 * by their own names: among the fields of a select from one table drizzle leaves out whose they are, and a comparison of
 * two of one name would hold for everybody.
 */
export function publishedOf(learner: SQL) {
  return sql<Published[]>`(select json_group_array(json_object('id', a.id, 'returnKey', ${fitKey('a.return_key')}))
    from ${awards} a where a.learner = ${learner} and a.withdrawn_at is null)`.mapWith(
    (stored: string) => JSON.parse(stored) as Published[],
  )
}

interface Published {
  id: string
  returnKey: string | null
}

/**
 * Lets the badges that others can see stay when their account goes, by themselves and with the day alone. `hashes`: of
 * each badge's key, by the award's id.
 */
export function keepAwards(db: Database, learner: string, kept: { until: Date; hashes: [string, string][] }) {
  const hash = sql`(select h.value ->> 1 from json_each(${JSON.stringify(kept.hashes)}) h
    where h.value ->> 0 = ${awards.id})`
  return db
    .update(awards)
    .set({
      learner: null,
      attempt: '',
      at: sql`coalesce(unixepoch(${awards.day}) * 1000, 0)`,
      keptUntil: kept.until,
      returnKey: null,
      returnHash: hash,
    })
    .where(and(eq(awards.learner, learner), isNull(awards.withdrawnAt)))
}

/** Somebody's badges that others can see. */
export function selectPublished(db: Database, learner: string) {
  return db
    .select({ id: awards.id, returnKey: sql<string | null>`${fitKey('return_key')}` })
    .from(awards)
    .where(and(eq(awards.learner, learner), isNull(awards.withdrawnAt)))
}

/** Badges that have stayed by themselves for as long as they may: a trigger revokes them. */
export function deleteKeptTooLong(db: Database, now: Date) {
  return db.delete(awards).where(and(isNotNull(awards.keptUntil), lte(awards.keptUntil, now)))
}

/** A badge that its holder may take back with a link; `returnHash` is null while its account is there. */
export function selectReturnable(db: Database, award: string) {
  return db
    .select({ returnKey: awards.returnKey, returnHash: awards.returnHash, achievement: achievements.content })
    .from(awards)
    .innerJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
    .where(
      and(
        eq(awards.id, award),
        isNull(awards.withdrawnAt),
        or(isNotNull(awards.learner), isNotNull(awards.returnHash)),
      ),
    )
}

export function deleteKeptAward(db: Database, award: string, returnHash: string) {
  return db.delete(awards).where(and(eq(awards.id, award), isNull(awards.learner), eq(awards.returnHash, returnHash)))
}

export const selectAwardOf = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ id: awards.id, day: awards.day, withdrawnAt: awards.withdrawnAt })
    .from(awards)
    .where(and(eq(awards.learner, learner), eq(awards.course, course), isNull(awards.sameAs))),
)

/** Who comes next in looking at a path again: learners with any badge. */
export function nextHolders(subject: string, most: number) {
  return sql`(select distinct learner from ${awards} where learner is not null and ${isAfterCursor(subject)} order by learner limit ${most})`
}

/** Everybody with any badge. */
export const allHolders = sql`(select distinct learner from ${awards} where learner is not null)`

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

/** True in SQL of a learner with the badge of one of these courses. */
export function holdsOneOf(learner: SQL, step: string[]) {
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
