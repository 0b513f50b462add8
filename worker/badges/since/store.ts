import { and, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { awards } from '../../db/schema/badges.ts'
import { holdsOneOf } from '../store.ts'

/** Recipients for a mail, `id` and `email`: whoever holds an award, if there is one. */
export function holderOf(award: string): SQL {
  return sql`select a.id, u.email from ${awards} a join users u on u.id = a.learner where a.id = ${award}`
}

/** Of these learners who lacks a path's badge and holds one of every step: since when, and since which day. */
export function selectPathEarnersSince(db: Database, path: { badge: string; steps: string[][] }, learners: string[]) {
  const holders = sql`(select value as learner from json_each(${JSON.stringify(learners)}))`
  const learner = sql`s.learner`.mapWith(awards.learner)
  const lastOf = (column: 'at' | 'day') => {
    const firsts = path.steps.map(
      (step) => sql`select min(a.${sql.raw(column)}) as first from ${awards} a where a.learner = s.learner
        and a.course in (select value from json_each(${JSON.stringify(step)}))`,
    )
    return sql`(select max(first) from (${sql.join(firsts, sql` union all `)}))`
  }
  return db
    .select({ learner, at: lastOf('at').mapWith(awards.at), day: lastOf('day').mapWith(awards.day) })
    .from(sql`${holders} s`)
    .where(
      and(
        sql`not exists (select 1 from ${awards} where ${awards.learner} = ${learner} and ${awards.badge} = ${path.badge})`,
        ...path.steps.map((step) => holdsOneOf(learner, step)),
      ),
    )
}
