import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { companies, companyEvents } from '../../db/schema/companies.ts'

const eventsPerRun = 20

/** What happened to companies and was not told yet, the oldest first. */
export function selectUntold(db: Database) {
  return db
    .select({
      id: companyEvents.id,
      kind: companyEvents.kind,
      member: companyEvents.member,
      company: companyEvents.company,
      name: companies.name,
      closesAt: sql<number | null>`${companies.closesAt}`,
    })
    .from(companyEvents)
    .innerJoin(companies, eq(companies.id, companyEvents.company))
    .where(isNull(companyEvents.toldAt))
    .orderBy(asc(companyEvents.at))
    .limit(eventsPerRun)
}

export function recordTold(db: Database, event: string, now: Date) {
  return db.update(companyEvents).set({ toldAt: now }).where(eq(companyEvents.id, event))
}

/** Statements for the scheduled run: companies close whose day has come, and old events are forgotten. */
export function closeDue(db: Database, now: Date, forgetBefore: Date) {
  return [
    db
      .update(companies)
      .set({ closedAt: now })
      .where(and(isNull(companies.closedAt), lte(companies.closesAt, now))),
    db.delete(companyEvents).where(lt(companyEvents.at, forgetBefore)),
  ] as const
}
