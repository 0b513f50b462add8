import { lt, type SQL, sql } from 'drizzle-orm'

import { dayOf, midnightOf } from '../../../formats/day.ts'
import type { Database } from '../../db/client.ts'
import { auditEntries, memberships } from '../../db/schema/companies.ts'
import { type AuditAction, isDayOnly } from './rules.ts'

interface NewEntry {
  company: string
  /** The account of whoever does it; undefined for what nobody pressed. */
  by: string | undefined
  action: AuditAction
  /** The membership, team or invitation it is done to. */
  subject?: string
  /** From short lists: a role, a reason, a number. Never a name, an address or anything typed. */
  facts?: Record<string, string | number>
  now: Date
  /** Whether it happened; without it, that the statement right before this one in the batch changed a row. */
  when?: SQL
}

/**
 * The statement that enters something in a company's audit log, for the batch in which it happens, right after the
 * statement that does it: what did not happen is not entered.
 */
export function recordEntry(db: Database, { company, by, action, subject, facts = {}, now, when }: NewEntry) {
  const dayOnly = isDayOnly(action)
  const at = dayOnly ? midnightOf(dayOf(now)) : now
  const actor = by === undefined ? sql`null` : membershipOf(company, by)
  return db.run(sql`insert into ${auditEntries} (company, actor, action, subject, facts, at, is_day_only)
    select ${company}, ${actor}, ${action}, ${subject ?? null}, ${JSON.stringify(facts)}, ${at.getTime()}, ${dayOnly ? 1 : 0}
    where ${when ?? sql`changes() > 0`} and exists (select 1 from companies where id = ${company})`)
}

/** The newest membership of an account: whoever leaves is still the one who left. */
function membershipOf(company: string, learner: string): SQL {
  return sql`(select a.id from ${memberships} a where a.company = ${company} and a.learner = ${learner}
    order by a.left_at is null desc, a.joined_at desc limit 1)`
}

/** Statement for the scheduled run: entries older than 24 months are forgotten. */
export function forgetEntries(db: Database, before: Date) {
  return db.delete(auditEntries).where(lt(auditEntries.at, before))
}
