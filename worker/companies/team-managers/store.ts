import { type Placeholder, type SQL, sql } from 'drizzle-orm'

import { memberships, teamManagers } from '../../db/schema/companies.ts'

type Given = string | Placeholder

/** A query for the teams that somebody runs as their manager: for use inside a statement's condition. */
export function teamsRunBy(company: Given, viewer: Given): SQL {
  return sql`select r.team from ${teamManagers} r join ${memberships} w on w.id = r.membership
    where w.company = ${company} and w.learner = ${viewer} and w.left_at is null`
}

/** True of a membership (by its alias in the statement) that runs a team at least. */
export function runsSomeTeam(membership: SQL): SQL {
  return sql`exists (select 1 from ${teamManagers} r where r.membership = ${membership}.id)`
}
