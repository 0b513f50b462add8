import { type SQL, sql } from 'drizzle-orm'

import { selectRemoved } from '../companies/members/store.ts'
import { undoMs } from '../companies/rules.ts'
import type { Database } from '../db/client.ts'

export const pageSize = 50

export interface MemberRow {
  id: string
  name: string
  nameKey: string
  role: string
  /** JSON: the courses of the terms this member accepted, or "all". */
  courses: string
  isViewer: 0 | 1
}

/** All that leaves the database about a member's course: three yes-or-no's and two days. */
export interface CellRow {
  member: string
  course: string
  begun: 0 | 1
  doneDay: string | null
  badgeDay: string | null
  /** JSON: what the course was called when the badge was given. */
  title: string | null
}

export interface CompanyRow {
  id: string
  name: string
  municipality: string
  closesAt: number | null
  role: string
  members: number
}

interface TeamQuery {
  company: string
  viewer: string
  /** The last row of the page before; empty for the first page. */
  after: { nameKey: string; id: string }
  /** Every course of the catalogue. */
  known: string[]
  now: Date
}

/**
 * One page of the team, for somebody who runs the company; no rows for anybody else. One round trip, and the work
 * grows with the page, not with the company: members come by an index in name order, the rest by primary keys.
 * What a manager may not know (answers, attempts, scores, times) is not selected at all.
 */
export async function readTeamPage(db: Database, query: TeamQuery) {
  const page = pageOf(
    query,
    sql`${isRunBy(query.company, query.viewer)}
    and (m.name_key, m.id) > (${query.after.nameKey}, ${query.after.id})`,
  )
  const [company, members, cells, invitation, removed] = await db.batch([
    db.all<CompanyRow>(selectCompany(query, sql`v.role in ('owner', 'manager')`)),
    db.all<MemberRow>(selectMembers(page)),
    db.all<CellRow>(selectCells(page, query.known)),
    db.all<{ code: string }>(sql`select code from invitations where company = ${query.company} and uses_left is null
      and revoked_at is null and expires_at > ${query.now.getTime()} and ${isRunBy(query.company, query.viewer)}
      order by created_at desc limit 1`),
    selectRemoved(db, query.company, { viewer: query.viewer, since: new Date(query.now.getTime() - undoMs) }),
  ])
  return { company: company[0], members, cells, code: invitation[0]?.code, removed }
}

/** The same about one member, for that member: exactly what the manager sees. */
export async function readOwnRow(db: Database, query: Omit<TeamQuery, 'after' | 'now'>) {
  const page = pageOf(query, sql`m.learner = ${query.viewer}`)
  const [company, members, cells] = await db.batch([
    db.all<CompanyRow>(selectCompany(query, sql`true`)),
    db.all<MemberRow>(selectMembers(page)),
    db.all<CellRow>(selectCells(page, query.known)),
  ])
  return { company: company[0], members, cells }
}

function isRunBy(company: string, viewer: string): SQL {
  return sql`exists (select 1 from memberships v where v.company = ${company} and v.learner = ${viewer}
    and v.left_at is null and v.role in ('owner', 'manager'))`
}

function selectCompany({ company, viewer }: { company: string; viewer: string }, role: SQL): SQL {
  return sql`select c.id, c.name, c.municipality, c.closes_at as closesAt, v.role,
      (select count(*) from memberships where company = c.id and left_at is null) as members
    from companies c join memberships v on v.company = c.id and v.learner = ${viewer} and v.left_at is null
    where c.id = ${company} and ${role}`
}

function pageOf({ company, viewer }: { company: string; viewer: string }, condition: SQL): SQL {
  return sql`with page as (
    select m.id, m.learner, m.name, m.name_key, m.role, m.joined_at, t.courses, m.learner = ${viewer} as is_viewer
    from memberships m join terms t on t.company = m.company and t.version = m.terms_version
    where m.company = ${company} and m.left_at is null and ${condition}
    order by m.name_key, m.id limit ${pageSize + 1})`
}

function selectMembers(page: SQL): SQL {
  return sql`${page} select id, name, name_key as nameKey, role, courses, is_viewer as isViewer from page order by name_key, id`
}

/**
 * Shared are the courses of the terms the member accepted; of what was done before joining only what was ticked.
 * A course that shows nothing has no row. One that left the catalogue is there for as long as somebody holds its badge.
 */
function selectCells(page: SQL, known: string[]): SQL {
  return sql`${page}
    select page.id as member, c.value as course,
      (s.last_at >= page.joined_at or e.course is not null) as begun,
      case when done.at >= page.joined_at or e.course is not null then done.day end as doneDay,
      case when a.at >= page.joined_at or e.course is not null then a.day end as badgeDay,
      case when c.is_former then g.content -> '$.title' end as title
    from page
    join (
      select value, 0 as is_former from json_each(${JSON.stringify(known)})
      union select course, 1 from awards
        where learner in (select learner from page) and withdrawn_at is null and attempt <> ''
          and course not in (select value from json_each(${JSON.stringify(known)}))
    ) c
    join course_starts s on s.learner = page.learner and s.course = c.value
    left join earlier_shares e on e.membership = page.id and e.course = c.value
    left join course_completions done on done.learner = page.learner and done.course = c.value
    left join awards a on a.learner = page.learner and a.course = c.value and a.withdrawn_at is null
    left join achievements g on g.badge = a.badge and g.version = a.course_version
    where (s.last_at >= page.joined_at or e.course is not null)
      and (page.courses = '"all"' or c.value in (select value from json_each(iif(json_valid(page.courses), page.courses, '[]'))))`
}
