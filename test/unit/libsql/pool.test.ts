import { expect, test } from 'vitest'

import { server } from './support.ts'

const execute = (sql: string) => ({ type: 'execute', stmt: { sql } })

test('what one stream set on its connection is set back for the next', async () => {
  const { client, pipeline } = await server()
  await client().execute('create table t (a references t(rowid))')
  await pipeline([execute('pragma foreign_keys = off'), execute('pragma defer_foreign_keys = on'), { type: 'close' }])
  const { rows } = await client().execute('pragma foreign_keys')
  expect(rows[0]!.foreign_keys).toBe(1n)
  expect((await client().execute('pragma defer_foreign_keys')).rows[0]!.defer_foreign_keys).toBe(0n)
})

test('what one stream left open is rolled back before the next', async () => {
  const { client, pipeline } = await server()
  await client().execute('create table t (a)')
  await pipeline([execute('savepoint mine'), execute('insert into t values (1)'), { type: 'close' }])
  const { body } = await pipeline([{ type: 'get_autocommit' }, execute('select count(*) from t'), { type: 'close' }])
  expect(body.results[0]!.response).toMatchObject({ is_autocommit: true })
  expect((await client().execute('select count(*) as n from t')).rows[0]!.n).toBe(0n)
})

test('every connection of the pool sees a changed table at once, in rows and in descriptions', async () => {
  const { client, pipeline } = await server()
  const db = client()
  await db.execute('create table t (a)')
  await db.execute('insert into t values (1)')
  const held = await Promise.all(Array.from({ length: 4 }, () => pipeline([execute('select * from t')])))
  for (const { body } of held) await pipeline([{ type: 'close' }], body.baton)

  const changes: [string, string[]][] = [
    ['alter table t add column b default 2', ['a', 'b']],
    ['alter table t rename column a to c', ['c', 'b']],
    ['alter table t drop column b', ['c']],
  ]
  for (const [change, columns] of changes) {
    await db.execute(change)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        pipeline([{ type: 'describe', sql: 'select * from t' }, execute('select * from t')]),
      ),
    )
    for (const { body } of answers) {
      const named = body.results.map(({ response }) =>
        (response as unknown as { result: { cols: { name: string }[] } }).result.cols.map(({ name }) => name),
      )
      expect(named).toEqual([columns, columns])
      await pipeline([{ type: 'close' }], body.baton)
    }
  }
})

test('a change of the schema that is rolled back is seen by nobody', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (a)')
  const transaction = await db.transaction('write')
  await transaction.execute('alter table t add column b')
  expect((await transaction.execute('select * from t')).columns).toEqual(['a', 'b'])
  expect((await client().execute('select * from t')).columns).toEqual(['a'])
  await transaction.rollback()
  expect((await client().execute('select * from t')).columns).toEqual(['a'])
})

test('what comes after a close is not run', async () => {
  const { client, pipeline } = await server()
  const { body } = await pipeline([{ type: 'close' }, execute('create table t (a)')])
  expect(body.results[1]!.error!.code).toBe('STREAM_CLOSED')
  await expect(client().execute('select * from t')).rejects.toThrow('no such table')
})
