import { and, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { addresses, users } from '../../db/schema/accounts.ts'
import { companies, invitations, memberships, teams } from '../../db/schema/companies.ts'
import { runs, seats } from '../store.ts'
import { dayMs, most, mostSends, waitMs } from './rules.ts'

export const openPerPage = 100

/** Unused, not withdrawn and not run out. One that was declined is as open as any: nobody in the company is told. */
export function isOpen(now: Date): SQL {
  return sql`(revoked_at is null and used_at is null and expires_at > ${now.getTime()}
    and (uses_left is null or uses_left > 0))`
}

/** To one person, on paper or in a mail, or a link for one that was handed on. */
const isForOne = sql`(kind in ('mail', 'paper') or (kind is null and uses_left is not null))`

/** A company as its page of invitations shows it, for those who run it; no row for anybody else. */
export function selectInvitingCompany(db: Database, company: string, { viewer, now }: { viewer: string; now: Date }) {
  const v = alias(memberships, 'v')
  return db
    .select({
      id: companies.id,
      name: companies.name,
      viewerName: v.name,
      role: v.role,
      seats,
      members: sql`(select count(*) from ${memberships} where company = ${company} and left_at is null)`.mapWith(
        Number,
      ),
      open: sql`(select count(*) from ${invitations} where company = ${company} and ${isForOne}
        and ${isOpen(now)})`.mapWith(Number),
    })
    .from(companies)
    .innerJoin(v, and(eq(v.company, companies.id), eq(v.learner, viewer), isNull(v.leftAt)))
    .where(
      and(
        eq(companies.id, company),
        sql`${v.role} in ('owner', 'manager')`,
        isNull(companies.closedAt),
        isNull(companies.closesAt),
      ),
    )
}

/** The live link of the whole company. */
export function selectLink(db: Database, company: string, { viewer, now }: { viewer: string; now: Date }) {
  return db
    .select({ code: invitations.code, expiresAt: invitations.expiresAt, uses: invitations.uses })
    .from(invitations)
    .where(
      and(
        eq(invitations.company, company),
        isNull(invitations.kind),
        isNull(invitations.usesLeft),
        isOpen(now),
        runs(company, viewer, 'owner', 'manager'),
      ),
    )
    .orderBy(sql`created_at desc`)
    .limit(1)
}

/** Open invitations to one person each, in the order of names and addresses: one page of them. */
export function selectOpen(
  db: Database,
  company: string,
  { viewer, now, page }: { viewer: string; now: Date; page: number },
) {
  return db
    .select({
      /** Of what is handed on as a code. A mailed one stays with whom it was mailed to. */
      code: sql<string | null>`iif(kind is 'mail', null, code)`,
      kind: invitations.kind,
      email: invitations.email,
      name: invitations.name,
      team: sql<string | null>`(select t.name from ${teams} t where t.id = ${invitations.team})`,
      createdAt: invitations.createdAt,
      sentAt: invitations.sentAt,
      sends: invitations.sends,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.company, company), isForOne, isOpen(now), runs(company, viewer, 'owner', 'manager')))
    .orderBy(sql`coalesce(email, name, ''), code`)
    .limit(openPerPage)
    .offset(page * openPerPage)
}

export type OpenInvitation = Awaited<ReturnType<typeof selectOpen>>[number]

export interface Inviting {
  learner: string
  now: Date
}

export function mailsOfCompany(company: string, now: Date): SQL {
  return sql`(select count(*) from ${invitations} where company = ${company} and sent_at > ${now.getTime() - dayMs})`
}

/** By the companies that the account knows: there is an index of those. */
export function mailsOfAccount(learner: string, now: Date): SQL {
  return sql`(select count(*) from ${invitations} where created_by = ${learner} and sent_at > ${now.getTime() - dayMs}
    and company in (select company from ${memberships} where learner = ${learner}))`
}

export function mayMailSoMany(company: string, { learner, now }: Inviting, count: number): SQL {
  return sql`${mailsOfCompany(company, now)} + ${count} <= ${most.mails}
    and ${mailsOfAccount(learner, now)} + ${count} <= ${most.mails}`
}

/** For the outbox: whom to mail an invitation again, of those who have not said no. */
export function whomToMailAgain(company: string, email: string, now: Date): SQL {
  return sql`select email, code as part from ${invitations} where company = ${company} and email = ${email}
    and kind = 'mail' and declined_at is null and revoked_at is null and used_at is null and sent_at = ${now.getTime()}`
}

interface OneOf {
  learner: string
  now: Date
  /** Where it was mailed, or the code that was handed on. */
  email: string
  code: string
}

function isOne({ email, code }: Pick<OneOf, 'email' | 'code'>): SQL {
  return email
    ? sql`(email = ${email} and kind = 'mail')`
    : sql`(code = ${code} and (kind is null or kind = 'paper') and uses_left is not null)`
}

/** Mails an invitation again, if that is not too soon or too often, and lets it hold anew. */
export function sendAgain(
  db: Database,
  company: string,
  { learner, now, email, expiresAt }: Inviting & { email: string; expiresAt: Date },
) {
  return db
    .update(invitations)
    .set({ sentAt: now, sends: sql`sends + 1`, expiresAt, createdBy: learner })
    .where(
      and(
        eq(invitations.company, company),
        isOne({ email, code: '' }),
        isOpen(now),
        sql`sends < ${mostSends} and coalesce(sent_at, 0) <= ${now.getTime() - waitMs}`,
        mayMailSoMany(company, { learner, now }, 1),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
    .returning({ sends: invitations.sends })
}

/** Withdraws an open invitation to one person. */
export function withdrawInvitation(db: Database, company: string, { learner, now, ...one }: OneOf) {
  return db
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.company, company), isOne(one), isOpen(now), runs(company, learner, 'owner', 'manager')))
    .returning({ createdAt: invitations.createdAt })
}

/** A row where the newest invitation to one person was withdrawn. */
export function selectWithdrawn(db: Database, company: string, { learner, ...one }: OneOf) {
  return db
    .select({ at: invitations.revokedAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.company, company),
        isOne(one),
        isNotNull(invitations.revokedAt),
        isNull(invitations.usedAt),
        sql`not exists (select 1 from ${invitations} n where n.company = ${company} and n.email = ${invitations.email}
          and n.created_at > ${invitations.createdAt})`,
        runs(company, learner, 'owner', 'manager'),
      ),
    )
    .limit(1)
}

/** Closes the link of the whole company. */
export function closeLink(db: Database, company: string, { learner, now }: Inviting) {
  return db
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.company, company),
        isNull(invitations.kind),
        isNull(invitations.usesLeft),
        isNull(invitations.revokedAt),
        runs(company, learner, 'owner', 'manager'),
      ),
    )
    .returning({ createdAt: invitations.createdAt })
}

/** A no to an invitation to one person, by whoever has it. Nothing is kept of a no to a link for all. */
export function recordDecline(db: Database, code: string, now: Date) {
  return db
    .update(invitations)
    .set({ declinedAt: sql`coalesce(declined_at, ${now.getTime()})` })
    .where(and(eq(invitations.code, code), sql`kind in ('mail', 'paper')`, isOpen(now)))
}

/** Invitations to the addresses of an account that is about to be erased. */
export function forgetInvited(db: Database, learner: string) {
  return db.run(sql`delete from ${invitations} where email in (select email from ${users} where id = ${learner}
    union select email from ${addresses} where user_id = ${learner})`)
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

/** What nobody can join with any more. */
export function deleteExpiredInvitations(db: Database, now: Date) {
  return db.delete(invitations).where(lte(invitations.expiresAt, now))
}
