import { and, asc, desc, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { companies, invitations, memberships } from '../../db/schema/companies.ts'
import { codeMs } from '../rules.ts'
import { runs } from '../store.ts'

/**
 * How two companies become one. An owner of the closing one asks: an invitation of the kind `merge` without a
 * membership, whose code goes to an owner of the other. Their yes is `merged_into`, and asks each member by an
 * invitation of that kind, which is for one membership. Nothing of all this can be joined by: `uses_left` is 0.
 */

const into = alias(companies, 'into')
const b = alias(companies, 'b')

/** A company and the one that it is being merged into, for its owners; and its open question to another's. */
export function selectMerger(db: Database, company: string, { owner, now }: { owner: string; now: Date }) {
  return db
    .select({
      id: companies.id,
      name: companies.name,
      into: into.name,
      code: invitations.code,
      expiresAt: invitations.expiresAt,
    })
    .from(companies)
    .leftJoin(into, and(eq(into.id, companies.mergedInto), isNull(into.closedAt)))
    .leftJoin(invitations, and(eq(invitations.company, companies.id), isOpenAsk(now)))
    .where(and(eq(companies.id, company), isNull(companies.closedAt), runs(company, owner, 'owner')))
    .orderBy(desc(invitations.createdAt))
    .limit(1)
}

function isOpenAsk(now: Date): SQL | undefined {
  return and(
    eq(invitations.kind, 'merge'),
    isNull(invitations.membership),
    isNull(invitations.revokedAt),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
  )
}

/** Other open companies that somebody owns. */
export function selectOwned(db: Database, owner: string, other: string) {
  return db
    .select({ id: companies.id, name: companies.name })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.company))
    .where(
      and(
        eq(memberships.learner, owner),
        eq(memberships.role, 'owner'),
        isNull(memberships.leftAt),
        isNull(companies.closedAt),
        ne(companies.id, other),
      ),
    )
    .orderBy(asc(memberships.joinedAt))
}

/** The company whose owner asks by a code. */
export function selectAsk(db: Database, code: string, now: Date) {
  return db
    .select({ company: companies.id, name: companies.name, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.company))
    .where(and(eq(invitations.code, code), isOpenAsk(now), isNull(companies.closedAt)))
}

interface Ask {
  code: string
  by: string
  now: Date
  expiresAt: Date
}

/** A question to the owner of another company, by an owner; the one before ends. */
export function recordAsk(db: Database, company: string, { code, by, now, expiresAt }: Ask) {
  const mayAsk = sql`${runs(company, by, 'owner')} and exists (select 1 from ${companies} c
    where c.id = ${company} and c.closed_at is null and ${isNowhere('c')})`
  return {
    replaced: db.run(sql`update ${invitations} set revoked_at = ${now.getTime()}
      where company = ${company} and kind = 'merge' and membership is null and revoked_at is null and used_at is null
        and ${mayAsk}`),
    asked: db.run(sql`insert into ${invitations} (code, company, created_by, created_at, expires_at, uses_left, kind)
      select ${code}, ${company}, ${by}, ${now.getTime()}, ${expiresAt.getTime()}, 0, 'merge' where ${mayAsk}`),
  }
}

/** The end of a question that nobody answered. */
export function endAsk(db: Database, code: string, now: Date) {
  return db.run(sql`update ${invitations} set revoked_at = ${now.getTime()}
    where code = ${code} and kind = 'merge' and membership is null and used_at is null`)
}

/** A company, by its name in the statement, is not being merged into one that is open. */
function isNowhere(name: 'c' | 'b' | 'companies'): SQL {
  return sql`not exists (select 1 from companies t where t.id = ${sql.raw(name)}.merged_into and t.closed_at is null)`
}

interface Merger {
  code: string
  company: string
  into: string
  by: string
  now: Date
}

/**
 * Statements by which the owner of a company says yes to take over another. Neither may be closed or to close, on its
 * way into a third, or be the one that the other is on its way into: of two at once the second changes nothing.
 */
export function recordMerger(db: Database, { code, company, into: target, by, now }: Merger) {
  const isAsked = sql`exists (select 1 from ${invitations} i where i.code = ${code} and i.company = ${company}
    and i.kind = 'merge' and i.membership is null and i.revoked_at is null and i.used_at is null
    and i.expires_at > ${now.getTime()})`
  const mayTake = sql`exists (select 1 from ${companies} b where b.id = ${target} and b.closed_at is null
    and b.closes_at is null and ${isNowhere('b')})`
  return {
    merged: db
      .update(companies)
      .set({ mergedInto: target })
      .where(
        and(
          eq(companies.id, company),
          ne(companies.id, target),
          isNull(companies.closedAt),
          isNowhere('companies'),
          sql`not exists (select 1 from ${companies} c where c.merged_into = ${company} and c.closed_at is null)`,
          isAsked,
          mayTake,
          runs(target, by, 'owner'),
        ),
      )
      .returning({ id: companies.id }),
    answered: db.run(sql`update ${invitations} set used_at = ${now.getTime()} where code = ${code} and ${isAsked}
      and exists (select 1 from ${companies} c where c.id = ${company} and c.merged_into = ${target})
      and ${runs(target, by, 'owner')}`),
  }
}

