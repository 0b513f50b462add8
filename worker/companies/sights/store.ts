import { type Column, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { earlierShares, earlierSights, memberships } from '../../db/schema/companies.ts'

/** Since when a company sees by itself what a member does: an expression of the membership; what is older is earlier. */
export function seenSince({ joinedAt, seenFrom }: { joinedAt: Column; seenFrom: Column }): SQL {
  return sql`max(${joinedAt}, coalesce(${seenFrom}, 0))`
}

const m = alias(memberships, 'm')
/** And until when, of the membership `m`. */
const until = sql`coalesce(m.left_at, 9e15)`

/** True of a membership `m` that has ended for good. */
const isOver = sql`m.left_at is not null and m.removed_by is null and m.closed_with = 0`
const isTicked = sql`exists (select 1 from ${earlierShares} e where e.membership = m.id and e.course = s.course)`

interface Kept {
  /** Which memberships `m`. */
  who: SQL
  /** A condition on the whole statement. */
  when: SQL
}

/**
 * A statement that keeps what companies see of each course without a tick, right before memberships end that may go on, or
 * `seen_from` is set: they go on seeing that, by earlier_sights, and of all else that is older nothing. What had been seen
 * when a membership ended is known only then: afterwards a course tells no more than when it was last worked on. Of one
 * that has ended for good a tick is kept as well, for its person's own page.
 */
export function keepSights(db: Database, { who, when }: Kept) {
  const isSeen = (row: string) => sql.raw(`${row}.merged_at is null and ${row}.at >= since and ${row}.at < till`)
  const sights = sql`(select m.id, m.learner, m.left_at, m.removed_by, m.closed_with, ${seenSince(m)} as since, ${until} as till from ${memberships} m
    where ${who})`
  return db.run(sql`insert into ${earlierSights} (membership, course, done_day, award)
    select m.id, s.course, iif(${isSeen('c')}, c.day, k.done_day),
      coalesce(k.award, (select a.id from awards a where a.learner = m.learner and a.course = s.course
        and a.same_as is null and ${isSeen('a')}))
    from ${sights} m join course_starts s on s.learner = m.learner
      left join course_completions c on c.learner = m.learner and c.course = s.course
      left join ${earlierSights} k on k.membership = m.id and k.course = s.course
    where ${when} and (k.course is not null
      or (s.merged_at is null and s.last_at >= m.since and m.left_at is null)
      or (${isOver} and (${isTicked} or (s.merged_at is null and m.since < m.till and s.last_at >= m.since and s.at < m.till))))
    on conflict (membership, course) do update set done_day = excluded.done_day, award = excluded.award`)
}

/** The same for memberships that are about to end. `condition`: which of the table. */
export function keepSightsOf(db: Database, condition: SQL) {
  return keepSights(db, { who: sql`m.id in (${idsWhere(condition)})`, when: sql`true` })
}

/**
 * A statement for right before ended memberships go on: what was done in between is earlier, and needs a tick. A tick that
 * was there holds for what it was set for: a course that went on in between is ticked anew or not at all.
 */
export function dropTicksOver(db: Database, condition: SQL) {
  return db.run(sql`delete from ${earlierShares} where ${earlierShares.membership} in (${idsWhere(condition)}) and exists (select 1 from ${memberships} m
    join course_starts s on s.learner = m.learner and s.course = ${earlierShares}.course
    left join course_completions c on c.learner = m.learner and c.course = s.course
    where m.id = ${earlierShares}.membership and (s.last_at >= m.left_at or c.at >= m.left_at
      or exists (select 1 from awards a where a.learner = m.learner and a.course = s.course and a.at >= m.left_at)))`)
}

function idsWhere(condition: SQL): SQL {
  return sql`select ${memberships.id} from ${memberships} where ${condition}`
}

/**
 * What the learner's companies had seen before their `seen_from`; `isWhole`: a tick would show nothing more of it.
 */
export function selectSights(db: Database, learner: string) {
  const { membership, course, doneDay, award } = earlierSights
  const since = seenSince(memberships)
  const isHidden = (row: string) => sql`${sql.raw(row)}.learner = ${learner} and ${sql.raw(row)}.course = ${course}
    and (${sql.raw(row)}.at < ${since} or ${sql.raw(row)}.merged_at is not null)`
  const isWhole = sql`not exists (select 1 from course_completions c where ${isHidden('c')} and ${doneDay} is not c.day)
    and not exists (select 1 from awards a where ${isHidden('a')} and a.same_as is null and ${award} is not a.id)`
  return db
    .select({ membership, course, isWhole: isWhole.mapWith(Boolean) })
    .from(earlierSights)
    .innerJoin(memberships, eq(memberships.id, membership))
    .where(eq(memberships.learner, learner))
}
