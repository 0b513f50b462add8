import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { companies, invitations, memberships, terms } from '../../db/schema/companies.ts'
import { type Membership, recordShares } from '../store.ts'
import { termsIn } from '../rules.ts'

const m = alias(memberships, 'm')
const from = alias(companies, 'from_company')
const to = alias(companies, 'to_company')

/** The offers to somebody to come along from one company into another, which they have not answered. */
export function selectMoves(db: Database, learner: string, now: Date) {
  return db
    .select({ company: to.id, name: to.name, from: from.name })
    .from(m)
    .innerJoin(from, eq(from.id, m.company))
    .innerJoin(to, eq(to.id, from.mergedInto))
    .innerJoin(invitations, and(eq(invitations.company, to.id), eq(invitations.membership, m.id)))
    .where(and(eq(m.learner, learner), isOffered(now), isNull(invitations.declinedAt)))
    .orderBy(invitations.createdAt)
}

/** Of whoever belongs to the closing company, or did until it closed, and not to the other. */
function isOffered(now: Date) {
  return and(
    eq(invitations.kind, 'merge'),
    isNull(invitations.revokedAt),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
    or(isNull(m.leftAt), eq(m.closedWith, true)),
    isNull(to.closedAt),
    isNull(to.closesAt),
    sql`not exists (select 1 from ${memberships} o where o.company = ${to.id} and o.learner = ${m.learner}
      and o.left_at is null)`,
  )
}

/** One such offer, also one that was said no to, with the terms of the company that it leads into. */
export function selectMove(db: Database, company: string, { learner, now }: { learner: string; now: Date }) {
  return db
    .select({
      code: invitations.code,
      company: to.id,
      name: to.name,
      from: from.name,
      displayName: m.name,
      version: terms.version,
      courses: sql`${terms.courses}`.mapWith(termsIn),
    })
    .from(m)
    .innerJoin(from, eq(from.id, m.company))
    .innerJoin(to, eq(to.id, from.mergedInto))
    .innerJoin(invitations, and(eq(invitations.company, to.id), eq(invitations.membership, m.id)))
    .innerJoin(terms, eq(terms.company, to.id))
    .where(and(eq(m.learner, learner), eq(to.id, company), isOffered(now)))
    .orderBy(desc(terms.version))
    .limit(1)
}

export type Move = Awaited<ReturnType<typeof selectMove>>[number]

type NewMember = Pick<Membership, 'id' | 'company' | 'learner' | 'name' | 'nameKey' | 'termsVersion'> & { now: Date }

/** Statements for the yes: the membership in the other company, by the offer that is this learner's, once. */
export function recordMove(db: Database, code: string, member: NewMember, earlier: string[]) {
  const { id, company, learner, name, nameKey, termsVersion, now } = member
  const at = now.getTime()
  return {
    joined: db.run(sql`insert into ${memberships}
        (id, company, learner, role, name, name_key, terms_version, joined_at, on_behalf)
      select ${id}, i.company, m.learner, 'member', ${name}, ${nameKey}, ${termsVersion}, ${at}, i.on_behalf
      from ${invitations} i join ${memberships} m on m.id = i.membership
      where i.code = ${code} and i.company = ${company} and i.kind = 'merge' and m.learner = ${learner}
        and (m.left_at is null or m.closed_with = 1)
        and i.revoked_at is null and i.used_at is null and i.expires_at > ${at}
        and ${termsVersion} = (select max(version) from ${terms} t where t.company = i.company)
        and exists (select 1 from ${companies} c where c.id = i.company and c.closed_at is null and c.closes_at is null)
      on conflict do nothing`),
    used: db.run(sql`update ${invitations} set used_at = ${at}, declined_at = null
      where code = ${code} and exists (select 1 from ${memberships} where id = ${id})`),
    shared: recordShares(db, { membership: id, learner, courses: earlier, at: now }),
    members: db.select({ id: memberships.id }).from(memberships).where(eq(memberships.id, id)),
  }
}

/** A condition for use after it: the membership is there. */
export function hasMoved(member: string) {
  return sql`exists (select 1 from ${memberships} where id = ${member})`
}

/** A no, which nobody in either company is told. */
export function declineMove(db: Database, company: string, { learner, now }: { learner: string; now: Date }) {
  return db.run(sql`update ${invitations} set declined_at = ${now.getTime()}
    where company = ${company} and kind = 'merge' and used_at is null and revoked_at is null and declined_at is null
      and membership in (select m.id from ${memberships} m where m.learner = ${learner})`)
}
