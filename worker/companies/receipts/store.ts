import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'

/** One of somebody's stays that have ended, for themselves. */
export function selectEndedStay(db: Database, learner: string, membership: string) {
  return db
    .select({
      id: memberships.id,
      company: companies.name,
      name: memberships.name,
      joinedAt: memberships.joinedAt,
      leftAt: sql<Date>`${memberships.leftAt}`.mapWith(memberships.leftAt),
      wasRemoved: sql`${memberships.removedBy} is not null`.mapWith(Boolean),
      closedWith: memberships.closedWith,
      /** The company closed with this leaving. */
      wasLast: sql`${companies.closedAt} is ${memberships.leftAt}`.mapWith(Boolean),
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(and(eq(memberships.id, membership), eq(memberships.learner, learner), isNotNull(memberships.leftAt)))
}

/** The newest stay of somebody in a company, where it has ended; and whether they ended it. */
export function selectLastStay(db: Database, company: string, learner: string) {
  return db
    .select({
      id: memberships.id,
      isOwnDoing: sql`${memberships.removedBy} is null and not ${memberships.closedWith}`.mapWith(Boolean),
    })
    .from(memberships)
    .where(and(eq(memberships.company, company), eq(memberships.learner, learner), isNotNull(memberships.leftAt)))
    .orderBy(desc(memberships.leftAt))
    .limit(1)
}

/** Holds in the batch in which somebody leaves, after they did. */
export function hasJustLeft(company: string, { learner, now }: { learner: string; now: Date }): SQL {
  return sql`exists (select 1 from ${memberships} m where m.company = ${company} and m.learner = ${learner}
    and m.left_at = ${now.getTime()} and m.removed_by is null)`
}
