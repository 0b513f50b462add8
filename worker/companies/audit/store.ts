import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { dayOf, midnightOf } from '../../../formats/day.ts'
import type { Database } from '../../db/client.ts'
import { auditEntries, companies, memberships, teams } from '../../db/schema/companies.ts'
import { type AuditAction, isDayOnly, type LogPlace } from './rules.ts'

interface NewEntry {
  /** Its id, or the SQL that finds it. */
  company: string | SQL
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
function membershipOf(company: string | SQL, learner: string): SQL {
  return sql`(select a.id from ${memberships} a where a.company = ${company} and a.learner = ${learner}
    order by a.left_at is null desc, a.joined_at desc limit 1)`
}

/** The company of a membership, where its id is all that is known. */
export function companyOf(membership: string): SQL {
  return sql`(select company from ${memberships} where id = ${membership})`
}

/** The statement that enters, before an account is erased, that its memberships end: as if it had left them. */
export function recordDepartures(db: Database, learner: string, now: Date) {
  const at = midnightOf(dayOf(now)).getTime()
  return db.run(sql`insert into ${auditEntries} (company, actor, action, subject, facts, at, is_day_only)
    select company, id, ${'member-left' satisfies AuditAction}, null, '{}', ${at}, 1 from ${memberships}
    where learner = ${learner} and left_at is null`)
}

/** The statement that enters, before it is done, which companies close by themselves. */
export function recordClosings(db: Database, now: Date) {
  return db.run(sql`insert into ${auditEntries} (company, actor, action, subject, facts, at, is_day_only)
    select id, null, ${'company-closed' satisfies AuditAction}, null, '{}', ${now.getTime()}, 0 from ${companies}
    where closed_at is null and closes_at <= ${now.getTime()}`)
}

/** What the log is asked for. */
export interface LogQuery {
  company: string
  /** The account of whoever asks. */
  viewer: string
  /** A part of a name as it is sorted; empty for everybody. */
  nameKey: string
  /** undefined: all. */
  actions: readonly string[] | undefined
  from: Date | undefined
  before: Date | undefined
}

const a = alias(memberships, 'a')
const s = alias(memberships, 's')
const t = alias(teams, 't')
const facts = sql`iif(json_valid(${auditEntries.facts}), ${auditEntries.facts}, '{}')`

/** Of a company that is there its owners read the log; of one that was closed, those who owned it then. */
export function mayReadLog(company: string, viewer: string): SQL {
  return sql`exists (select 1 from ${memberships} v join ${companies} c on c.id = v.company
    where v.company = ${company} and v.learner = ${viewer} and v.role = 'owner'
      and (v.left_at is null or v.left_at >= c.closed_at))`
}

/** The company whose log it is; no row for whoever may not read it. */
export function selectLogCompany(db: Database, { company, viewer }: Pick<LogQuery, 'company' | 'viewer'>) {
  return db
    .select({ name: companies.name, isClosed: sql`${companies.closedAt} is not null`.mapWith(Boolean) })
    .from(companies)
    .where(and(eq(companies.id, company), mayReadLog(company, viewer)))
}

/**
 * Entries, the newest first and of one time the last entered first, from a place on; people and teams as they are called
 * now. What has a day only comes before everything of that day: among it, it would tell its time.
 */
export function selectEntries(db: Database, query: LogQuery, { place, most }: { place: LogPlace; most: number }) {
  return db
    .select({
      action: auditEntries.action,
      /** JSON. One bad row must not break the page. */
      facts: sql<string>`${auditEntries.facts}`,
      at: auditEntries.at,
      isDayOnly: auditEntries.isDayOnly,
      actor: auditEntries.actor,
      actorName: sql<string | null>`${a.name}`,
      subject: auditEntries.subject,
      subjectName: sql<string | null>`${s.name}`,
      teamName: sql<string | null>`${t.name}`,
    })
    .from(auditEntries)
    .leftJoin(a, and(eq(a.company, auditEntries.company), eq(a.id, auditEntries.actor)))
    .leftJoin(s, and(eq(s.company, auditEntries.company), eq(s.id, auditEntries.subject)))
    .leftJoin(
      t,
      and(eq(t.company, auditEntries.company), sql`${t.id} in (${auditEntries.subject}, ${facts} ->> '$.team')`),
    )
    .where(and(matches(query), sql`${auditEntries.at} <= ${place.at}`))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most)
    .offset(place.past)
}

/** How many entries match, and how many of them are newer than the time of a place. */
export function countEntries(db: Database, query: LogQuery, place: LogPlace) {
  return db
    .select({
      all: sql<number>`count(*)`,
      newer: sql<number>`coalesce(sum(${auditEntries.at} > ${place.at}), 0)`,
    })
    .from(auditEntries)
    .where(matches(query))
}

function matches({ company, viewer, nameKey, actions, from, before }: LogQuery): SQL | undefined {
  return and(
    eq(auditEntries.company, company),
    mayReadLog(company, viewer),
    actions && inArray(auditEntries.action, [...actions]),
    from && gte(auditEntries.at, from),
    before && lt(auditEntries.at, before),
    nameKey === '' ? undefined : isAbout(company, nameKey),
  )
}

/** Somebody of that name did it, or it was done to them. */
function isAbout(company: string, nameKey: string): SQL {
  return sql`exists (select 1 from ${memberships} n where n.company = ${company}
    and n.id in (${auditEntries.actor}, ${auditEntries.subject}) and instr(n.name_key, ${nameKey}) > 0)`
}

/**
 * The statement for the scheduled run: what is older than 24 months is forgotten. The database's own clock has a say, as
 * it has in the trigger that keeps the rest: with a clock of ours that is ahead, nothing of the run would be done.
 */
export function forgetEntries(db: Database, before: Date) {
  return db
    .delete(auditEntries)
    .where(and(lt(auditEntries.at, before), sql`${auditEntries.at} <= unixepoch('now', '-24 months') * 1000`))
}
