import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { auditEntries, companies, memberships, teamManagers, teams } from '../../db/schema/companies.ts'
import type { AuditAction } from '../audit/rules.ts'
import { runs } from '../store.ts'
import { teamsRunBy } from '../team-managers/store.ts'

/** Who asks, about which company. */
export interface Who {
  company: string
  viewer: string
}

/** The teams that somebody may know: all, for those who run the company; those they run, for managers of teams. */
export function selectTeams(db: Database, who: Who) {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(and(eq(teams.company, who.company), mayKnow(who)))
    .orderBy(asc(teams.nameKey))
}

function mayKnow({ company, viewer }: Who): SQL | undefined {
  return or(runs(company, viewer, 'owner', 'manager'), sql`${teams.id} in (${teamsRunBy(company, viewer)})`)
}

/** The company's name and the viewer's role, for those who run it; no row for anybody else. */
export function selectRun(db: Database, { company, viewer }: Who) {
  return db
    .select({ name: companies.name, role: memberships.role })
    .from(companies)
    .innerJoin(
      memberships,
      and(eq(memberships.company, companies.id), eq(memberships.learner, viewer), isNull(memberships.leftAt)),
    )
    .where(and(eq(companies.id, company), runs(company, viewer, 'owner', 'manager')))
}

/** All teams with how many are in each and who runs it, for those who run the company. */
export function selectTeamList(db: Database, { company, viewer }: Who) {
  return db
    .select({
      id: teams.id,
      name: teams.name,
      members: sql`coalesce(g.members, 0)`.mapWith(Number),
      managers: sql`(select json_group_array(k.name) from (select w.name from ${teamManagers} r
        join ${memberships} w on w.id = r.membership where r.team = ${teams.id} and w.left_at is null order by w.name_key) k)`.mapWith(
        listIn,
      ),
    })
    .from(teams)
    .leftJoin(
      sql`(select team, count(*) as members from ${memberships} where company = ${company} and left_at is null
        and team is not null group by team) g`,
      sql`g.team = ${teams.id}`,
    )
    .where(and(eq(teams.company, company), runs(company, viewer, 'owner', 'manager')))
    .orderBy(asc(teams.nameKey))
}

function listIn(stored: string): string[] {
  return JSON.parse(stored) as string[]
}

export interface NamedTeam {
  id: string
  name: string
  nameKey: string
}

/**
 * A new team, by those who run the company; nothing where one has the name already, or there are `most` of them, nor
 * where `when` does not hold.
 */
export function insertTeam(
  db: Database,
  { company, viewer }: Who,
  team: NamedTeam & { now: Date; most: number; when?: SQL | undefined },
) {
  return db.run(sql`insert into ${teams} (id, company, name, name_key, created_at)
    select ${team.id}, ${company}, ${team.name}, ${team.nameKey}, ${team.now.getTime()}
    where ${runs(company, viewer, 'owner', 'manager')}
      and (select count(*) from ${teams} n where n.company = ${company}) < ${team.most}
      and ${team.when ?? sql`true`}
    on conflict do nothing`)
}

/** The team of a company that has a name, whoever made it, and one of an id. */
export function selectTeamByName(db: Database, { company, viewer }: Who, nameKey: string, id = '') {
  return db
    .select({ id: teams.id })
    .from(teams)
    .where(
      and(
        eq(teams.company, company),
        or(eq(teams.nameKey, nameKey), eq(teams.id, id)),
        runs(company, viewer, 'owner', 'manager'),
      ),
    )
}

/** Another name for a team; nothing where another one has it, or it has it already. */
export function renameTeam(db: Database, { company, viewer }: Who, { id, name, nameKey }: NamedTeam) {
  return db
    .update(teams)
    .set({ name, nameKey })
    .where(
      and(
        eq(teams.id, id),
        eq(teams.company, company),
        runs(company, viewer, 'owner', 'manager'),
        sql`${teams.name} <> ${name}`,
        sql`not exists (select 1 from ${teams} n where n.company = ${company} and n.name_key = ${nameKey} and n.id <> ${id})`,
      ),
    )
    .returning({ id: teams.id })
}

