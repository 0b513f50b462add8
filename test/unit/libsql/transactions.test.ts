import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { server } from './support.ts'

test('an interactive transaction is seen by nobody until it commits', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (v)')
  const transaction = await db.transaction('write')
  await transaction.execute('insert into t values (1)')
  expect((await db.execute('select count(*) as n from t')).rows[0]!.n).toBe(0n)
  await transaction.commit()
  expect((await db.execute('select count(*) as n from t')).rows[0]!.n).toBe(1n)
})

test('two interleaved transactions and fifty writers all finish, and the loop is never held up', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (who text)')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()

  const interactive = async (who: string) => {
    const transaction = await client().transaction('write')
    for (let i = 0; i < 5; i += 1) {
      await transaction.execute({ sql: 'insert into t values (?)', args: [who] })
      await sleep(10)
    }
    await transaction.commit()
  }
  const writers = Array.from({ length: 50 }, (_, i) =>
    client().execute({ sql: 'insert into t values (?)', args: [`w${i}`] }),
  )
  await Promise.all([interactive('a'), interactive('b'), ...writers])

  delay.disable()
  // A busy machine holds everything up; who waits for a lock in the loop holds it up for as long as the transaction lasts.
  expect(delay.max / 1e6).toBeLessThan(Math.max(50, (performance.now() - began) / 3))
  expect((await db.execute('select count(*) as n from t')).rows[0]!.n).toBe(60n)
})

test(
  'batches that wait behind an interactive transaction are all done, each in its turn',
  { timeout: 60_000 },
  async () => {
    const { client } = await server()
    const db = client()
    await db.execute('create table t (who integer, step integer)')
    let done = 0
    for (let round = 0; round < 4; round += 1) {
      const transaction = await db.transaction('write')
      await transaction.execute('insert into t values (-1, 0)')
      const batches = Array.from({ length: 30 }, (_, who) =>
        client().batch(
          Array.from({ length: 2 + (who % 2) }, (_, step) => `insert into t values (${who}, ${step})`),
          who % 3 === 0 ? 'deferred' : 'write',
        ),
      )
      await sleep(20)
      await transaction.commit()
      const settled = await Promise.allSettled(batches)
      done += settled.filter(({ status }) => status === 'fulfilled').length
    }
    expect(done).toBe(120)
    expect((await db.execute('select count(*) as n from t where who >= 0')).rows[0]!.n).toBe(300n)
  },
)

test('a transaction that is left alone is rolled back, and lets the next one in', async () => {
  const { client } = await server({ idleMs: 200 })
  const db = client()
  await db.execute('create table t (v)')
  const left = await db.transaction('write')
  await left.execute('insert into t values (1)')

  const began = Date.now()
  await client().execute('insert into t values (2)')
  expect(Date.now() - began).toBeLessThan(1500)
  expect((await db.execute('select v from t')).rows.map((row) => row.v)).toEqual([2n])
  await expect(left.execute('insert into t values (3)')).rejects.toThrow()
})

test('a client that vanishes in its transaction holds nobody up for longer', async () => {
  const { client, pipeline } = await server({ idleMs: 200 })
  await client().execute('create table t (v)')
  await pipeline([{ type: 'execute', stmt: { sql: 'begin immediate' } }])
  await pipeline([
    { type: 'execute', stmt: { sql: 'begin' } },
    { type: 'execute', stmt: { sql: 'select 1' } },
  ])
  const began = Date.now()
  await Promise.all(Array.from({ length: 10 }, () => client().execute('insert into t values (1)')))
  expect(Date.now() - began).toBeLessThan(1500)
})

test('a reader in a transaction that then writes after another wrote is told that its snapshot is old', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (v)')
  const transaction = await client().transaction('deferred')
  await transaction.execute('select * from t')
  await db.execute('insert into t values (1)')
  await expect(transaction.execute('insert into t values (2)')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  transaction.close()
})

test('a failed write inside a transaction lets it go on', async () => {
  const { client } = await server()
  await client().execute('create table t (id integer primary key)')
  const transaction = await client().transaction('write')
  await transaction.execute('insert into t values (1)')
  await expect(transaction.execute('insert into t values (1)')).rejects.toThrow()
  await transaction.execute('insert into t values (2)')
  await transaction.commit()
  expect((await client().execute('select count(*) as n from t')).rows[0]!.n).toBe(2n)
})
