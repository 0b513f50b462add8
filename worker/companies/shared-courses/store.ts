import { type Column, type SQL, sql } from 'drizzle-orm'

import { terms } from '../../db/schema/companies.ts'
import { termsIn } from '../rules.ts'

interface Accepted {
  company: Column
  termsVersion: Column
}

/**
 * JSON, as terms are stored: what may be shared of a membership. It is `accepted`, the courses of the version it said
 * yes to, less what any later version left out. Without a later version that is one look into an index.
 */
export function sharedCourses({ company, termsVersion }: Accepted, accepted: Column): SQL<string> {
  const since = (name: string) => sql`from ${terms} ${sql.raw(name)}
    where ${sql.raw(name)}.company = ${company} and ${sql.raw(name)}.version >= ${termsVersion}`
  return sql<string>`case
    when not exists (select 1 ${since('n')} and n.version > ${termsVersion}) then ${accepted}
    when not exists (select 1 ${since('n')} and n.courses <> '"all"') then '"all"'
    else (select json_group_array(k.value) from (
      select e.value from ${terms} n, json_each(iif(json_valid(n.courses), n.courses, '[]')) e
      where n.company = ${company} and n.version >= ${termsVersion} and n.courses <> '"all"'
      group by e.value having count(distinct n.version) = (select count(*) ${since('o')} and o.courses <> '"all"')) k)
    end`
}

/** The newest terms of a membership's company. */
export function newestOf(company: Column) {
  return {
    version: sql`(select max(n.version) from ${terms} n where n.company = ${company})`.mapWith(Number),
    courses:
      sql`(select n.courses from ${terms} n where n.company = ${company} order by n.version desc limit 1)`.mapWith(
        termsIn,
      ),
  }
}
