import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { memberships, teams } from '../../db/schema/companies.ts'

const b = alias(memberships, 'b')

/** What somebody said yes to in a company, and who corrected their name there; their own membership alone. */
export function selectOwnTerms(db: Database, { company, learner }: { company: string; learner: string }) {
  return db
    .select({
      version: memberships.termsVersion,
      joinedAt: memberships.joinedAt,
      /** Of a later version than the one of joining. */
      termsAt: memberships.termsAt,
      name: memberships.name,
      /** As its bearer wrote it, where somebody else has corrected it. */
      ownName: memberships.ownName,
      namedAt: memberships.namedAt,
      /** Who corrected it; null where that account is no more. */
      namedBy: b.name,
      team: teams.name,
    })
    .from(memberships)
    .leftJoin(b, eq(b.id, memberships.namedBy))
    .leftJoin(teams, eq(teams.id, memberships.team))
    .where(and(eq(memberships.company, company), eq(memberships.learner, learner), isNull(memberships.leftAt)))
}

export type OwnTerms = Awaited<ReturnType<typeof selectOwnTerms>>[number]
