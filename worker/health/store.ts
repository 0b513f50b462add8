import { and, desc, eq, gt, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { inBatch } from '../db/in-batch.ts'
import { grants, users } from '../db/schema/accounts.ts'
import { awards } from '../db/schema/badges.ts'
import { credentials, reissues } from '../db/schema/credentials.ts'
import { scheduledRuns, slowRequests } from '../db/schema/health.ts'
import { mails } from '../db/schema/mail.ts'
import { lapses } from '../db/schema/retention.ts'
import { lanes } from '../mail/rules.ts'
import { absentSince, daysAfter } from '../retention/rules.ts'
import { isUnavailable } from '../refusal.ts'
import { type Figures, mostCounted, type Waiting } from './rules.ts'

const hourMs = 3_600_000

type Run = typeof scheduledRuns.$inferSelect
export type Job = Run['job']

export function recordJobEnded(db: Database, job: Job, { now, tookMs }: { now: Date; tookMs: number }) {
  return db
    .insert(scheduledRuns)
    .values({ job, endedAt: now, tookMs })
    .onConflictDoUpdate({ target: scheduledRuns.job, set: { endedAt: now, tookMs } })
}

/** Adds to what was counted in this hour. */
export function addSlowRequests(
  db: Database,
  rows: readonly { route: string; count: number; slowestMs: number }[],
  now: Date,
) {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  return db
    .insert(slowRequests)
    .values(rows.map((row) => ({ hour, ...row })))
    .onConflictDoUpdate({
      target: [slowRequests.hour, slowRequests.route],
      set: { count: sql`count + excluded.count`, slowestMs: sql`max(slowest_ms, excluded.slowest_ms)` },
    })
}

export function deleteOldSlowRequests(db: Database, now: Date) {
  return db.delete(slowRequests).where(lt(slowRequests.hour, daysAfter(now, -7)))
}

/** Whether somebody may see how the installation is. */
export async function isOperator(db: Database, learner: string): Promise<boolean> {
  const rows = await db
    .select({ role: grants.role })
    .from(grants)
    .where(and(eq(grants.user, learner), eq(grants.role, 'operator')))
  return rows.length > 0
}

/** The migrations that the database has, by their names and the newest one's time, and when each job last ended. */
export async function readHealth(db: Database): Promise<{ migrated: number; tags: string[]; jobs: Run[] }> {
  const { migrations, jobs } = await inBatch(db, { ...selectHealth(db), migrations: selectMigrations(db) })
  return {
    migrated: Math.max(0, ...migrations.map(({ when }) => Number(when))),
    tags: migrations.map(({ tag }) => tag),
    jobs,
  }
}

function selectMigrations(db: Database) {
  return db.select({ tag: sql<string>`hash`, when: sql<number>`created_at` }).from(sql`__drizzle_migrations`)
}

/** What a statement asked for; a table may be named by an alias, or not at all. */
export interface Lacking {
  table: string | undefined
  column: string | undefined
}

/** Whether the database has such a table, or a column in the table of that name, or else in any. */
export async function isInSchema(db: Database, { table, column }: Lacking): Promise<boolean> {
  const isNamed = sql`s.type = 'table' and s.name = ${table ?? ''} collate nocase`
  const found = { name: sql<string>`s.name` }
  const tables = db
    .select(found)
    .from(sql`sqlite_schema s`)
    .where(isNamed)
  if (column === undefined) return (await tables).length > 0
  const rows = await db
    .select(found)
    .from(sql`sqlite_schema s, pragma_table_info(s.name) c`)
    .where(
      sql`s.type = 'table' and c.name = ${column} collate nocase
        and ((${isNamed}) or not exists (select 1 from sqlite_schema s where ${isNamed}))`,
    )
    .limit(1)
  return rows.length > 0
}

function selectHealth(db: Database) {
  return {
    migrations: db.select({ newest: sql<number>`max(created_at)` }).from(sql`__drizzle_migrations`),
    jobs: db.select().from(scheduledRuns),
  }
}

/**
 * All that is told of an installation, in one round trip. What waits is read by its index and no further than
 * `mostCounted`, so it costs the same however many people learn. A server that does not tell its size is asked again
 * without that.
 */
export async function readFigures(db: Database, now: Date): Promise<Figures> {
  const asked = {
    ...selectHealth(db),
    codes: selectWaiting(db, lanes.codes, now),
    notices: selectWaiting(db, lanes.notices, now),
    letters: selectWaiting(db, lanes.letters, now),
    unsigned: selectUnsigned(db),
    expired: selectExpired(db, now),
    ...selectAbsent(db, now),
    ...selectSlow(db, now),
  }
  const sized = { ...asked, pages: db.run(sql`pragma page_count`), pageSize: db.run(sql`pragma page_size`) }
  const read = await inBatch(db, sized).catch(async (error: unknown) => {
    if (isUnavailable(error)) throw error
    return { ...(await inBatch(db, asked)), pages: undefined, pageSize: undefined }
  })
  const bytes = Number(read.pages?.rows[0]?.[0]) * Number(read.pageSize?.rows[0]?.[0])
  return {
    migrated: Number(read.migrations[0]?.newest ?? 0),
    jobs: read.jobs,
    outbox: { codes: waitingIn(read.codes), notices: waitingIn(read.notices), letters: waitingIn(read.letters) },
    isTried: [read.codes, read.notices, read.letters].some(([row]) => Number(row?.tries ?? 0) > 0),
    unsigned: waitingIn(read.unsigned),
    expired: waitingIn(read.expired),
    absent: {
      in30Days: countIn(read.in30Days),
      in60Days: countIn(read.in60Days),
      went: countIn(read.went),
    },
    slow: { count: countIn(read.slow), worst: read.slowest[0] },
    bytes: Number.isFinite(bytes) ? bytes : undefined,
  }
}

/** Word for word as in the partial indexes, or they are not used. */
const hasWords = sql`${mails.body} <> ''`

/** The mails of a lane that wait to be sent or read, in the order in which they are due. */
export function selectWaiting(db: Database, lane: number, now: Date) {
  const some = db
    .select({ since: mails.createdAt, tries: mails.tries })
    .from(mails)
    .where(sql`${mails.lane} = ${lane} and ${hasWords} and ${mails.expiresAt} > ${now.getTime()}`)
    .orderBy(mails.dueAt)
    .limit(mostCounted)
    .as('some')
  return db
    .select({
      waiting: sql<number>`count(*)`,
      oldest: sql<number | null>`min(${some.since})`,
      tries: sql<number | null>`max(${some.tries})`,
    })
    .from(some)
}

/** The badges without a signature, each since it was won or came to say something else. */
export function selectUnsigned(db: Database) {
  const since = sql<number>`max(${awards.at},
    coalesce((select max(${reissues.at}) from ${reissues} where ${reissues.award} = ${awards.id}), 0))`
  const some = db
    .select({ since: since.as('since') })
    .from(credentials)
    .innerJoin(awards, eq(awards.id, credentials.award))
    .where(isNull(credentials.json))
    .orderBy(credentials.validFrom)
    .limit(mostCounted)
    .as('some')
  return db.select({ waiting: sql<number>`count(*)`, oldest: sql<number | null>`min(${some.since})` }).from(some)
}

/** The mails whose words should be gone by now. */
export function selectExpired(db: Database, now: Date) {
  const some = db
    .select({ since: mails.expiresAt })
    .from(mails)
    .where(and(lte(mails.expiresAt, now), hasWords))
    .orderBy(mails.expiresAt)
    .limit(mostCounted)
    .as('some')
  return db.select({ waiting: sql<number>`count(*)`, oldest: sql<number | null>`min(${some.since})` }).from(some)
}

/** Whose accounts go soon, and how many went. */
function selectAbsent(db: Database, now: Date) {
  const goingIn = (days: number) =>
    counted(
      db,
      sql`select 1 from ${users} where seen_at <= ${absentSince(daysAfter(now, days)).getTime()} limit ${mostCounted}`,
    )
  return {
    in30Days: goingIn(30),
    in60Days: goingIn(60),
    went: counted(db, sql`select 1 from ${lapses} where at > ${daysAfter(now, -30).getTime()} limit ${mostCounted}`),
  }
}

function selectSlow(db: Database, now: Date) {
  const ofDay = gt(slowRequests.hour, daysAfter(now, -1))
  return {
    slow: db
      .select({ count: sql<number>`coalesce(sum(${slowRequests.count}), 0)` })
      .from(slowRequests)
      .where(ofDay),
    slowest: db
      .select({ route: slowRequests.route, ms: slowRequests.slowestMs })
      .from(slowRequests)
      .where(ofDay)
      .orderBy(desc(slowRequests.slowestMs))
      .limit(1),
  }
}

function counted(db: Database, rows: SQL) {
  return db.select({ count: sql<number>`count(*)` }).from(sql`(${rows})`)
}

function countIn([row]: { count: number }[]): number {
  return Number(row?.count ?? 0)
}

function waitingIn([row]: { waiting: number; oldest: number | null }[]): Waiting {
  return { waiting: Number(row?.waiting ?? 0), oldest: row?.oldest ? new Date(Number(row.oldest)) : undefined }
}
