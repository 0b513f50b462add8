import Database from 'libsql'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { server } from './support.ts'

const execute = (sql: string, more: object = {}) => ({ type: 'execute', stmt: { sql, ...more } })

test.for([
  "select cast(x'ff41' as text) as v",
  "select x'ff' || 'a'",
  'select char(55296)',
  "select json_extract('\"\\ud800\"', '$')",
  "select printf('%s', x'c3')",
  "insert into t (v) values (cast(x'ff' as text)) returning v",
  "insert into t (v) values (cast(x'ff' as text)) returning *",
  "with a as (select cast(x'80' as text) as b) select b from a union all select 'x'",
])('text that is no UTF-8 is an SQL error, and the server goes on: %s', async (sql) => {
  const { client, pipeline } = await server()
  await client().execute('create table t (id integer primary key, v)')
  const { body } = await pipeline([execute(sql), execute('select 1 as one'), { type: 'close' }])
  expect(body.results.map(({ error }) => error?.code)).toEqual(['SQLITE_MISMATCH', undefined, undefined])
})

test.for([
  "select x'ff41' as v",
  "select length(cast(x'ff41' as text)) as v",
  "explain select x'ff41'",
  "explain query plan select cast(x'ff41' as text)",
  "create table u as select cast(x'ff' as text) as a",
  'select 1 as "a\ud800b"',
  "select raise(abort, 'x')",
  "select json(cast(x'ff' as text))",
  'select :a, ?',
  '',
  ';;',
  '-- nothing',
  '/*',
  "select 'a",
  'select 1\0, 2',
  'select ?99999',
  'with',
  'explain',
  'create trigger a after insert on t begin',
  'insert into t returning',
])('whatever is asked, the server answers and goes on: %s', async (sql) => {
  const { pipeline } = await server()
  const requests = [
    execute(sql),
    { type: 'describe', sql },
    { type: 'sequence', sql },
    execute(sql, { named_args: [{ name: 'a', value: { type: 'null' } }] }),
    execute(sql, { args: [{ type: 'null' }] }),
    execute('select 1'),
    { type: 'close' },
  ]
  const { status, body } = await pipeline(requests)
  expect([status, body.results.length, body.results[5]!.type]).toEqual([200, 7, 'ok'])
})

test('no function makes anything of odd bytes that ends the server', { timeout: 120_000 }, async () => {
  const { pipeline } = await server()
  const odd = [
    "x'ff41'",
    "cast(x'ff00' as text)",
    'char(55296, 0, 97)',
    '\'"\\ud800"\'',
    "x'13'",
    '9e999',
    '-1',
    'null',
    'zeroblob(3)',
  ]
  const functions = new Database(':memory:')
    .prepare('select distinct name, narg from pragma_function_list')
    .raw(true)
    .all() as [string, number][]
  let answered = 0
  for (const [name, count] of functions) {
    const steps = odd.map((first, i) => {
      const args = Array.from({ length: count < 0 ? 2 : count }, (_, k) =>
        k === 0 ? first : odd[(i * 3 + k) % odd.length],
      )
      return { stmt: { sql: `select "${name}"(${args.join()}) as v, typeof("${name}"(${args.join()}))` } }
    })
    const { status } = await pipeline([{ type: 'batch', batch: { steps } }, { type: 'close' }])
    answered += status === 200 ? 1 : 0
  }
  expect(answered).toBe(functions.length)
})

test('text keeps its NULs', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (v text)')
  await db.execute({ sql: 'insert into t values (?)', args: ['a\0b\0'] })
  expect((await db.execute('select v from t')).rows[0]!.v).toBe('a\0b\0')
})

test('the id of a row beyond 2^53 keeps every digit', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (id integer primary key, v)')
  const written = await db.execute("insert into t values (9007199254740993, 'x')")
  expect(written.lastInsertRowid).toBe(9_007_199_254_740_993n)
  const returned = await db.execute("insert into t values (-9007199254740995, 'x') returning id")
  expect([returned.lastInsertRowid, returned.rows[0]!.id]).toEqual([-9_007_199_254_740_995n, -9_007_199_254_740_995n])
})

