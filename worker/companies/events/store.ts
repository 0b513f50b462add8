import { and, asc, eq, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { markClosing } from '../closing/store.ts'
import { forgetEntries, recordClosings } from '../audit/store.ts'
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
      /** Its people were told that it would close, and nothing since. */
      wasClosing: sql<0 | 1>`exists (select 1 from ${companyEvents} c where c.company = company_events.company
        and c.kind = 'closing' and c.told_at is not null and c.at <= company_events.at
        and not exists (select 1 from ${companyEvents} o where o.company = c.company
          and o.kind <> 'closing' and o.at >= c.at and o.id <> company_events.id))`,
    })
    .from(companyEvents)
    .innerJoin(companies, eq(companies.id, companyEvents.company))
    .where(isNull(companyEvents.toldAt))
    .orderBy(asc(companyEvents.at))
    .limit(eventsPerRun)
}

/** A condition for use before it is told. */
export function isUntold(event: string): SQL {
  return sql`exists (select 1 from ${companyEvents} where id = ${event} and told_at is null)`
}

export function recordTold(db: Database, event: string, now: Date) {
  return db.update(companyEvents).set({ toldAt: now }).where(eq(companyEvents.id, event))
}

/** Statements for the scheduled run: companies close whose day has come, and old events are forgotten. */
export function closeDue(db: Database, now: Date, forgetBefore: Date) {
  const isDue = and(isNull(companies.closedAt), lte(companies.closesAt, now))!
  const marked = markClosing(db, isDue)
  return [
    recordClosings(db, now),
    marked.sights,
    marked.marked,
    db.update(companies).set({ closedAt: now }).where(isDue),
    db.delete(companyEvents).where(lt(companyEvents.at, forgetBefore)),
    forgetEntries(db, forgetBefore),
  ] as const
}
