import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, earlierShares, earlierSights, memberships, terms } from '../../db/schema/companies.ts'
import { termsIn } from '../rules.ts'

/** Somebody's stays in companies that have ended, with what was shown of earlier courses. */
export function selectFormerStays(db: Database, learner: string) {
  return db
    .select({
      id: memberships.id,
      company: memberships.company,
      name: companies.name,
      joinedAt: memberships.joinedAt,
      leftAt: sql<Date>`${memberships.leftAt}`.mapWith(memberships.leftAt),
      removedBy: memberships.removedBy,
      isClosed: sql`${companies.closedAt} is not null`.mapWith(Boolean),
      role: memberships.role,
      /** It ended because the company was closed, which can be opened again until then. */
      closedWith: memberships.closedWith,
      reopenUntil: companies.reopenUntil,
      seenFrom: memberships.seenFrom,
      /** The stored terms; one bad row must not break a list. */
      courses: sql`${terms.courses}`.mapWith(termsIn),
      shares: coursesIn(earlierShares),
      /** What had been seen already before then. */
      sights: coursesIn(earlierSights),
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .innerJoin(terms, and(eq(terms.company, memberships.company), eq(terms.version, memberships.termsVersion)))
    .where(and(eq(memberships.learner, learner), isNotNull(memberships.leftAt)))
    .orderBy(desc(memberships.leftAt))
}

function coursesIn(table: typeof earlierShares | typeof earlierSights) {
  return sql<string[]>`(select json_group_array(e.course) from ${table} e
    where e.membership = ${memberships.id})`.mapWith((stored: string) => JSON.parse(stored) as string[])
}
