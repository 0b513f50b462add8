import { and, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, memberships } from '../../db/schema/companies.ts'
import { runs } from '../store.ts'

type Role = 'owner' | 'manager' | 'member'

/** One member as those who run the company may know them, with the viewer's own role; no row for anybody else. */
export function selectMember(
  db: Database,
  company: string,
  { member, viewer, now }: { member: string; viewer: string; now: Date },
) {
  return db.all<MemberView>(sql`select m.id, m.name, m.role, m.learner = v.learner as isViewer, c.name as company,
      v.role as viewerRole, v.name as viewerName,
      exists (select 1 from invitations i where i.company = c.id and i.uses_left is null and i.revoked_at is null
        and i.expires_at > ${now.getTime()}) as hasLink,
      m.role = 'owner' and not exists (select 1 from ${memberships} o where o.company = c.id and o.role = 'owner'
        and o.left_at is null and o.id <> m.id) as isOnlyOwner
    from ${memberships} m join ${companies} c on c.id = m.company
    join ${memberships} v on v.company = c.id and v.learner = ${viewer} and v.left_at is null
      and v.role in ('owner', 'manager')
    where m.company = ${company} and m.id = ${member} and m.left_at is null`)
}

export interface MemberView {
  id: string
  name: string
  role: string
  isViewer: 0 | 1
  /** The company's name. */
  company: string
  viewerRole: 'owner' | 'manager'
  viewerName: string
  /** The team has a live link, by which somebody removed would come back. */
  hasLink: 0 | 1
  isOnlyOwner: 0 | 1
}

export interface RoleChange {
  member: string
  role: Role
  /** Who does it, and whether they have shown to be the account's owner: without that no owner is made or unmade. */
  by: string
  isVouched: boolean
}

/** Another role, by an owner; the last owner stays one. */
export function updateRole(db: Database, company: string, change: RoleChange) {
  return db
    .update(memberships)
    .set({ role: change.role })
    .where(mayChange(company, change))
    .returning({ id: memberships.id })
}

/** A condition for use before the change: an owner is about to be made or unmade. */
export function ownershipMoves(company: string, change: RoleChange): SQL {
  return sql`exists (select 1 from ${memberships} where ${mayChange(company, change)}
    and ${memberships.role} <> ${change.role} and 'owner' in (${memberships.role}, ${change.role}))`
}

function mayChange(company: string, { member, role, by, isVouched }: RoleChange): SQL | undefined {
  return and(
    isMember(company, member),
    runs(company, by, 'owner'),
    isVouched ? undefined : sql`'owner' not in (${role}, ${memberships.role})`,
    sql`(${role} = 'owner' or ${memberships.role} <> 'owner' or ${otherOwners(company)} > 0)`,
  )
}

function isMember(company: string, member: string) {
  return and(eq(memberships.company, company), eq(memberships.id, member), isNull(memberships.leftAt))
}

function otherOwners(company: string) {
  return sql`(select count(*) from ${memberships} o where o.company = ${company} and o.role = 'owner'
    and o.left_at is null and o.id <> ${memberships.id})`
}

/** Ends somebody else's membership, by an owner or manager; an owner is removed by nobody. */
export function endMembership(
  db: Database,
  company: string,
  { member, by, now }: { member: string; by: string; now: Date },
) {
  return db
    .update(memberships)
    .set({
      leftAt: now,
      removedBy: sql`(select v.id from ${memberships} v where v.company = ${company} and v.learner = ${by}
        and v.left_at is null)`,
    })
    .where(
      and(
        isMember(company, member),
        sql`${memberships.role} <> 'owner' and ${memberships.learner} <> ${by}`,
        runs(company, by, 'owner', 'manager'),
      ),
    )
    .returning({ id: memberships.id })
}

/** Members removed since a moment who have not come back, for those who run the company. */
export function selectRemoved(db: Database, company: string, { viewer, since }: { viewer: string; since: Date }) {
  return db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(and(isRemoved(company, since), runs(company, viewer, 'owner', 'manager')))
    .orderBy(memberships.leftAt)
    .limit(50)
}

