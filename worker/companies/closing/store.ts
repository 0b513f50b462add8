import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Database } from '../../db/client.ts'
import { auditEntries, companies, invitations, memberships, openings, teams } from '../../db/schema/companies.ts'
import { dropTicksOver, keepSightsOf } from '../sights/store.ts'
import { runs } from '../store.ts'

const m = alias(memberships, 'm')
const into = alias(companies, 'into_company')

/** A company that an owner may close, and how many belong to it; no row for anybody else. */
export function selectToClose(db: Database, company: string, owner: string) {
  return db
    .select({
      id: companies.id,
      name: companies.name,
      members: sql`(select count(*) from ${memberships} m where ${m.company} = ${companies.id}
        and ${m.leftAt} is null)`.mapWith(Number),
      into: into.name,
    })
    .from(companies)
    .leftJoin(into, and(eq(into.id, companies.mergedInto), isNull(into.closedAt)))
    .where(and(eq(companies.id, company), isNull(companies.closedAt), runs(company, owner, 'owner')))
}

/** Statements that close a company, by an owner: each membership remembers why, and triggers end it and the codes. */
export function closeCompanyRow(
  db: Database,
  company: string,
  { by, now, until }: { by: string; now: Date; until: Date },
) {
  const isClosing = and(eq(companies.id, company), isNull(companies.closedAt), runs(company, by, 'owner'))!
  return {
    ...markClosing(db, isClosing),
    closed: db
      .update(companies)
      .set({ closedAt: now, reopenUntil: until })
      .where(isClosing)
      .returning({ id: companies.id }),
  }
}

/** Statements for right before companies are closed: whoever belongs to them goes because of that. */
export function markClosing(db: Database, isClosing: SQL) {
  const isLeaving = and(
    isNull(memberships.leftAt),
    sql`${memberships.company} in (select ${companies.id} from ${companies} where ${isClosing})`,
  )!
  return {
    sights: keepSightsOf(db, isLeaving),
    marked: db.update(memberships).set({ closedWith: true }).where(isLeaving),
  }
}

/** Somebody owned the company when an owner closed it. */
function ownedUntilClosing(company: string, learner: string): SQL {
  return sql`exists (select 1 from ${memberships} where company = ${company} and learner = ${learner}
    and role = 'owner' and closed_with = 1)`
}

/** A closed company, for those who owned it to the end, and an open one for its owners; no row for anybody else. */
export function selectClosedCompany(db: Database, company: string, learner: string) {
  return db
    .select({
      id: companies.id,
      name: companies.name,
      closedAt: companies.closedAt,
      reopenUntil: companies.reopenUntil,
    })
    .from(companies)
    .where(
      and(
        eq(companies.id, company),
        or(runs(company, learner, 'owner'), and(isNotNull(companies.closedAt), ownedUntilClosing(company, learner))),
      ),
    )
}

export type ClosedCompany = Awaited<ReturnType<typeof selectClosedCompany>>[number]

/** Opens a company again while there is time, by somebody who owned it when it was closed. */
export function reopenCompanyRow(db: Database, company: string, { by, now }: { by: string; now: Date }) {
  return db
    .update(companies)
    .set({ closedAt: null, reopenUntil: null })
    .where(
      and(
        eq(companies.id, company),
        isNotNull(companies.closedAt),
        gt(companies.reopenUntil, now),
        ownedUntilClosing(company, by),
      ),
    )
    .returning({ id: companies.id })
}

/**
 * Statements that bring back whoever belonged to an opened company when it closed, and nobody who had left before. What was
 * done in between is earlier. The owners come first: the database lets nobody into a company that nobody owns.
 */
export function restoreMemberships(db: Database, company: string, now: Date) {
  const isOpen = sql`exists (select 1 from ${companies} where ${companies.id} = ${company} and ${companies.closedAt} is null)`
  const isBack = and(eq(memberships.company, company), eq(memberships.closedWith, true), isOpen)!
  const back = (who: SQL) =>
    db.update(memberships).set({ leftAt: null, closedWith: false, seenFrom: now }).where(and(isBack, who))
  return {
    unticked: dropTicksOver(db, isBack),
    owners: back(sql`role = 'owner'`),
    others: back(sql`role <> 'owner'`),
  }
}

/** Recipients for a mail, `id` and `email`: everybody who belonged to a company that was closed just now. */
export function whoLeftWith(company: string, now: Date): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.company = ${company} and m.closed_with = 1 and m.left_at = ${now.getTime()}`
}

/** Recipients for a mail, `id` and `email`: everybody in a company that was opened again; nobody where it was not. */
export function whoIsBack(company: string, by: string): SQL {
  return sql`select m.id, u.email from ${memberships} m join users u on u.id = m.learner
    where m.company = ${company} and m.left_at is null and ${runs(company, by, 'owner')}`
}

/**
 * Statements for the scheduled run, about companies whose time to be opened again is over: all that was theirs goes but
 * the log, with those who may read it. With its last entry the company goes itself.
 */
export function deleteClosed(
  db: Database,
  { now, keptMs, forgottenSince }: { now: Date; keptMs: number; forgottenSince: Date },
) {
  const over = sql`(select id from ${companies} where closed_at is not null
    and coalesce(reopen_until, closed_at + ${keptMs}) <= ${now.getTime()})`
  return [
    db.run(sql`delete from ${invitations} where company in ${over}`),
    db.run(sql`delete from ${teams} where company in ${over}`),
    db.run(sql`delete from ${openings} where company in ${over}`),
    db.run(sql`delete from ${memberships} where company in ${over} and role <> 'owner'`),
    db.run(sql`update ${companies} set contact_name = null, contact_reach = null
      where contact_name is not null and id in ${over}`),
    db.run(sql`delete from ${companies} where closed_at <= ${forgottenSince.getTime()}
      and not exists (select 1 from ${auditEntries} a where a.company = ${companies}.id)`),
  ] as const
}
