import { type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { earlierShares, memberships } from '../../db/schema/companies.ts'

interface Shares {
  membership: string
  learner: string
  courses: string[]
}

/** A condition for use before the change: other earlier courses are about to be shown than are now. */
export function sharesChange({ membership, learner, courses }: Shares): SQL {
  const list = JSON.stringify(courses)
  return sql`exists (select 1 from ${memberships} m where m.id = ${membership} and m.learner = ${learner} and m.left_at is null and (
    exists (select 1 from ${earlierShares} e where e.membership = m.id and e.course not in (select value from json_each(${list})))
    or exists (select 1 from json_each(${list}) c
      join course_starts s on s.learner = m.learner and s.course = c.value
      where not exists (select 1 from ${earlierShares} e where e.membership = m.id and e.course = c.value))))`
}

export function removeShares(db: Database, { membership, learner, courses }: Shares) {
  return db.run(sql`delete from ${earlierShares}
    where membership = (select id from ${memberships} where id = ${membership} and learner = ${learner} and left_at is null)
      and course not in (select value from json_each(${JSON.stringify(courses)}))`)
}
