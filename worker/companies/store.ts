import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'

import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../db/client.ts'
import { companies, earlierShares, invitations, memberships, terms } from '../db/schema/companies.ts'
import { termsIn } from './rules.ts'

export type Company = typeof companies.$inferInsert
export type Membership = typeof memberships.$inferInsert

export function recordCompany(db: Database, company: Company, courses: string[] | 'all', owner: Membership) {
  return [
    db.insert(companies).values(company),
    db.insert(terms).values({ company: company.id, version: 1, courses, at: company.createdAt }),
    db.insert(memberships).values(owner),
  ] as const
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
      courses,
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
      kind: invitations.kind,
      /** Whom it is for, as whoever invites wrote it. */
      invited: invitations.name,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .innerJoin(terms, eq(terms.company, companies.id))
    .where(and(eq(invitations.code, code), live(now), isNull(companies.closedAt), isNull(companies.closesAt)))
    .orderBy(desc(terms.version))
    .limit(1)
}

export const isMakerThere = sql`exists (select 1 from ${memberships} v where v.company = ${invitations.company}
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
    joined: db.run(sql`insert into ${memberships}
        (id, company, learner, role, name, name_key, terms_version, joined_at, team, on_behalf)
      select ${id}, company, ${learner}, 'member', ${name}, ${nameKey}, ${termsVersion}, ${at.getTime()}, team, on_behalf
      from ${invitations} i
      where code = ${code} and revoked_at is null and expires_at > ${at.getTime()} and (uses_left is null or uses_left > 0)
        and exists (select 1 from ${companies} c where c.id = i.company and c.closed_at is null and c.closes_at is null)
        and exists (select 1 from users u where u.id = ${learner})
      on conflict do nothing`),
    used: db.run(sql`update ${invitations} set uses_left = uses_left - 1, uses = uses + 1,
        used_at = iif(kind is null, used_at, ${at.getTime()}), membership = iif(kind is null, membership, ${id}),
        name = iif(kind is null, name, null), email = iif(kind is null, email, null)
      where code = ${code} and exists (select 1 from ${memberships} where id = ${id})`),
    shared: recordShares(db, { membership: id, learner, courses: earlier, at }),
    companies: selectJoined(db, learner, code),
  }
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

/** A company whose only owner is about to go while others stay: who inherits it, or nobody, and then it closes. */
export type Inheritance = Awaited<ReturnType<typeof selectInheritances>>[number]

/** The companies whose only owner is `learner`, and that have others in them. The heir is the one that the schema's trigger takes. */
export function selectInheritances(db: Database, learner: string) {
  const h = alias(memberships, 'h')
  const o = alias(memberships, 'o')
  const others = sql`select 1 from ${memberships} o where ${o.company} = ${companies.id} and ${o.leftAt} is null
    and ${o.learner} <> ${memberships.learner}`
  return db
    .select({
      id: companies.id,
      name: companies.name,
      heir: sql<string | null>`(select ${h.name} from ${memberships} h
        where ${h.company} = ${companies.id} and ${h.leftAt} is null and ${h.role} = 'manager'
        order by ${h.joinedAt}, ${h.id} limit 1)`,
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.learner, learner),
        eq(memberships.role, 'owner'),
        isNull(memberships.leftAt),
        sql`exists (${others})`,
        sql`not exists (${others} and ${o.role} = 'owner')`,
      ),
    )
    .orderBy(companies.name)
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
