import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { dayInSweden } from '../../db/day-in-sweden.ts'
import { auditEntries, companies, invitations, memberships, teamManagers, teams } from '../../db/schema/companies.ts'
import type { AuditAction } from '../audit/rules.ts'
import { runs } from '../store.ts'

type Role = 'owner' | 'manager' | 'member'

const o = alias(memberships, 'o')

/** Somebody else belongs to the company of this place; `more` narrows who. */
function hasAnother(place: typeof m, more: SQL): SQL {
  return sql`exists (select 1 from ${memberships} o where ${o.company} = ${place.company} and ${o.leftAt} is null
    and ${o.id} <> ${place.id} and ${more})`
}

const m = alias(memberships, 'm')
const isOwner = sql`${m.role} = 'owner'`.mapWith(Boolean)
const isOnlyOwner = sql`${m.role} = 'owner' and not ${hasAnother(m, sql`${o.role} = 'owner'`)}`.mapWith(Boolean)

interface Asked {
  member: string
  viewer: string
  now: Date
  /** Those who run the member's team ask too: they see it, and change nothing. */
  isForTeams?: boolean
}

/** One member as those who run the company may know them, with the viewer's own role; no row for anybody else. */
export function selectMember(db: Database, company: string, { member, viewer, now, isForTeams = false }: Asked) {
  const v = alias(memberships, 'v')
  const runsAll = inArray(v.role, ['owner', 'manager'])
  const runsTeam = sql`${m.team} in (select r.team from ${teamManagers} r where r.membership = ${v.id})`
  return db
    .select({
      id: m.id,
      name: m.name,
      role: m.role,
      isViewer: sql`${m.learner} = ${v.learner}`.mapWith(Boolean),
      /** The company's name. */
      company: companies.name,
      team: m.team,
      teamName: sql<string | null>`(select t.name from ${teams} t where t.id = ${m.team})`,
      onBehalf: m.onBehalf,
      joinedDay: dayInSweden(m.joinedAt),
      /** The ids of the teams that the member runs. */
      runs: sql`(select json_group_array(r.team) from ${teamManagers} r where r.membership = ${m.id})`.mapWith(
        (stored: string) => JSON.parse(stored) as string[],
      ),
      viewerRole: v.role,
      viewerName: v.name,
      /** The team has a live link, by which somebody removed would come back. */
      hasLink: sql`exists (select 1 from ${invitations} where ${invitations.company} = ${companies.id}
        and ${invitations.usesLeft} is null and ${invitations.revokedAt} is null
        and ${invitations.expiresAt} > ${now.getTime()})`.mapWith(Boolean),
      isOnlyOwner,
    })
    .from(m)
    .innerJoin(companies, eq(companies.id, m.company))
    .innerJoin(
      v,
      and(
        eq(v.company, companies.id),
        eq(v.learner, viewer),
        isNull(v.leftAt),
        isForTeams ? or(runsAll, runsTeam) : runsAll,
      ),
    )
    .where(and(eq(m.company, company), eq(m.id, member), isNull(m.leftAt)))
}

export type MemberView = Awaited<ReturnType<typeof selectMember>>[number]

export interface RoleChange {
  member: string
  role: Role
  /** Who does it, and whether they have shown to be the account's owner: without that no owner is made or unmade. */
  by: string
  isVouched: boolean
}

/** Another role than the one they have, by an owner; the last owner stays one. */
export function updateRole(db: Database, company: string, change: RoleChange) {
  return db
    .update(memberships)
    .set({ role: change.role })
    .where(and(mayChange(company, change), sql`${memberships.role} <> ${change.role}`))
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

/**
 * A row where somebody has made a member an owner, who is one still, and is themselves what they chose to be then. For
 * whoever did it.
 */
export function selectHandedOver(
  db: Database,
  company: string,
  { heir, self, learner }: { heir: string; self: Role; learner: string },
) {
  return db
    .select({ id: m.id })
    .from(m)
    .innerJoin(o, and(eq(o.company, m.company), eq(o.id, heir), eq(o.role, 'owner'), isNull(o.leftAt)))
    .where(
      and(
        eq(m.company, company),
        eq(m.learner, learner),
        eq(m.role, self),
        isNull(m.leftAt),
        sql`exists (select 1 from ${auditEntries} e where e.company = ${company} and e.actor = ${m.id}
          and e.subject = ${heir} and e.action = ${'role-changed' satisfies AuditAction})`,
      ),
    )
}

/** Whether a member works on the company's behalf, by those who run it, where `when` holds. */
export function setOnBehalf(
  db: Database,
  company: string,
  { member, by, onBehalf, when }: { member: string; by: string; onBehalf: boolean; when?: SQL | undefined },
) {
  return db
    .update(memberships)
    .set({ onBehalf })
    .where(
      and(
        isMember(company, member),
        sql`${memberships.onBehalf} <> ${onBehalf ? 1 : 0}`,
        runs(company, by, 'owner', 'manager'),
        when,
      ),
    )
}

/** Those whom an owner may hand the company over to, managers first; for the owner's own page. */
export function selectHeirs(db: Database, company: string, owner: string) {
  return db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(
      and(
        eq(memberships.company, company),
        isNull(memberships.leftAt),
        sql`${memberships.role} <> 'owner'`,
        runs(company, owner, 'owner'),
      ),
    )
    .orderBy(sql`${memberships.role} = 'manager' desc`, memberships.nameKey, memberships.id)
    .limit(mostHeirs)
}

/** More than one reads in a list; the others' own pages make them owners. */
const mostHeirs = 100

/** A condition on a membership: it is this one of the company's, and somebody's still. */
export function isMember(company: string, member: string): SQL | undefined {
  return and(eq(memberships.company, company), eq(memberships.id, member), isNull(memberships.leftAt))
}

/** The same, for a statement on another table. */
export function isThere(company: string, member: string): SQL {
  return sql`exists (select 1 from ${memberships} where ${isMember(company, member)})`
}

function otherOwners(company: string) {
  return sql`(select count(*) from ${memberships} o where o.company = ${company} and o.role = 'owner'
    and o.left_at is null and o.id <> ${memberships.id})`
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

/**
 * A condition for right after the entry that somebody left: the company closed with them. Of two presses in one
 * millisecond only one made an entry.
 */
export function closedAt(company: string, now: Date): SQL {
  return sql`changes() > 0 and exists (select 1 from ${companies} where id = ${company} and closed_at = ${now.getTime()})`
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
  return db
    .select({
      id: m.id,
      /** The company's name. */
      company: companies.name,
      isAlone: sql`not ${hasAnother(m, sql`true`)}`.mapWith(Boolean),
      isOwner,
      isOnlyOwner,
    })
    .from(m)
    .innerJoin(companies, eq(companies.id, m.company))
    .where(and(eq(m.company, company), eq(m.learner, learner), isNull(m.leftAt)))
}

export type OwnPlace = Awaited<ReturnType<typeof selectOwnPlace>>[number]

/** Recipients for a mail before the change: the member who is about to be made or unmade an owner by somebody else. */
export function whoseOwnershipMoves(company: string, change: RoleChange): SQL {
  return sql`${whoBelongs(change.member)} and m.learner <> ${change.by} and ${ownershipMoves(company, change)}`
}

/** Recipients for a mail, `id` and `email`: who belongs, everybody who does. */
export function whoBelongs(member: string): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.id = ${member} and m.left_at is null`
}

export function everybodyIn(company: string): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.company = ${company} and m.left_at is null`
}
