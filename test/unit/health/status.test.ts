import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'
import { beforeEach, expect, test } from 'vitest'

import { nameOf } from '../../../tools/backup/places/place.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'
import { jobs, lengthOfRun, mostCounted } from '../../../worker/health/rules.ts'
import {
  readFigures,
  recordJobEnded,
  selectExpired,
  selectUnsigned,
  selectWaiting,
} from '../../../worker/health/store.ts'
import { absentMonths, monthsAfter } from '../../../worker/retention/rules.ts'
import { runTool } from '../../support/run-tool.ts'
import { migratedDatabase, token } from '../../support/migrated-database.ts'

const minute = 60_000
const own = migratedDatabase()

beforeEach(async () => {
  await own.client.batch(['delete from mails', 'delete from users', 'delete from scheduled_runs'])
})

const ago = (minutes: number) => Date.now() - minutes * minute
const db = () => drizzle(own.client)

async function mail(lane: number, { from = ago(1), until = ago(-60), body = 'Hej', tries = 0 } = {}): Promise<void> {
  await own.client.execute({
    sql: `insert into mails (id, recipient, subject, body, locale, kind, lane, created_at, expires_at, due_at, tries)
      values (lower(hex(randomblob(16))), 'amira@siljansplat.example', 'x', ?, 'sv', 'notice', ?, ?, ?, ?, ?)`,
    args: [body, lane, from, until, from, tries],
  })
}

async function award(id: string, at: number, { json = null as string | null, reissued = 0 } = {}): Promise<void> {
  await own.client.batch([
    `insert into users (id, name, email, created_at, updated_at) values ('${id}', '', '${id}@plat.example', 0, 0)`,
    `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      values ('${id}', '${id}', 'b', 'c', 'v', 'a', ${at}, '2026-11-28')`,
    { sql: `insert into credentials (award, subject, valid_from, json) values (?, ?, 0, ?)`, args: [id, id, json] },
    ...(reissued ? [`insert into reissues (id, award, at) values ('r-${id}', '${id}', ${reissued})`] : []),
  ])
}

async function runEnded(minutes: number): Promise<void> {
  for (const job of [...jobs, 'retention'] as const)
    await recordJobEnded(db(), job, { now: new Date(ago(minutes)), tookMs: 1200 })
}

function status(...args: string[]) {
  return runTool({ LIBSQL_URL: own.url, LIBSQL_AUTH_TOKEN: token, BACKUP_TO: '' }, 'status.ts', ...args)
}

test('the figures tell what waits in each lane, since when, and nothing that was sent or is past its time', async () => {
  await mail(0, { from: ago(7) })
  await mail(0, { from: ago(2), tries: 1 })
  await mail(0, { from: ago(90), body: '' })
  await mail(1, { from: ago(99), until: ago(50) })
  await mail(2, { from: ago(300) })
  const figures = await readFigures(db(), new Date())
  expect(figures.outbox).toMatchObject({ codes: { waiting: 2 }, notices: { waiting: 0 }, letters: { waiting: 1 } })
  expect(Math.round((Date.now() - figures.outbox.codes.oldest!.getTime()) / minute)).toBe(7)
  expect(figures.outbox.notices.oldest).toBeUndefined()
  expect(figures.isTried).toBe(true)
  expect(figures.expired.waiting).toBe(1)
  expect(figures.bytes).toBeGreaterThan(100_000)
})

test('a badge waits for its signature since it was won, or since it came to say something else', async () => {
  await award('one', ago(30))
  await award('two', ago(9000), { reissued: ago(50) })
  await award('signed', ago(9000), { json: '{}' })
  const { unsigned } = await readFigures(db(), new Date())
  expect(unsigned.waiting).toBe(2)
  expect(Math.round((Date.now() - unsigned.oldest!.getTime()) / minute)).toBe(50)
})

test('the last run and its length are kept', async () => {
  await runEnded(3)
  expect(lengthOfRun((await readFigures(db(), new Date())).jobs)).toBe(1200)
})

test('all of it is one round trip, two where the server does not tell its size', async () => {
  let trips = 0
  const counting = createClient({
    url: own.url,
    authToken: token,
    fetch: (request: Request) => {
      trips += 1
      return fetch(request)
    },
  })
  await readFigures(drizzle(counting), new Date())
  expect(trips).toBe(1)

  const silent = createClient({
    url: own.url,
    authToken: token,
    fetch: async (request: Request) => {
      const text = await request.text()
      return fetch(request.url, {
        method: 'POST',
        headers: request.headers,
        body: text.replace('pragma page_count', 'pragma no'),
      })
    },
  })
  await mail(1)
  expect(await readFigures(drizzle(silent), new Date())).toMatchObject({
    bytes: undefined,
    outbox: { notices: { waiting: 1 } },
  })
})

test('accounts that go in 30 and 60 days, and that went, are counted; the clock that stood still for a day is an alarm', async () => {
  const day = 24 * 60
  for (const [id, days] of [
    ['a', 0],
    ['b', 29],
    ['c', 31],
    ['d', 59],
    ['e', 61],
  ] as const)
    await own.client.execute({
      sql: `insert into users (id, name, email, created_at, updated_at, seen_at) values (?1, '', ?1 || '@plat.example', 0, 0, ?2)`,
      args: [id, monthsAfter(new Date(ago(-days * day)), -absentMonths).getTime()],
    })
  await own.client.execute({
    sql: 'insert into lapses (account, at) values (?, ?), (?, ?)',
    args: ['x', ago(29 * day), 'y', ago(31 * day)],
  })
  expect((await readFigures(db(), new Date())).absent).toEqual({ in30Days: 2, in60Days: 4, went: 1 })
  await runEnded(3)
  expect((await status()).said).toMatch(/accounts that go +2 in 30 days, 4 in 60; 1 went in the last 30/)
  await recordJobEnded(db(), 'retention', { now: new Date(ago(day + 1)), tookMs: 1 })
  expect(await status()).toMatchObject({ code: 1, said: expect.stringContaining('ALARM retention-late') })
})

