import { eq, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { earlierShares, earlierSights, memberships } from '../../db/schema/companies.ts'

/** Since when, and until when, a company sees by itself what a member does: expressions of the membership `m`. */
const from = sql`max(m.joined_at, coalesce(m.seen_from, 0))`
const until = sql`coalesce(m.left_at, 9e15)`

/** True of a membership `m` that has ended and shows the course of the start `s` by a tick. */
const isTickedAtTheEnd = sql`(m.left_at is not null and exists (select 1 from ${earlierShares} e
  where e.membership = m.id and e.course = s.course))`

interface Kept {
  /** Which memberships `m`. */
  who: SQL
  /** A condition on the whole statement. */
  when: SQL
}

/**
 * A statement that keeps what companies see of each course without a tick, of memberships whose `seen_from` is about to be
 * set: they go on seeing that, by earlier_sights, and of all else that is older nothing.
 *
 * @param withTicked a course that an ended membership shows by a tick is kept as one of which something was seen.
 */
export function keepSights(db: Database, { who, when }: Kept, { withTicked = false } = {}) {
  const isSeen = (row: string) => sql.raw(`${row}.merged_at is null and ${row}.at >= since and ${row}.at < till`)
  const sights = sql`(select m.id, m.learner, m.left_at, ${from} as since, ${until} as till from ${memberships} m
    where ${who})`
  return db.run(sql`insert into ${earlierSights} (membership, course, done_day, award)
    select m.id, s.course, iif(${isSeen('c')}, c.day, k.done_day),
      coalesce(k.award, (select a.id from awards a where a.learner = m.learner and a.course = s.course
        and a.same_as is null and ${isSeen('a')}))
    from ${sights} m join course_starts s on s.learner = m.learner
      left join course_completions c on c.learner = m.learner and c.course = s.course
      left join ${earlierSights} k on k.membership = m.id and k.course = s.course
    where ${when} and (k.course is not null
      or (s.merged_at is null and s.last_at >= m.since and s.at < m.till)
      or ${withTicked ? isTickedAtTheEnd : sql`false`})
    on conflict (membership, course) do update set done_day = excluded.done_day, award = excluded.award`)
}

/**
 * Statements for right before ended memberships go on: what was done in between is earlier, and needs a tick. A tick that
 * was there holds for what it was set for: a course that went on in between is ticked anew or not at all.
 *
 * @param condition which memberships.
 */
export function keepSightsOver(db: Database, condition: SQL) {
  const who = sql`m.id in (select ${memberships.id} from ${memberships} where ${condition})`
  return {
    kept: keepSights(db, { who, when: sql`true` }),
    unticked: db.run(sql`delete from ${earlierShares} where exists (select 1 from ${memberships} m
      join course_starts s on s.learner = m.learner and s.course = ${earlierShares}.course
      left join course_completions c on c.learner = m.learner and c.course = s.course
      where m.id = ${earlierShares}.membership and ${who} and (s.last_at >= m.left_at or c.at >= m.left_at
        or exists (select 1 from awards a where a.learner = m.learner and a.course = s.course and a.at >= m.left_at)))`),
  }
}

/**
 * What the learner's companies had seen before their `seen_from`; `isWhole`: a tick would show nothing more of it.
 */
export function selectSights(db: Database, learner: string) {
  const { membership, course, doneDay, award } = earlierSights
  const isWhole = sql`${doneDay} is (select c.day from course_completions c where c.learner = ${learner} and c.course = ${course})
    and ${award} is (select a.id from awards a where a.learner = ${learner} and a.course = ${course} and a.same_as is null)`
  return db
    .select({ membership, course, isWhole: isWhole.mapWith(Boolean) })
    .from(earlierSights)
    .innerJoin(memberships, eq(memberships.id, membership))
    .where(eq(memberships.learner, learner))
}