/** Asks every member who belongs to a company that is being merged, and neither to the other nor was asked before. */
export function offerToRest(db: Database, company: string, { by, now }: { by: string; now: Date }) {
  const expiresAt = now.getTime() + codeMs
  return db.run(sql`insert into ${invitations}
      (code, company, created_by, created_at, expires_at, uses_left, kind, membership, on_behalf)
    select upper(hex(randomblob(8))), b.id, ${by}, ${now.getTime()}, ${expiresAt}, 0, 'merge', m.id, m.on_behalf
    from ${memberships} m
    join ${companies} a on a.id = m.company and a.closed_at is null
    join ${companies} b on b.id = a.merged_into and b.closed_at is null and b.closes_at is null
    where a.id = ${company} and m.left_at is null
      and exists (select 1 from ${memberships} o where o.learner = ${by} and o.left_at is null and o.role = 'owner'
        and o.company in (a.id, b.id))
      and not exists (select 1 from ${memberships} o where o.company = b.id and o.learner = m.learner and o.left_at is null)
      and not exists (select 1 from ${invitations} i where i.company = b.id and i.kind = 'merge' and i.membership = m.id
        and i.revoked_at is null)`)
}

/** Recipients for a mail, `id` and `email`: who was asked just now to come along. */
export function whoWasAsked(company: string, now: Date): SQL {
  return sql`select m.id, u.email from ${invitations} i join ${memberships} m on m.id = i.membership
    join users u on u.id = m.learner
    where m.company = ${company} and i.kind = 'merge' and i.created_at = ${now.getTime()}
      and i.company = (select merged_into from ${companies} a where a.id = ${company})`
}

/**
 * Statements that take a merger back, by an owner of the company that was to close: whoever has come along stays there.
 * `wasOnlyAsked` says, right after `withdrawn`, that there was a question alone; `isMerging`, before `unmerged`, that there
 * is a merger, with the company `into`.
 */
export function withdrawMerger(db: Database, company: string, { by, now }: { by: string; now: Date }) {
  const isOpen = sql`exists (select 1 from ${companies} c where c.id = ${company} and c.closed_at is null)`
  const isMerging = sql`exists (select 1 from ${companies} c where c.id = ${company} and c.closed_at is null
    and not ${isNowhere('c')} and ${runs(company, by, 'owner')})`
  return {
    isMerging,
    wasOnlyAsked: sql`changes() > 0 and not ${isMerging}`,
    into: sql`(select c.merged_into from ${companies} c where c.id = ${company})`,
    withdrawn: db.run(sql`update ${invitations} set revoked_at = ${now.getTime()}
      where kind = 'merge' and used_at is null and revoked_at is null and ${isOpen} and ${runs(company, by, 'owner')}
        and ((company = ${company} and membership is null)
          or (company = (select merged_into from ${companies} a where a.id = ${company})
            and membership in (select m.id from ${memberships} m where m.company = ${company})))`),
    unmerged: db
      .update(companies)
      .set({ mergedInto: null })
      .where(and(eq(companies.id, company), isNull(companies.closedAt), runs(company, by, 'owner'))),
  }
}

/** A company that is being merged into another, for an owner of that one: by itself, or by the code that was answered. */
export function selectMerged(
  db: Database,
  asked: { company: string } | { code: string },
  { into: target, owner }: { into: string; owner: string },
) {
  const company =
    'company' in asked
      ? sql`${asked.company}`
      : sql`(select i.company from ${invitations} i where i.code = ${asked.code} and i.kind = 'merge'
          and i.membership is null and i.used_at is not null)`
  return db
    .select({ into: sql<string>`${companies.mergedInto}` })
    .from(companies)
    .where(and(eq(companies.id, company), eq(companies.mergedInto, target), runs(target, owner, 'owner')))
}

/** Why a merger into a company cannot be: for the words of a no, after it. */
export function selectObstacle(db: Database, { company, into: target }: Pick<Merger, 'company' | 'into'>) {
  return db
    .select({
      isClosed: sql`(${b.closedAt} is not null or ${b.closesAt} is not null)`.mapWith(Boolean),
      comesHere: sql`${b.mergedInto} = ${company}`.mapWith(Boolean),
      isMerging: sql`not ${isNowhere('b')}`.mapWith(Boolean),
    })
    .from(b)
    .where(eq(b.id, target))
}