/** A membership that was ended by somebody else, for those who run the company. */
export function selectRemovedBy(db: Database, company: string, { member, viewer }: { member: string; viewer: string }) {
  return db
    .select({ company: companies.name, removedAt: sql<number>`${memberships.leftAt}` })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.company, company),
        eq(memberships.id, member),
        isNotNull(memberships.removedBy),
        runs(company, viewer, 'owner', 'manager'),
      ),
    )
}

/** Undoes a removal: the same membership goes on, with what it showed. */
export function restoreMembership(
  db: Database,
  company: string,
  { member, by, since }: { member: string; by: string; since: Date },
) {
  return db
    .update(memberships)
    .set({ leftAt: null, removedBy: null })
    .where(and(eq(memberships.id, member), isRemoved(company, since), runs(company, by, 'owner', 'manager')))
    .returning({ id: memberships.id })
}

function isRemoved(company: string, since: Date): SQL | undefined {
  return and(
    eq(memberships.company, company),
    isNotNull(memberships.removedBy),
    gt(memberships.leftAt, since),
    // Whoever came back since, and perhaps left again, is not put back.
    sql`not exists (select 1 from ${memberships} o where o.company = ${company} and o.learner = ${memberships.learner}
      and o.id <> ${memberships.id} and (o.left_at is null or o.left_at >= ${memberships.leftAt}))`,
  )
}

/** Leaves a company. An owner may when nobody else is left; before that, to own it no more takes a code. */
export function leave(db: Database, company: string, { learner, now }: { learner: string; now: Date }) {
  return db
    .update(memberships)
    .set({ leftAt: now })
    .where(
      and(
        eq(memberships.company, company),
        eq(memberships.learner, learner),
        isNull(memberships.leftAt),
        sql`(${memberships.role} <> 'owner' or not exists (select 1 from ${memberships} o
          where o.company = ${company} and o.left_at is null and o.id <> ${memberships.id}))`,
      ),
    )
    .returning({ id: memberships.id })
}

/** A row when the company is closed. */
export function selectClosed(db: Database, company: string) {
  return db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.id, company), isNotNull(companies.closedAt)))
}

/** Somebody's own place in a company, and whether it would be left without an owner, or empty, when they go. */
export function selectOwnPlace(db: Database, company: string, learner: string) {
  return db.all<OwnPlace>(sql`select m.id, c.name as company,
      not exists (select 1 from ${memberships} o where o.company = c.id and o.left_at is null and o.id <> m.id) as isAlone,
      m.role = 'owner' as isOwner, m.role = 'owner' and not exists (select 1 from ${memberships} o
        where o.company = c.id and o.left_at is null and o.id <> m.id and o.role = 'owner') as isOnlyOwner
    from ${memberships} m join ${companies} c on c.id = m.company
    where m.company = ${company} and m.learner = ${learner} and m.left_at is null`)
}

export interface OwnPlace {
  id: string
  /** The company's name. */
  company: string
  isAlone: 0 | 1
  isOwner: 0 | 1
  isOnlyOwner: 0 | 1
}

/** Recipients for a mail before the change: the member who is about to be made or unmade an owner by somebody else. */
export function whoseOwnershipMoves(company: string, change: RoleChange): SQL {
  return sql`${whoBelongs(change.member)} and m.learner <> ${change.by} and ${ownershipMoves(company, change)}`
}

/** Recipients for a mail, `id` and `email`: who was removed just now, who belongs, everybody who does. */
export function whoWasRemoved(member: string, now: Date): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.id = ${member} and m.left_at = ${now.getTime()} and m.removed_by is not null`
}

export function whoBelongs(member: string): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.id = ${member} and m.left_at is null`
}

export function everybodyIn(company: string): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.company = ${company} and m.left_at is null`
}
