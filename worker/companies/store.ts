import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { companies, earlierShares, invitations, memberships, terms } from '../db/schema/companies.ts'
import { type Terms, termsIn } from './rules.ts'
import { runsSomeTeam } from './team-managers/store.ts'
import { newestOf, sharedCourses } from './shared-courses/store.ts'

export type Company = typeof companies.$inferInsert
export type Membership = typeof memberships.$inferInsert

/**
 * Statements that start a company with its terms and its owner, unless the owner has as many companies as an account
 * may own, or started as many since a moment.
 */
export function recordCompany(
  db: Database,
  { company, courses, owner }: { company: Company; courses: Terms; owner: Membership },
  { most, since }: { most: number; since: Date },
) {
  const { id, name, municipality, sector, size } = company
  const at = (company.createdAt as Date).getTime()
  const isStarted = sql`exists (select 1 from ${companies} where id = ${id})`
  return {
    company: db.run(sql`insert into ${companies} (id, name, municipality, sector, size, created_at)
      select ${id}, ${name}, ${municipality}, ${sector}, ${size}, ${at}
      where (select count(*) from ${memberships} o where o.learner = ${owner.learner} and o.role = 'owner'
        and (o.left_at is null or o.joined_at > ${since.getTime()})) < ${most}`),
    terms: db.run(sql`insert into ${terms} (company, version, courses, at)
      select ${id}, 1, ${JSON.stringify(courses)}, ${at} where ${isStarted}`),
    started: db.select({ id: companies.id }).from(companies).where(eq(companies.id, id)),
    owner: db.run(sql`insert into ${memberships} (id, company, learner, role, name, name_key, terms_version, joined_at)
      select ${owner.id}, ${id}, ${owner.learner}, 'owner', ${owner.name}, ${owner.nameKey}, 1, ${at} where ${isStarted}`),
  }
}

/** The stored terms; one bad row must not break a list. */
const courses = sql`${terms.courses}`.mapWith(termsIn)