test('a parameter that is given no value is told, and never takes the last call’s', async () => {
  const { client } = await server()
  const db = client()
  const sql = 'select ? as a, ? as b'
  await db.execute({ sql, args: ['mine', 'my secret'] })
  await expect(db.execute({ sql, args: ['yours'] })).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  await expect(db.execute({ sql, args: ['a', 'b', 'c'] })).rejects.toMatchObject({ code: 'ARGS_INVALID' })
})

test('rows come in the order that was asked for, whatever the query is made of', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (id integer primary key, v text, w real)')
  await db.execute(
    "insert into t select value, 'v' || (value % 7), value / 3.0 from generate_series(1, 300) order by random()",
  )
  const ordered = fc.constantFrom(
    'select id, v, w from t order by v desc, id',
    'select id as v, id as v, v as v from t order by w desc limit 20 offset 3',
    'select v, count(*) as n, sum(w) as s from t group by v order by 2, 1 desc',
    'select id from t where id < 5 union all select -id from t where id > 297 order by 1 desc',
    'select distinct v from t order by v desc',
    'with a as (select * from t order by w limit 40) select a.id, b.id from a join t b on b.id = a.id order by a.v, b.id desc',
    'select id, row_number() over (partition by v order by id desc) as n from t order by n, id',
    "select group_concat(v, '') as g from (select v from t order by id desc)",
    'values (3, 1), (1, 2), (2, 3)',
    'select * from t natural join t order by v collate nocase desc, id desc limit 9',
  )
  const beside = new Database(':memory:')
  beside.exec('create table t (id integer primary key, v text, w real)')
  for (const { id, v, w } of (await db.execute('select * from t')).rows) {
    beside.prepare('insert into t values (?, ?, ?)').run([id, v, w] as never)
  }
  await fc.assert(
    fc.asyncProperty(ordered, async (sql) => {
      const expected = beside.prepare(sql).raw(true).safeIntegers(true).all()
      const { rows } = await db.execute(sql)
      expect(rows.map((row) => Array.from({ length: row.length }, (_, i) => row[i]))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('an expression is computed once for each row, whatever its kind', async () => {
  const { client } = await server()
  const sql = "select case when random() > 0 then 'a\"b' else 7 end as v from generate_series(1, 500)"
  const kinds = new Set((await client().execute(sql)).rows.map(({ v }) => v))
  expect(kinds).toEqual(new Set(['a"b', 7n]))
})

test('an infinite number arrives as one', async () => {
  const { client } = await server()
  const { rows } = await client().execute('select 9e999 as a, -9e999 as b, 1e300 as c')
  expect({ ...rows[0] }).toMatchObject({ a: Infinity, b: -Infinity, c: 1e300 })
})

test('two thousand columns come in one row', async () => {
  const { client } = await server()
  const { rows } = await client().execute(`select ${Array.from({ length: 1900 }, (_, i) => `${i} as c${i}`).join()}`)
  expect([rows[0]!.c0, rows[0]!.c1899]).toEqual([0n, 1899n])
})

test.for([
  'select zeroblob(400000000)',
  'select randomblob(400000000)',
  "select printf('%400000000d', 1)",
  'select randomblob(1000000) from generate_series(1, 1000)',
  "with recursive n(i) as (select 1 union all select i + 1 from n) select i, 'and so on' from n",
])('a result that is too large is an SQL error within seconds: %s', { timeout: 30_000 }, async (sql) => {
  const { client, pipeline } = await server()
  const began = Date.now()
  const { body } = await pipeline([execute(sql), execute('select 1'), { type: 'close' }])
  expect(body.results[0]!.error!.code).toMatch(/^(RESPONSE_TOO_LARGE|SQLITE_(NOMEM|TOOBIG|INTERRUPT))$/)
  expect(body.results[1]!.type).toBe('ok')
  expect(Date.now() - began).toBeLessThan(15_000)
  await client().execute('create table written_after (a)')
})
