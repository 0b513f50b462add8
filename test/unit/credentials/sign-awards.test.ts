import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Client, createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'
import { expect, test } from 'vitest'

import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../tools/database/prepare-database.ts'
import { makeKey } from '../../../tools/keys/make-key.ts'
import { markForReissue } from '../../../tools/keys/reissue.ts'
import { claimStatusPlace, selectStaleLists } from '../../../worker/credentials/store.ts'
import { server, token } from '../libsql/support.ts'

const program = join(import.meta.dirname, '../../support/sign-until-killed.ts')

/** A database with so many awards that nobody signed. */
async function databaseWith(count: number) {
  const { url } = await server()
  const catalogue = await loadCatalogue('test/fixtures/courses')
  await prepareDatabase(url, token, catalogue)
  const client = createClient({ url, authToken: token })
  const { badge, id, version } = catalogue.courses[0]!
  await client.batch(
    Array.from({ length: count }, (_, i) => [
      {
        sql: 'insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, 0, 0)',
        args: [`u${i}`, 'Amira', `amira-${i}@siljansplat.example`],
      },
      {
        sql: `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
          values (?, ?, ?, ?, ?, 'a', 0, '2026-11-24')`,
        args: [awardId(i), `u${i}`, badge.id, id, version],
      },
      {
        sql: 'insert into credentials (award, subject, valid_from) values (?, ?, 0)',
        args: [awardId(i), `urn:uuid:00000000-0000-4000-a000-${String(i).padStart(12, '0')}`],
      },
    ]).flat(),
    'write',
  )
  return { url, client }
}

function awardId(i: number): string {
  return i.toString(16).padStart(32, '0')
}

function signing(url: string, key = makeKey(new Date())): ChildProcess {
  return spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DB_URL: url, DB_TOKEN: token, KEYS: JSON.stringify({ keys: [key] }) },
  })
}

async function signed(client: Client) {
  const { rows } = await client.execute('select award, json, status_list, status_index from credentials')
  return new Map(rows.filter(({ json }) => json !== null).map((row) => [String(row.award), String(row.json)]))
}

test(
  'a thousand awards are each signed and stored once, though the run is killed on its way',
  { timeout: 240_000 },
  async () => {
    const { url, client } = await databaseWith(1000)
    const key = makeKey(new Date())
    const seen = new Map<string, string>()
    for (let life = 0; life < 4; life += 1) {
      const before = (await signed(client)).size
      const child = signing(url, key)
      // Killed in the middle, however slow the machine is: some are signed in this life, and not all.
      await expect
        .poll(async () => (await signed(client)).size, { timeout: 60_000, interval: 20 })
        .toBeGreaterThan(before)
      await sleep(life * 20)
      child.kill('SIGKILL')
      await once(child, 'exit')
      for (const [award, json] of await signed(client)) if (!seen.has(award)) seen.set(award, json)
    }
    expect(seen.size).toBeGreaterThan(0)
    expect(seen.size).toBeLessThan(1000)
    // Two runs at once finish what is left.
    await Promise.all([once(signing(url, key), 'exit'), once(signing(url, key), 'exit')])

    const all = await signed(client)
    expect(all.size).toBe(1000)
    expect([...seen].filter(([award, json]) => all.get(award) !== json)).toEqual([])
    const { rows } = await client.execute(
      `select count(distinct status_list || '#' || status_index) as places, (select count(*) from status_entries) as taken
      from credentials`,
    )
    expect(rows[0]).toMatchObject({ places: 1000, taken: 1000 })
  },
)

test('a second list begins when the first is nearly full, and no place is given twice', async () => {
  const { client } = await databaseWith(30)
  const db = drizzle(client)
  for (let i = 0; i < 30; i += 1) {
    const candidates = Array.from({ length: 64 }, (_, n) => (i * 7 + n) % 16)
    await db.batch([...claimStatusPlace(db, { award: awardId(i), candidates, capacity: 12 })])
  }
  const { rows } = await client.execute('select list, count(distinct idx) as places from status_entries group by list')
  expect(rows.map(({ list, places }) => [list, places])).toEqual([
    [1, 12],
    [2, 12],
    [3, 6],
  ])
})

test('a list says of its own places alone that they are revoked', async () => {
  const { client } = await databaseWith(0)
  await client.batch(
    [
      'insert into status_lists (list) values (1), (2), (3)',
      'insert into status_entries (list, idx, is_revoked) values (1, 7, 1), (1, 8, 0), (2, 9, 1), (2, 11, 1)',
    ],
    'write',
  )
  const lists = await selectStaleLists(drizzle(client))
  expect(lists.map(({ list, revoked }) => [list, JSON.parse(revoked)])).toEqual([
    [1, [7]],
    [2, [9, 11]],
    [3, []],
  ])
})

test('what a revoked key signed is signed anew, later and under the same id, and never again by that key', async () => {
  const { url, client } = await databaseWith(3)
  const [old, next] = [makeKey(new Date()), makeKey(new Date())]
  await once(signing(url, old), 'exit')
  const before = await signed(client)

  expect(await markForReissue(client, { revoked: old.id }, { now: new Date(), isDry: true })).toBe(3)
  expect((await signed(client)).size).toBe(3)
  expect(await markForReissue(client, { revoked: old.id }, { now: new Date(), isDry: false })).toBe(3)
  expect(await markForReissue(client, { revoked: old.id }, { now: new Date(), isDry: false })).toBe(0)

  await once(signing(url, old), 'exit')
  expect((await signed(client)).size).toBe(0)
  await once(signing(url, next), 'exit')
  for (const [award, json] of await signed(client)) {
    const [was, is] = [JSON.parse(before.get(award)!), JSON.parse(json)]
    expect(is.id).toBe(was.id)
    expect(Date.parse(is.validFrom)).toBeGreaterThan(Date.parse(was.validFrom))
    expect(is.proof[0].verificationMethod).toContain(next.id)
  }
  expect((await signed(client)).size).toBe(3)
})

test('after a change of address only the badges that name another are signed anew', async () => {
  const { url, client } = await databaseWith(2)
  await once(signing(url), 'exit')
  const now = new Date()
  expect(await markForReissue(client, { address: 'https://navet.example' }, { now, isDry: false })).toBe(0)
  expect(await markForReissue(client, { address: 'https://ai.dalarna.example' }, { now, isDry: false })).toBe(2)
})