/** Ends a team: its members are in none, and nobody runs it. The schema sees to both. */
export function deleteTeam(db: Database, { company, viewer }: Who, team: string) {
  return db
    .delete(teams)
    .where(and(eq(teams.id, team), eq(teams.company, company), runs(company, viewer, 'owner', 'manager')))
    .returning({ id: teams.id })
}

/** Those of these teams of which the log of a company, for those who run it, says that they were ended. */
export function selectEndedTeams(db: Database, { company, viewer }: Who, ids: readonly string[]) {
  return db
    .selectDistinct({ team: auditEntries.subject })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.company, company),
        inArray(auditEntries.subject, [...ids]),
        eq(auditEntries.action, 'team-ended' satisfies AuditAction),
        runs(company, viewer, 'owner', 'manager'),
      ),
    )
}

/** A team by its id or by the key of its name. */
export type TeamPlace = { id: string } | { nameKey: string }

/** A condition: the company has such a team. */
export function hasTeam(company: string, place: TeamPlace): SQL {
  return sql`${teamAt(company, place)} is not null`
}

function teamAt(company: string, place: TeamPlace): SQL {
  const is = 'id' in place ? sql`n.id = ${place.id}` : sql`n.name_key = ${place.nameKey}`
  return sql`(select n.id from ${teams} n where n.company = ${company} and ${is})`
}

/** A member into a team, by its key or its name's; or out of all, by those who run the company. */
export function moveMember(
  db: Database,
  { company, viewer }: Who,
  { member, to }: { member: string; to: TeamPlace | undefined },
) {
  const team = to === undefined ? sql`null` : teamAt(company, to)
  return db
    .update(memberships)
    .set({ team })
    .where(
      and(
        eq(memberships.id, member),
        eq(memberships.company, company),
        isNull(memberships.leftAt),
        sql`${memberships.team} is not ${team}`,
        to === undefined ? undefined : sql`${team} is not null`,
        runs(company, viewer, 'owner', 'manager'),
      ),
    )
}

/** A condition: the company has all of these teams. */
function areThere(company: string, ids: readonly string[]): SQL {
  return sql`(select count(*) from ${teams} e where e.company = ${company}
    and e.id in (select value from json_each(${JSON.stringify(ids)}))) = ${new Set(ids).size}`
}

/** A member runs no other teams than these, by an owner. */
export function removeTeamManagers(db: Database, { company, viewer }: Who, member: string, kept: readonly string[]) {
  return db
    .delete(teamManagers)
    .where(
      and(
        eq(teamManagers.membership, member),
        sql`${teamManagers.team} not in (select value from json_each(${JSON.stringify(kept)}))`,
        sql`exists (select 1 from ${memberships} w where w.id = ${member} and w.company = ${company})`,
        areThere(company, kept),
        runs(company, viewer, 'owner'),
      ),
    )
}

/** A member runs these teams, by an owner. Owners and managers run all of them already. */
export function recordTeamManagers(db: Database, { company, viewer }: Who, member: string, run: readonly string[]) {
  return db.run(sql`insert into ${teamManagers} (team, membership)
    select n.id, w.id from ${teams} n join ${memberships} w on w.company = n.company
    where n.company = ${company} and w.id = ${member} and w.left_at is null and w.role = 'member'
      and n.id in (select value from json_each(${JSON.stringify(run)})) and ${areThere(company, run)}
      and ${runs(company, viewer, 'owner')}
    on conflict do nothing`)
}

/** With another role nobody goes on running the teams of the one before: for right after the change. */
export function dropOwnTeams(db: Database, company: string, { member, role }: { member: string; role: string }) {
  return db.delete(teamManagers).where(
    and(
      eq(teamManagers.membership, member),
      sql`exists (select 1 from ${memberships} w where w.id = ${member} and w.company = ${company}
        and w.role = ${role})`,
    ),
  )
}