/** The companies somebody belongs to, the first joined first. */
export function selectMemberships(db: Database, learner: string) {
  return db
    .select({
      id: memberships.id,
      company: memberships.company,
      name: companies.name,
      role: memberships.role,
      displayName: memberships.name,
      joinedAt: memberships.joinedAt,
      closesAt: companies.closesAt,
      runsTeams: runsSomeTeam(sql`${memberships}`).mapWith(Boolean),
      termsVersion: memberships.termsVersion,
      declinedTerms: memberships.declinedTerms,
      newestVersion: newestOf(memberships.company).version,
      newestCourses: newestOf(memberships.company).courses,
      /** What the company may see: the accepted terms, less what later ones left out. */
      courses: sharedCourses(memberships, terms.courses).mapWith(termsIn),
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .innerJoin(terms, and(eq(terms.company, memberships.company), eq(terms.version, memberships.termsVersion)))
    .where(and(eq(memberships.learner, learner), isNull(memberships.leftAt)))
    .orderBy(asc(memberships.joinedAt))
}

export function selectShares(db: Database, learner: string) {
  return db
    .select({ membership: earlierShares.membership, course: earlierShares.course })
    .from(earlierShares)
    .innerJoin(memberships, eq(memberships.id, earlierShares.membership))
    .where(and(eq(memberships.learner, learner), isNull(memberships.leftAt)))
}

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
      courses,
      shares: sql<string[]>`(select json_group_array(e.course) from ${earlierShares} e
        where e.membership = ${memberships.id})`.mapWith((stored: string) => JSON.parse(stored) as string[]),
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .innerJoin(terms, and(eq(terms.company, memberships.company), eq(terms.version, memberships.termsVersion)))
    .where(and(eq(memberships.learner, learner), isNotNull(memberships.leftAt)))
    .orderBy(desc(memberships.leftAt))
}

/** An invitation that can be used now, with what it leads to. */
export function selectLiveInvitation(db: Database, code: string, now: Date) {
  return db
    .select({
      company: companies.id,
      name: companies.name,
      version: terms.version,
      courses,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .innerJoin(terms, eq(terms.company, companies.id))
    .where(and(eq(invitations.code, code), live(now), isNull(companies.closedAt), isNull(companies.closesAt)))
    .orderBy(desc(terms.version))
    .limit(1)
}

const isMakerThere = sql`exists (select 1 from ${memberships} v where v.company = ${invitations.company}
  and v.learner = ${invitations.createdBy} and v.left_at is null and v.role in ('owner', 'manager'))`

/** A code for one holds only while whoever made it runs the company: it ends with their role, however that ends. */
function live(now: Date) {
  return and(
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
    or(isNull(invitations.usesLeft), and(gt(invitations.usesLeft, 0), isMakerThere)),
  )
}

/** Joins by a live code, once: the membership, one use less, the earlier courses that were ticked and are really done. */
export function recordJoining(
  db: Database,
  { id, learner, name, nameKey, joinedAt, termsVersion }: Omit<Membership, 'company' | 'role' | 'leftAt'>,
  code: string,
  earlier: string[],
) {
  const at = joinedAt as Date
  return {
    joined: db.run(sql`insert into ${memberships} (id, company, learner, role, name, name_key, terms_version, joined_at)
      select ${id}, company, ${learner}, 'member', ${name}, ${nameKey}, ${termsVersion}, ${at.getTime()}
      from ${invitations} i
      where code = ${code} and revoked_at is null and expires_at > ${at.getTime()} and (uses_left is null or uses_left > 0)
        and exists (select 1 from ${companies} c where c.id = i.company and c.closed_at is null and c.closes_at is null)
      on conflict do nothing`),
    used: db.run(sql`update ${invitations} set uses_left = uses_left - 1
      where code = ${code} and uses_left is not null and exists (select 1 from ${memberships} where id = ${id})`),
    shared: recordShares(db, { membership: id, learner, courses: earlier, at }),
    companies: selectJoined(db, learner, code),
  }
}

/** A condition for use after it was tried: there is such a membership. */
export function isMembership(id: string): SQL {
  return sql`exists (select 1 from ${memberships} where id = ${id})`
}

/** The company a code is or was for, if the learner is in it. */
export function selectJoined(db: Database, learner: string, code: string) {
  return db
    .select({ company: memberships.company })
    .from(memberships)
    .where(
      and(
        eq(memberships.learner, learner),
        isNull(memberships.leftAt),
        sql`company = (select company from ${invitations} where code = ${code})`,
      ),
    )
}

/** Shows earlier courses to a company: those ticked, and only those that the learner has begun, of a membership of their own. */
export function recordShares(
  db: Database,
  { membership, learner, courses, at }: { membership: string; learner: string; courses: string[]; at: Date },
) {
  return db.run(sql`insert into ${earlierShares} (membership, course, at)
    select m.id, c.value, ${at.getTime()} from ${memberships} m, json_each(${JSON.stringify(courses)}) c
    where m.id = ${membership} and m.learner = ${learner} and m.left_at is null
      and exists (select 1 from course_starts s where s.learner = m.learner and s.course = c.value)
    on conflict do nothing`)
}

/** A condition for use before the change: other earlier courses are about to be shown than are now. */
export function sharesChange({
  membership,
  learner,
  courses,
}: {
  membership: string
  learner: string
  courses: string[]
}) {
  const list = JSON.stringify(courses)
  return sql`exists (select 1 from ${memberships} m where m.id = ${membership} and m.learner = ${learner} and m.left_at is null and (
    exists (select 1 from ${earlierShares} e where e.membership = m.id and e.course not in (select value from json_each(${list})))
    or exists (select 1 from json_each(${list}) c
      join course_starts s on s.learner = m.learner and s.course = c.value
      where not exists (select 1 from ${earlierShares} e where e.membership = m.id and e.course = c.value))))`
}

export function removeShares(
  db: Database,
  { membership, learner, courses }: { membership: string; learner: string; courses: string[] },
) {
  return db.run(sql`delete from ${earlierShares}
    where membership = (select id from ${memberships} where id = ${membership} and learner = ${learner} and left_at is null)
      and course not in (select value from json_each(${JSON.stringify(courses)}))`)
}

/** True where the learner runs the company: for use inside a statement's condition. */
export function runs(company: string, learner: string, ...roles: ('owner' | 'manager')[]) {
  return sql`exists (select 1 from ${memberships} where company = ${company} and learner = ${learner}
    and left_at is null and role in (${sql.join(
      roles.map((role) => sql`${role}`),
      sql`, `,
    )}))`
}

/** A new code by somebody who runs the company. One for the whole team replaces the one before. */
export function recordInvitation(
  db: Database,
  company: string,
  {
    code,
    learner,
    now,
    expiresAt,
    uses,
  }: { code: string; learner: string; now: Date; expiresAt: Date; uses: number | null },
) {
  return {
    replaced: db.run(sql`update ${invitations} set revoked_at = ${now.getTime()}
      where company = ${company} and revoked_at is null and uses_left is null and ${uses === null ? 1 : 0} = 1
        and ${runs(company, learner, 'owner', 'manager')}`),
    recorded: db.run(sql`insert into ${invitations} (code, company, created_by, created_at, expires_at, uses_left)
      select ${code}, ${company}, ${learner}, ${now.getTime()}, ${expiresAt.getTime()}, ${uses}
      where ${runs(company, learner, 'owner', 'manager')}`),
    codes: db.select({ code: invitations.code }).from(invitations).where(eq(invitations.code, code)),
  }
}

/** A live code for one person, of this company, for somebody who runs it. */
export function selectSingleInvitation(
  db: Database,
  company: string,
  { code, learner, now }: { code: string; learner: string; now: Date },
) {
  return db
    .select({ code: invitations.code, company: companies.name, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .where(
      and(
        eq(invitations.code, code),
        eq(invitations.company, company),
        isNotNull(invitations.usesLeft),
        live(now),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
}

/** What nobody can join with any more. */
export function deleteExpiredInvitations(db: Database, now: Date) {
  return db.delete(invitations).where(lte(invitations.expiresAt, now))
}

/** Statements for after an account is erased: who made an invitation is forgotten, and a company nobody ever stayed in goes. */
export function forgetInviter(db: Database, learner: string) {
  return [
    db.run(sql`update ${invitations} set created_by = ''
      where created_by = ${learner} and not exists (select 1 from users where id = ${learner})`),
    db.run(
      sql`delete from ${companies} where not exists (select 1 from ${memberships} where company = ${companies.id})`,
    ),
  ] as const
}
