import { and, type Column, desc, eq, gt, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { type insertOpening, selectOpenings } from '../companies/openings/store.ts'
import { runsSomeTeam, teamsRunBy } from '../companies/team-managers/store.ts'
import { seenSince } from '../companies/sights/store.ts'
import { sharedCourses } from '../companies/shared-courses/store.ts'
import type { Database } from '../db/client.ts'
import { dayInSweden } from '../db/day-in-sweden.ts'
import { inBatch } from '../db/in-batch.ts'
import { plainRows } from '../db/plain-rows.ts'
import { type Slots, statement } from '../db/statement.ts'
import { achievements, awards } from '../db/schema/badges.ts'
import {
  companies,
  earlierShares,
  earlierSights,
  invitations,
  memberships,
  teamManagers,
  teams,
  terms,
} from '../db/schema/companies.ts'
import { courseCompletions, courseStarts } from '../db/schema/progress.ts'
import { selectOwnTerms } from './seen/store.ts'

export const pageSize = 50

export type CompanyRow = RowOf<typeof selectCompany>
export type MemberRow = RowOf<typeof selectMembers>
/** All that leaves the database about a member's course: three yes-or-no's and two days. */
export type CellRow = RowOf<typeof selectCells>
type RowOf<Select extends (...given: never[]) => PromiseLike<unknown[]>> = Awaited<ReturnType<Select>>[number]

interface TeamQuery {
  company: string
  viewer: string
  /** The last row of the page before; empty for the first page. */
  after: { nameKey: string; id: string }
  /** Every course of the catalogue. */
  known: string[]
  now: Date
  /** Tells those who stand on the page that it was opened. */
  opened: ReturnType<typeof insertOpening>[]
}

/**
 * One page of the team, for somebody who runs the company, or of the teams that the viewer runs; no rows for anybody
 * else. One round trip, and the work grows with the page, not with the company: members come by an index in name
 * order, the rest by primary keys. What a manager may not know (answers, attempts, scores, times) is not selected at all.
 */
export async function readTeamPage(db: Database, { after, known, now, opened, ...who }: TeamQuery) {
  const values = { ...who, ...after, known: JSON.stringify(known), now }
  const { company, code, members, cells } = await inBatch(db, {
    opened,
    company: teamStatements.company(db, values),
    members: teamStatements.members(db, values),
    cells: teamStatements.cells(db, values),
    code: teamStatements.code(db, values),
  })
  return { company: company[0], members, cells, code: code[0]?.code }
}

/** The same about one member, for that member: exactly what the manager sees, what they said yes to, and who opened it. */
export async function readOwnRow(db: Database, { known, now, ...who }: Omit<TeamQuery, 'after' | 'opened'>) {
  const values = { ...who, known: JSON.stringify(known) }
  const { company, own, ...rows } = await inBatch(db, {
    company: ownStatements.company(db, values),
    members: ownStatements.members(db, values),
    cells: ownStatements.cells(db, values),
    own: selectOwnTerms(db, { company: who.company, learner: who.viewer }),
    openings: selectOpenings(db, who.viewer, { now, company: who.company }),
  })
  return { ...rows, company: company[0], own: own[0] }
}

const v = alias(memberships, 'v')
const n = alias(memberships, 'n')
const runsAll = sql`${v.role} in ('owner', 'manager')`

const who = ['company', 'viewer'] as const
const place = ['nameKey', 'id'] as const

/** Built once: with so many columns, building them takes longer than reading a page of the team. */
const teamStatements = {
  company: statement(who, (db, slots) => selectCompany(db, slots, sql`(${runsAll} or ${runsSomeTeam(sql`v`)})`)),
  members: statement([...who, ...place], (db, slots) => selectMembers(db, teamPage(db, slots))),
  cells: statement([...who, ...place, 'known'], (db, slots) => selectCells(db, teamPage(db, slots), slots.known)),
  code: statement([...who, 'now'], selectLiveCode),
}

const ownStatements = {
  company: statement(who, (db, slots) => selectCompany(db, slots, sql`true`)),
  members: statement(who, (db, slots) => selectMembers(db, ownPage(db, slots))),
  cells: statement([...who, 'known'], (db, slots) => selectCells(db, ownPage(db, slots), slots.known)),
}

type Who = Slots<'company' | 'viewer'>

function teamPage(db: Database, { nameKey, id, ...slots }: Slots<'company' | 'viewer' | 'nameKey' | 'id'>) {
  const isLater = sql`(${memberships.nameKey}, ${memberships.id}) > (${nameKey}, ${id})`
  return pageOf(db, slots, sql`${isSeenBy(slots)} and ${isLater}`, isSeenBy(slots, n))
}

function ownPage(db: Database, slots: Who) {
  return pageOf(db, slots, eq(memberships.learner, slots.viewer))
}

/** Neither part asks of the row's own manager, so each is answered once for the whole page. */
function isSeenBy(who: Who, row: typeof memberships | typeof n = memberships): SQL {
  return sql`(${isRunBy(who)} or ${row.team} in (${teamsRunBy(who.company, who.viewer)}))`
}

function isRunBy({ company, viewer }: Who): SQL {
  return sql`exists (select 1 from ${memberships} v where ${v.company} = ${company} and ${v.learner} = ${viewer}
    and ${v.leftAt} is null and ${runsAll})`
}

function selectCompany(db: Database, { company, viewer }: Who, role: SQL) {
  const m = alias(memberships, 'm')
  return db
    .select({
      id: companies.id,
      name: companies.name,
      municipality: companies.municipality,
      size: companies.size,
      closesAt: companies.closesAt,
      role: v.role,
      /** Of those whom the viewer may see. */
      members: sql`case when ${runsAll} or not ${runsSomeTeam(sql`v`)}
        then (select count(*) from ${memberships} m where ${m.company} = ${companies.id} and ${m.leftAt} is null)
        else (select count(*) from ${memberships} m where ${m.company} = ${companies.id} and ${m.leftAt} is null
          and ${m.team} in (select r.team from ${teamManagers} r where r.membership = ${v.id})) end`.mapWith(Number),
      /** The teams that the viewer runs, by name; none where the viewer runs the whole company. */
      teams: sql`case when ${runsAll} then '[]' else (select json_group_array(t.name) from (select t.name
        from ${teamManagers} r join ${teams} t on t.id = r.team where r.membership = ${v.id} order by t.name_key) t)
        end`.mapWith((stored: string) => JSON.parse(stored) as string[]),
    })
    .from(companies)
    .innerJoin(v, and(eq(v.company, companies.id), eq(v.learner, viewer), isNull(v.leftAt)))
    .where(and(eq(companies.id, company), role))
}

function selectLiveCode(db: Database, { company, viewer, now }: Slots<'company' | 'viewer' | 'now'>) {
  return db
    .select({ code: invitations.code })
    .from(invitations)
    .where(
      and(
        eq(invitations.company, company),
        isNull(invitations.usesLeft),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        isRunBy({ company, viewer }),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(1)
}

type Page = ReturnType<typeof pageOf>

function pageOf(db: Database, { company, viewer }: Who, condition: SQL, isKnown: SQL = sql`true`) {
  return db.$with('page').as(
    db
      .select({
        id: memberships.id,
        learner: memberships.learner,
        name: memberships.name,
        nameKey: memberships.nameKey,
        role: memberships.role,
        since: seenSince(memberships).as('since'),
        team: sql<string | null>`(select t.name from ${teams} t where t.id = ${memberships.team})`.as('team'),
        onBehalf: memberships.onBehalf,
        /** When two that may be known have one name, the day tells them apart; nobody's address does. */
        joinedDay: sql<
          string | null
        >`case when exists (select 1 from ${memberships} n where ${n.company} = ${memberships.company}
          and ${n.nameKey} = ${memberships.nameKey} and ${n.leftAt} is null and ${n.id} <> ${memberships.id} and ${isKnown})
          then ${dayInSweden(memberships.joinedAt)} end`.as('joined_day'),
        /** JSON: the courses of the terms this member accepted, or "all". One bad row must not break the page. */
        courses: sharedCourses(memberships, terms.courses).as('courses'),
        isViewer: sql<0 | 1>`${memberships.learner} = ${viewer}`.as('is_viewer'),
      })
      .from(memberships)
      .innerJoin(terms, and(eq(terms.company, memberships.company), eq(terms.version, memberships.termsVersion)))
      .where(and(eq(memberships.company, company), isNull(memberships.leftAt), condition))
      .orderBy(memberships.nameKey, memberships.id)
      .limit(pageSize + 1),
  )
}

function selectMembers(db: Database, page: Page) {
  const rows = db
    .with(page)
    .select({
      id: plain(page.id, 'id'),
      name: plain(page.name, 'name'),
      nameKey: plain(page.nameKey, 'nameKey'),
      role: plain(page.role, 'role'),
      team: sql<string | null>`${page.team}`.as('team'),
      onBehalf: sql<0 | 1>`${page.onBehalf}`.as('onBehalf'),
      joinedDay: sql<string | null>`${page.joinedDay}`.as('joinedDay'),
      courses: sql<string>`${page.courses}`.as('courses'),
      isViewer: sql<0 | 1>`${page.isViewer}`.as('isViewer'),
    })
    .from(page)
    .orderBy(page.nameKey, page.id)
  return plainRows(db, rows)
}

/** A column of text as it is stored. */
function plain<Data extends string>(column: Column & { _: { data: Data } }, name: string) {
  return sql<Data>`${column}`.as(name)
}

/**
 * Shared are the courses of the terms the member accepted; of what is earlier only what was ticked, and what the company
 * had seen already before then. A course that shows nothing has no row. One that left the catalogue is
 * there for as long as somebody holds its badge.
 */
function selectCells(db: Database, page: Page, known: Placeholder) {
  const course = sql<string>`c.value`
  const isTicked = sql`${earlierShares.course} is not null`
  const isShown = ({ mergedAt }: Shared, at: Column) =>
    sql`(${at} >= ${page.since} and ${mergedAt} is null or ${isTicked})`
  const isBegun = sql`(${isShown(courseStarts, courseStarts.lastAt)} or ${earlierSights.course} is not null)`
  const rows = db
    .with(page)
    .select({
      member: plain(page.id, 'member'),
      course: sql<string>`${course}`.as('course'),
      begun: sql<0 | 1>`${isBegun}`.as('begun'),
      doneDay: sql<string | null>`case when ${isShown(courseCompletions, courseCompletions.at)}
        then ${courseCompletions.day} else ${earlierSights.doneDay} end`.as('doneDay'),
      badgeDay: sql<string | null>`${awards.day}`.as('badgeDay'),
      /** JSON: what the course was called when the badge was given. */
      title: sql<string | null>`case when c.is_former then ${achievements.content} -> '$.title' end`.as('title'),
    })
    .from(page)
    .innerJoin(coursesOn(page, known), sql`true`)
    .innerJoin(courseStarts, and(eq(courseStarts.learner, page.learner), eq(courseStarts.course, course)))
    .leftJoin(earlierShares, and(eq(earlierShares.membership, page.id), eq(earlierShares.course, course)))
    .leftJoin(earlierSights, and(eq(earlierSights.membership, page.id), eq(earlierSights.course, course)))
    .leftJoin(courseCompletions, and(eq(courseCompletions.learner, page.learner), eq(courseCompletions.course, course)))
    .leftJoin(
      awards,
      and(
        eq(awards.learner, page.learner),
        eq(awards.course, course),
        isNull(awards.withdrawnAt),
        // Of two of one badge one is told: the first where it may be, else the one that the company knows.
        sql`iif(${earlierSights.award} is null or ${isTicked},
          ${awards.sameAs} is null and ${isShown(awards, awards.at)}, ${awards.id} = ${earlierSights.award})`,
      ),
    )
    .leftJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
    .where(
      sql`${isBegun} and (${page.courses} = '"all"' or c.value in (select value
        from json_each(iif(json_valid(${page.courses}), ${page.courses}, '[]'))))`,
    )
  return plainRows(db, rows)
}

type Shared = typeof courseCompletions | typeof courseStarts | typeof awards

/** The courses of the catalogue, and those that left it while somebody on the page holds their badge. */
function coursesOn(page: Page, known: Placeholder): SQL {
  const a = alias(awards, 'held')
  return sql`(
    select value, 0 as is_former from json_each(${known})
    union select ${a.course}, 1 from ${awards} held
      where ${a.learner} in (select learner from ${page}) and ${a.withdrawnAt} is null and ${a.attempt} <> ''
        and ${a.course} not in (select value from json_each(${known}))
  ) c`
}
