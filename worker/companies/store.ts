import { and, asc, desc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { companies, earlierShares, invitations, memberships, teams, terms } from '../db/schema/companies.ts'
import { linkSeats } from './invitations/rules.ts'
import { type Terms, termsIn } from './rules.ts'
import { runsSomeTeam } from './team-managers/store.ts'
import { newestOf, sharedCourses } from './shared-courses/store.ts'

export type Company = typeof companies.$inferInsert
export type Membership = typeof memberships.$inferInsert

/**
 * Statements that start a company with its terms and its owner, unless the owner has as many companies as an account
 * may own, or started as many since a moment. One that is there already (its form was sent twice) stays as it is.
 */
export function recordCompany(
  db: Database,
  { company, courses, owner }: { company: Company; courses: Terms; owner: Membership },
  { most, since }: { most: number; since: Date },
) {
  const { id, name, municipality, sector, size } = company
  const at = (company.createdAt as Date).getTime()
  const isNew = sql`exists (select 1 from ${companies} where id = ${id})
    and not exists (select 1 from ${memberships} n where n.company = ${id})`
  return {
    company: db.run(sql`insert into ${companies} (id, name, municipality, sector, size, created_at)
      select ${id}, ${name}, ${municipality}, ${sector}, ${size}, ${at}
      where (select count(*) from ${memberships} o where o.learner = ${owner.learner} and o.role = 'owner'
        and (o.left_at is null or o.joined_at > ${since.getTime()})) < ${most}
      on conflict do nothing`),
    terms: db.run(sql`insert into ${terms} (company, version, courses, at)
      select ${id}, 1, ${JSON.stringify(courses)}, ${at} where ${isNew} on conflict do nothing`),
    started: db.select({ id: companies.id }).from(companies).where(eq(companies.id, id)),
    owner: db.run(sql`insert into ${memberships} (id, company, learner, role, name, name_key, terms_version, joined_at)
      select ${owner.id}, ${id}, ${owner.learner}, 'owner', ${owner.name}, ${owner.nameKey}, 1, ${at} where ${isNew}`),
  }
}

/**
 * Those of these companies that there are: whether the learner belongs to them, and whether they were closed under the
 * learner, who owned them and may open them again.
 */
export function selectStarted(db: Database, learner: string, { ids, now }: { ids: readonly string[]; now: Date }) {
  const own = sql`select 1 from ${memberships} o where o.company = companies.id and o.learner = ${learner}`
  return db
    .select({
      id: companies.id,
      isIn: sql`exists (${own} and o.left_at is null)`.mapWith(Boolean),
      isClosed: sql`(companies.closed_at is not null and companies.reopen_until > ${now.getTime()}
        and exists (${own} and o.role = 'owner' and o.closed_with = 1))`.mapWith(Boolean),
    })
    .from(companies)
    .where(inArray(companies.id, [...ids]))
}

export function selectMembership(db: Database, id: string) {
  return db.select({ id: memberships.id }).from(memberships).where(eq(memberships.id, id))
}

/** How many may join by the link of a company of this size. */
export const seats = sql`case ${companies.size} ${sql.join(
  Object.entries(linkSeats).map(([size, count]) => sql`when ${size} then ${count}`),
  sql` `,
)} else ${linkSeats['10-49']} end`.mapWith(Number)

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
      seenFrom: memberships.seenFrom,
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

/**
 * An invitation that can be used now, with what it leads to and who invites. `isForSender`: not mailed to somebody else;
 * then its name is the invited's own, as the inviter wrote it, and its team is theirs to know.
 */
export function selectLiveInvitation(db: Database, code: string, { now, learner }: { now: Date; learner: string }) {
  return db
    .select({
      company: companies.id,
      name: companies.name,
      version: terms.version,
      courses,
      kind: invitations.kind,
      inviter: sql<string | null>`(select v.name from ${memberships} v where v.company = ${invitations.company}
        and v.learner = ${invitations.createdBy} and v.left_at is null)`,
      isForSender: sql`${isFor(learner)}`.mapWith(Boolean),
      invitedName: sql<string | null>`iif(${isFor(learner)}, ${invitations.name}, null)`,
      team: sql<
        string | null
      >`iif(${isFor(learner)}, (select t.name from ${teams} t where t.id = ${invitations.team}), null)`,
      onBehalf: invitations.onBehalf,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .innerJoin(terms, eq(terms.company, companies.id))
    .where(and(eq(invitations.code, code), live(now), isNull(companies.closedAt), isNull(companies.closesAt)))
    .orderBy(desc(terms.version))
    .limit(1)
}

/** A mailed one is for the account that has the address, whoever the mail was passed on to. */
function isFor(learner: string): SQL {
  return sql`(${invitations.kind} is not 'mail' or ${invitations.email} in (select email from users where id = ${learner}
    union all select email from addresses where user_id = ${learner}))`
}

export const isMakerThere = sql`exists (select 1 from ${memberships} v where v.company = ${invitations.company}
  and v.learner = ${invitations.createdBy} and v.left_at is null and v.role in ('owner', 'manager'))`

/**
 * A code that is handed on to one holds only while whoever made it runs the company: it ends with their role, however
 * that ends. One that was mailed holds for its address, which stands in the list of the company. The link for everybody
 * has so many places.
 */
export function live(now: Date) {
  return and(
    isNull(invitations.revokedAt),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
    or(
      and(
        isNull(invitations.usesLeft),
        sql`${invitations.uses} < (select ${seats} from ${companies}
        where ${companies.id} = ${invitations.company})`,
      ),
      and(gt(invitations.usesLeft, 0), or(isMakerThere, eq(invitations.kind, 'mail'))),
    ),
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
    joined: db.run(sql`insert into ${memberships} (id, company, learner, role, name, name_key, terms_version, joined_at,
        team, on_behalf)
      select ${id}, company, ${learner}, 'member', ${name}, ${nameKey}, ${termsVersion}, ${at.getTime()}, team, on_behalf
      from ${invitations} where code = ${code} and ${live(at)} and ${isFor(learner)}
        and exists (select 1 from ${companies} c
          where c.id = ${invitations.company} and c.closed_at is null and c.closes_at is null)
        and exists (select 1 from users u where u.id = ${learner})
      on conflict do nothing`),
    // Whose address it was has no more use: the membership says who came.
    used: db.run(sql`update ${invitations} set uses = uses + 1, uses_left = uses_left - 1,
        used_at = iif(uses_left is null, null, ${at.getTime()}), membership = iif(uses_left is null, null, ${id}),
        email = null, name = null
      where code = ${code} and exists (select 1 from ${memberships} where id = ${id})`),
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

/** True where the learner runs the company: for use inside a statement's condition. */
export function runs(company: string, learner: string, ...roles: ('owner' | 'manager')[]) {
  return sql`exists (select 1 from ${memberships} where company = ${company} and learner = ${learner}
    and left_at is null and role in (${sql.join(
      roles.map((role) => sql`${role}`),
      sql`, `,
    )}))`
}