test('npm run status is quiet and ends with 0 when all is well, and names nobody', async () => {
  await runEnded(3)
  await mail(0, { tries: 1 })
  const { code, said } = await status()
  expect(said).toContain('no alarm is on')
  expect(said).toMatch(/codes waiting +1, the oldest 1 min ago/)
  expect(said).toMatch(/last run took +1\.2 s/)
  expect(said).not.toMatch(/amira|@/)
  expect(code).toBe(0)
})

test('npm run status says what to do about each alarm, and ends with 1', async () => {
  await mail(0, { from: ago(5), tries: 3 })
  await mail(1, { from: ago(200), until: ago(100) })
  await award('one', ago(60))
  const { code, said } = await status()
  expect([...said.matchAll(/^ALARM ([\w-]+): ./gm)].map(([, name]) => name)).toEqual([
    'scheduled-run-late',
    'codes-waiting',
    'badges-unsigned',
    'expired-not-forgotten',
    'retention-late',
  ])
  expect(code).toBe(1)
  const told = await status('--json')
  expect(told.code).toBe(1)
  expect(JSON.parse(told.said)).toMatchObject({ alarms: expect.arrayContaining(['codes-waiting']), version: '0.1.0' })
})

test('a backup that is days old is an alarm, and so is none at all', async () => {
  await runEnded(3)
  const place = await mkdtemp(join(tmpdir(), 'navet-status-backups-'))
  const env = { LIBSQL_URL: own.url, LIBSQL_AUTH_TOKEN: token, BACKUP_TO: `${place}/` }
  expect((await runTool(env, 'status.ts')).said).toContain('ALARM backup-late')
  await writeFile(join(place, nameOf(new Date(ago(31 * 60)))), '')
  expect((await runTool(env, 'status.ts')).said).toContain('ALARM backup-late')
  await writeFile(join(place, nameOf(new Date(ago(60)))), '')
  expect(await runTool(env, 'status.ts')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/newest backup +60 min ago/),
  })
  await rm(place, { recursive: true })
})

test('a journal of erasures to which nothing can be added is an alarm, on the machine that has one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'navet-status-journal-'))
  await cp(join(own.folder, 'navet.db'), join(folder, 'navet.db'))
  const env = { DATA_DIR: folder, LIBSQL_URL: '', BACKUP_TO: '' }
  await writeFile(join(folder, 'erasures.jsonl'), '{"account":"ab12","at":1}\n')
  expect((await runTool(env, 'status.ts')).said).not.toContain('journal-unreadable')
  await writeFile(join(folder, 'erasures.jsonl'), '{"account":"ab1')
  expect(await runTool(env, 'status.ts')).toMatchObject({
    code: 1,
    said: expect.stringContaining('ALARM journal-unreadable'),
  })
  await rm(folder, { recursive: true })
})

test('an older database, and one that is away, are said as such', async () => {
  const empty = await startLibsqlServer({ file: join(own.folder, 'empty.db'), token })
  const env = { LIBSQL_URL: empty.url, LIBSQL_AUTH_TOKEN: token, BACKUP_TO: '' }
  expect(await runTool(env, 'status.ts')).toMatchObject({
    code: 1,
    said: expect.stringContaining('ALARM migrations-behind'),
  })
  await empty.close()
  expect(await runTool(env, 'status.ts')).toMatchObject({
    code: 1,
    said: expect.stringContaining('ALARM database-unreachable'),
  })
})

test('a wrong call ends with 2, and --help with 0', async () => {
  expect((await status('--jsn')).code).toBe(2)
  expect(await status('--help')).toMatchObject({ code: 0, said: expect.stringContaining('npm run -s status') })
})

// The last one: after EXPLAIN the embedded server's connection cannot be checkpointed once it was used again.
test('what waits is found by its index, and counted no further than so far', async () => {
  await own.client
    .execute(`insert into mails (id, recipient, subject, body, locale, kind, lane, created_at, expires_at, due_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${mostCounted + 500})
    select 'm' || i, 'x', 'x', 'x', 'sv', 'notice', 2, 1, ${ago(-60)}, i from n`)
  expect((await readFigures(db(), new Date())).outbox.letters.waiting).toBe(mostCounted)

  const now = new Date()
  const planOf = async (query: { toSQL(): { sql: string; params: unknown[] } }) => {
    const { sql, params } = query.toSQL()
    const { rows } = await own.client.execute({ sql: `explain query plan ${sql}`, args: params as never })
    return rows.map(({ detail }) => String(detail)).join('; ')
  }
  expect(await planOf(selectWaiting(db(), 2, now))).toMatch(/SEARCH mails USING INDEX mails_waiting/)
  expect(await planOf(selectExpired(db(), now))).toMatch(/mails USING INDEX mails_worded/)
  expect(await planOf(selectUnsigned(db()))).toMatch(/credentials USING INDEX credentials_unsigned/)
  for (const query of [selectWaiting(db(), 2, now), selectExpired(db(), now), selectUnsigned(db())])
    expect(await planOf(query)).not.toMatch(/SCAN (mails|awards|reissues)(?! USING)|TEMP B-TREE/)
})
