import { drizzle } from 'drizzle-orm/libsql/web'
import { beforeEach, expect, test } from 'vitest'

import { noteSlow, writeSlow } from '../../../worker/health/note-slow.ts'
import { deleteOldSlowRequests, readFigures } from '../../../worker/health/store.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

const own = migratedDatabase()
const db = () => drizzle(own.client)
const start = Date.parse('2026-11-29T05:59:50Z')
const at = (seconds: number) => new Date(start + seconds * 1000)
const rows = async () =>
  (await own.client.execute('select hour, route, count, slowest_ms from slow_requests order by hour, route')).rows.map(
    (row) => [new Date(Number(row.hour)).toISOString().slice(11, 16), row.route, row.count, row.slowest_ms],
  )

beforeEach(async () => {
  await writeSlow(db(), new Date(0))
  await own.client.execute('delete from slow_requests')
})

test('the first is written down at once, those that follow together, by hour and route', async () => {
  await noteSlow(db(), 'GET /a', { ms: 1200, now: at(0) })
  expect(await rows()).toEqual([['05:00', 'GET /a', 1, 1200]])
  await noteSlow(db(), 'GET /a', { ms: 4000, now: at(3) })
  await noteSlow(db(), 'POST /b', { ms: 1100, now: at(9) })
  expect(await rows()).toHaveLength(1)
  await noteSlow(db(), 'GET /a', { ms: 1300, now: at(10) })
  expect(await rows()).toEqual([
    ['05:00', 'GET /a', 1, 1200],
    ['06:00', 'GET /a', 2, 4000],
    ['06:00', 'POST /b', 1, 1100],
  ])
  await noteSlow(db(), 'GET /a', { ms: 9000, now: at(11) })
  await writeSlow(db(), at(12))
  const { slow } = await readFigures(db(), at(60))
  expect(slow).toEqual({ count: 5, worst: { route: 'GET /a', ms: 9000 } })
})

test('what cannot be written is counted the next time', async () => {
  await own.client.execute('alter table slow_requests rename to away')
  await expect(noteSlow(db(), 'GET /a', { ms: 1200, now: at(0) })).rejects.toThrow()
  await expect(noteSlow(db(), 'GET /a', { ms: 1500, now: at(20) })).rejects.toThrow()
  await own.client.execute('alter table away rename to slow_requests')
  await noteSlow(db(), 'GET /a', { ms: 1300, now: at(40) })
  expect(await rows()).toEqual([['06:00', 'GET /a', 3, 1500]])
})

test('a day is told, a week is kept', async () => {
  await noteSlow(db(), 'GET /a', { ms: 1200, now: at(0) })
  expect((await readFigures(db(), at(25 * 3600))).slow).toEqual({ count: 0, worst: undefined })
  await deleteOldSlowRequests(db(), at(6 * 86_400))
  expect(await rows()).toHaveLength(1)
  await deleteOldSlowRequests(db(), at(8 * 86_400))
  expect(await rows()).toEqual([])
})
