import { and, desc, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { daysAfterDay, dayOf } from '../../../formats/day.ts'
import type { Database } from '../../db/client.ts'
import { statement } from '../../db/statement.ts'
import { auditEntries, companies, memberships, openings, teamManagers, teams } from '../../db/schema/companies.ts'
import { openingDays } from './rules.ts'

/**
 * One row a manager and day: of the whole company by who runs it, of each of their teams by who runs those; where one
 * `member` was opened, of that one's team. No row for anybody else, who is shown nothing either.
 */
export const insertOpening = statement(['company', 'viewer', 'day', 'member', 'shownTo'], (db, slots) => {
  const { company, viewer, day, member, shownTo } = slots
  const own = sql`v.company = ${company} and v.learner = ${viewer} and v.left_at is null`
  const opened = sql`(select m.team from ${memberships} m where m.company = ${company} and m.id = ${member} and m.left_at is null)`
  return db.run(sql`insert into ${openings} (company, manager, day, team)
    select v.company, v.id, ${day}, coalesce(${opened}, '') from ${memberships} v
      where ${own} and v.role in ('owner', iif(${shownTo} = 'owners', 'owner', 'manager')) and (${member} = '' or exists (select 1 from ${memberships} m
        where m.company = ${company} and m.id = ${member} and m.left_at is null))
    union
    select v.company, v.id, ${day}, t.id from ${memberships} v
      join ${teamManagers} r on r.membership = v.id
      join ${teams} t on t.id = r.team and t.company = v.company
      where ${own} and v.role not in ('owner', 'manager') and ${shownTo} = 'teams' and (${member} = '' or t.id = ${opened})
    on conflict do nothing`)
})

/** Bounds what a page reads: of 90 days, ten managers a day are fewer. */
const mostRows = 1000

const b = alias(memberships, 'b')

/**
 * Who opened a page or file on which somebody stood, the newest day first, and one row a manager and day: while they
 * belonged to the company, as far as it was of their team, and never themselves. `company`: where they belong today;
 * `membership`: one stay, ended or not.
 */
export function selectOpenings(
  db: Database,
  learner: string,
  { now, company, membership }: { now: Date; company?: string; membership?: string },
) {
  return db
    .select({
      company: memberships.company,
      membership: memberships.id,
      day: openings.day,
      /** The name of whoever opened it, in that company; null where that account is no more. */
      name: b.name,
      role: b.role,
      hasLeft: sql`${b.leftAt} is not null`.mapWith(Boolean),
      scope: sql<string>`min(${openings.team})`,
      team: teams.name,
    })
    .from(openings)
    .innerJoin(memberships, eq(memberships.company, openings.company))
    .leftJoin(b, eq(b.id, openings.manager))
    .leftJoin(teams, eq(teams.id, openings.team))
    .where(
      and(
        concerns(learner),
        gt(openings.day, openingsBefore(now)),
        company === undefined ? undefined : and(eq(openings.company, company), isNull(memberships.leftAt)),
        membership === undefined ? undefined : eq(memberships.id, membership),
      ),
    )
    .groupBy(memberships.id, openings.day, openings.manager)
    .orderBy(desc(openings.day), b.nameKey, openings.manager)
    .limit(mostRows)
}

export type OpeningRow = Awaited<ReturnType<typeof selectOpenings>>[number]

/** The day on which a member came into their team, as the log has it; before that they were in none, or in another. */
const inTeamSince = sql`(select date(max(e.at) / 1000, 'unixepoch', '+1 hour') from ${auditEntries} e
  where e.company = ${memberships.company} and e.action = 'team-changed' and e.subject = ${memberships.id})`

/**
 * Rows of `openings` that concern a membership of somebody: of its days, and its team, by somebody else (`b`). A day in
 * Sweden begins one or two hours before the one of UTC.
 */
function concerns(learner: string): SQL | undefined {
  return and(
    eq(memberships.learner, learner),
    sql`${openings.day} >= date(${memberships.joinedAt} / 1000, 'unixepoch', '+1 hour')`,
    sql`(${memberships.leftAt} is null or ${openings.day} <= date(${memberships.leftAt} / 1000, 'unixepoch', '+2 hours'))`,
    sql`(${openings.team} in ('', ${memberships.id}) or (${openings.team} = ${memberships.team}
      and ${openings.day} >= coalesce(${inTeamSince}, '')))`,
    sql`${b.learner} is not ${memberships.learner}`,
  )
}

/**
 * The same for the document of what is held about somebody, and what they opened themselves. A file is kept longer than
 * the 90 days, and is shown to others: it has the role of whoever opened something, and not the name.
 */
export function heldOpenings(db: Database, learner: string) {
  return {
    'days on which your row was opened': db
      .select({
        company: companies.name,
        day: openings.day,
        byRole: b.role,
        team: teams.name,
      })
      .from(openings)
      .innerJoin(memberships, eq(memberships.company, openings.company))
      .innerJoin(companies, eq(companies.id, openings.company))
      .leftJoin(b, eq(b.id, openings.manager))
      .leftJoin(teams, eq(teams.id, openings.team))
      .where(concerns(learner))
      .orderBy(openings.day, openings.manager, openings.team),
    "days on which you opened others' rows": db
      .select({ company: companies.name, day: openings.day, team: teams.name })
      .from(openings)
      .innerJoin(memberships, eq(memberships.id, openings.manager))
      .innerJoin(companies, eq(companies.id, openings.company))
      .leftJoin(teams, eq(teams.id, openings.team))
      .where(eq(memberships.learner, learner))
      .orderBy(openings.day, openings.team),
  }
}

/** The newest day that is told no more. */
function openingsBefore(now: Date): string {
  return daysAfterDay(dayOf(now), -openingDays)
}

/** Statement for the scheduled run: after 90 days nobody needs to know any more. */
export function forgetOpenings(db: Database, now: Date) {
  return db.delete(openings).where(lte(openings.day, openingsBefore(now)))
}
