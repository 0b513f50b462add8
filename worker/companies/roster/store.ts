import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { dayInSweden } from '../../db/day-in-sweden.ts'
import { companies, memberships, teamManagers, teams } from '../../db/schema/companies.ts'
import { runs } from '../store.ts'
import { runsSomeTeam, teamsRunBy } from '../team-managers/store.ts'
import { rosterSize, type RosterRole } from './rules.ts'

export interface RosterQuery {
  company: string
  viewer: string
  /** Part of a name, spelt as `nameKey` does; empty: everybody. */
  key: string
  role: RosterRole | undefined
  /** A team's id; `none` for those who are in none. */
  team: string | undefined
  page: number
}

const m = alias(memberships, 'm')
const v = alias(memberships, 'v')
const runsTeam = runsSomeTeam(sql`m`)

/** The company's name and the viewer's role, for whoever runs it or a team of it; no row for anybody else. */
export function selectRosterCompany(db: Database, { company, viewer }: RosterQuery) {
  return db
    .select({ id: companies.id, name: companies.name, role: v.role })
    .from(companies)
    .innerJoin(v, and(eq(v.company, companies.id), eq(v.learner, viewer), isNull(v.leftAt)))
    .where(and(eq(companies.id, company), sql`(${v.role} in ('owner', 'manager') or ${runsSomeTeam(sql`v`)})`))
}

/** How many there are of whom the viewer may see, by what they are. */
export function selectSums(db: Database, query: RosterQuery) {
  const how = (condition: SQL) => sql`coalesce(sum(${condition}), 0)`.mapWith(Number)
  return db
    .select({
      members: sql`count(*)`.mapWith(Number),
      owners: how(sql`${m.role} = 'owner'`),
      managers: how(sql`${m.role} = 'manager' or (${m.role} = 'member' and ${runsTeam})`),
      onBehalf: how(sql`${m.onBehalf}`),
    })
    .from(m)
    .where(isThere(query))
}

/** How many the search and the filters leave. */
export function selectFound(db: Database, query: RosterQuery) {
  return db
    .select({ members: sql`count(*)`.mapWith(Number) })
    .from(m)
    .where(isFound(query))
}

/** One page of them in Swedish order, by the index of names. */
export function selectRoster(db: Database, query: RosterQuery) {
  return db
    .select({
      id: m.id,
      name: m.name,
      role: m.role,
      isViewer: sql`${m.learner} = ${query.viewer}`.mapWith(Boolean),
      team: sql<string | null>`(select t.name from ${teams} t where t.id = m.team)`,
      /** Names of the teams that the member runs, as far as the viewer sees those. The outer row by its own name: of one table drizzle writes no names. */
      runs: sql`(select json_group_array(k.name) from (select t.name from ${teamManagers} r
        join ${teams} t on t.id = r.team where r.membership = m.id
        and (${runs(query.company, query.viewer, 'owner', 'manager')} or t.id in (${teamsRunBy(query.company, query.viewer)}))
        order by t.name_key) k)`.mapWith((stored: string) => JSON.parse(stored) as string[]),
      onBehalf: m.onBehalf,
      joinedDay: dayInSweden(m.joinedAt),
    })
    .from(m)
    .where(isFound(query))
    .orderBy(m.nameKey, m.id)
    .limit(rosterSize)
    .offset((query.page - 1) * rosterSize)
}

export type RosterRow = Awaited<ReturnType<typeof selectRoster>>[number]

function isThere({ company, viewer }: RosterQuery): SQL | undefined {
  return and(
    eq(m.company, company),
    isNull(m.leftAt),
    or(runs(company, viewer, 'owner', 'manager'), sql`${m.team} in (${teamsRunBy(company, viewer)})`),
  )
}

function isFound(query: RosterQuery): SQL | undefined {
  return and(
    isThere(query),
    query.key ? sql`instr(${m.nameKey}, ${query.key}) > 0` : undefined,
    isOf(query),
    isIn(query),
  )
}

function isOf({ role }: RosterQuery): SQL | undefined {
  if (role === undefined) return undefined
  if (role === 'team-manager') return sql`(${m.role} = 'member' and ${runsTeam})`
  return role === 'member' ? sql`(${m.role} = 'member' and not ${runsTeam})` : eq(m.role, role)
}

function isIn({ team }: RosterQuery): SQL | undefined {
  if (team === undefined) return undefined
  return team === 'none' ? isNull(m.team) : eq(m.team, team)
}
