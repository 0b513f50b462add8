import { type SQL, sql } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import type { Database } from '../../db/client.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../../db/schema/progress.ts'

/** Statements that move what an account that ends has done to the one that stays: of two completions the earlier stands. */
export function moveProgress(db: Database, merger: Merger) {
  const { stays, ends, at } = merger
  const ok = isMerged(merger)
  const ofEnds = sql`where learner = ${ends} and ${ok}`
  return [
    db.run(sql`insert into ${courseStarts} (learner, course, at, last_at, merged_at)
      select ${stays}, course, at, last_at, ${at.getTime()} from ${courseStarts} ${ofEnds}
      on conflict (learner, course) do update set at = min(at, excluded.at), last_at = max(last_at, excluded.last_at)`),
    db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
      select ${stays}, course, lesson, version, at from ${lessonCompletions} ${ofEnds}
      on conflict (learner, course, lesson) do update set version = excluded.version, at = excluded.at
      where excluded.at < at`),
    db.run(sql`insert into ${courseCompletions} (learner, course, version, at, day, merged_at)
      select ${stays}, course, version, at, day, ${at.getTime()} from ${courseCompletions} ${ofEnds}
      on conflict (learner, course) do update set version = excluded.version, at = excluded.at, day = excluded.day,
        merged_at = excluded.merged_at
      where excluded.at < at`),
    db.run(sql`delete from ${courseStarts} ${ofEnds}`),
    db.run(sql`delete from ${lessonCompletions} ${ofEnds}`),
    db.run(sql`delete from ${courseCompletions} ${ofEnds}`),
  ] as const
}

/** A course as the statements read it. */
interface Asked {
  id: string
  version: string
  lessons: { id: string; questions: readonly string[] }[]
}

/**
 * Statements that complete what both accounts have done together, today: lessons where `answered` holds of `s.learner`,
 * the course `c.value ->> 'id'` and the questions of `l.value`, then courses. For every company that is earlier.
 */
export function completeTogether(
  db: Database,
  merger: Merger,
  { asked, answered, day }: { asked: readonly Asked[]; answered: SQL; day: string },
) {
  const { stays, at } = merger
  const begun = sql`${courseStarts} s join json_each(${JSON.stringify(asked)}) c on c.value ->> 'id' = s.course`
  return [
    db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
      select s.learner, s.course, l.value ->> 'id', c.value ->> 'version', ${at.getTime()}
      from ${begun}, json_each(c.value, '$.lessons') l
      where s.learner = ${stays} and ${isMerged(merger)} and ${answered}
      on conflict do nothing`),
    db.run(sql`insert into ${courseCompletions} (learner, course, version, at, day, merged_at)
      select s.learner, s.course, c.value ->> 'version', ${at.getTime()}, ${day}, ${at.getTime()}
      from ${begun}
      where s.learner = ${stays} and ${isMerged(merger)} and json_array_length(c.value, '$.lessons') > 0
        and not exists (select 1 from json_each(c.value, '$.lessons') l where not exists (
          select 1 from ${lessonCompletions} d
          where d.learner = s.learner and d.course = s.course and d.lesson = l.value ->> 'id'))
      on conflict do nothing`),
  ] as const
}
