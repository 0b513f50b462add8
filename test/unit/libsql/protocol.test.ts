import { request } from 'node:http'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { startLibsqlServer } from '../../../tools/libsql/server.ts'
import { server, temporaryFile, token } from './support.ts'

test('values of every kind come back as they were sent', async () => {
  const { client } = await server()
  const db = client()
  const value = fc.oneof(
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 200 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  await fc.assert(
    fc.asyncProperty(value, async (sent) => {
      const arg = typeof sent === 'string' ? sent.toWellFormed() : sent
      const { rows } = await db.execute({ sql: 'select ? as v', args: [arg as never] })
      const got = rows[0]!.v
      if (arg instanceof Uint8Array) expect(new Uint8Array(got as ArrayBuffer)).toEqual(arg)
      else if (typeof arg === 'number') expect(Number(got)).toBe(Object.is(arg, -0) ? Number(got) : arg)
      else expect(got).toBe(arg)
    }),
    { numRuns: 200 },
  )
})

test('an integer beyond 2^53 keeps every digit', async () => {
  const { client } = await server()
  const { rows } = await client().execute({ sql: 'select ? as v', args: [9_007_199_254_740_993n] })
  expect(rows[0]!.v).toBe(9_007_199_254_740_993n)
})

test('ten thousand rows come in one answer', async () => {
  const { client } = await server()
  const { rows } = await client().execute(
    'with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000) select i from n',
  )
  expect(rows).toHaveLength(10_000)
})

test('errors carry SQLite’s primary code, as sqld sends it, and the extended one beside it', async () => {
  const { client, pipeline } = await server()
  const db = client()
  await db.execute('create table t (id integer primary key, u text unique, n text not null)')
  await db.execute("insert into t values (1, 'a', 'x')")
  await expect(db.execute("insert into t values (2, 'a', 'x')")).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
  await expect(db.execute('selec 1')).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
  await expect(db.execute('select from')).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
  const codes = await Promise.all(
    ["insert into t values (2, 'a', 'x')", "insert into t values (2, 'b', null)"].map(async (sql) => {
      const { body } = await pipeline([{ type: 'execute', stmt: { sql } }, { type: 'close' }])
      return body.results[0]!.error
    }),
  )
  expect(codes).toMatchObject([
    { code: 'SQLITE_CONSTRAINT', extended_code: 'SQLITE_CONSTRAINT_UNIQUE' },
    { code: 'SQLITE_CONSTRAINT', extended_code: 'SQLITE_CONSTRAINT_NOTNULL' },
  ])
})

test('foreign keys hold on every connection', async () => {
  const { client } = await server()
  const db = client()
  await db.batch(['create table a (id integer primary key)', 'create table b (a integer references a(id))'], 'write')
  await expect(db.execute('insert into b values (7)')).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT',
    message: expect.stringContaining('FOREIGN KEY'),
  })
})

test('a batch is all or nothing, and its steps see each other', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (id integer primary key)')
  const failing = db.batch(['insert into t values (1)', 'insert into t values (1)'], 'write')
  await expect(failing).rejects.toThrow()
  const [, counted] = await db.batch(['insert into t values (2)', 'select count(*) as n from t'], 'write')
  expect(counted!.rows[0]!.n).toBe(1n)
})

test('a write tells how many rows it touched and the last row’s id, also with returning', async () => {
  const { client } = await server()
  const db = client()
  await db.execute('create table t (id integer primary key, v text)')
  const written = await db.execute("insert into t (v) values ('a'), ('b')")
  expect([written.rowsAffected, written.lastInsertRowid]).toEqual([2, 2n])
  const returned = await db.execute("update t set v = 'c' returning id")
  expect([returned.rows.length, returned.rowsAffected]).toEqual([2, 2])
})

test('named arguments go by their bare names', async () => {
  const { client } = await server()
  const { rows } = await client().execute({ sql: 'select :a as a, @b as b', args: { a: 1n, b: 'x' } })
  expect([rows[0]!.a, rows[0]!.b]).toEqual([1n, 'x'])
})

test('conditions of a batch are answered as the specification says', async () => {
  const { pipeline } = await server()
  const step = (sql: string, condition: unknown = null) => ({ stmt: { sql }, condition })
  const { body } = await pipeline([
    {
      type: 'batch',
      batch: {
        steps: [
          step('select 1'),
          step('selec'),
          step('select 2', { type: 'ok', step: 0 }),
          step('select 3', { type: 'error', step: 0 }),
          step('select 4', {
            type: 'and',
            conds: [
              { type: 'ok', step: 0 },
              { type: 'error', step: 1 },
            ],
          }),
          step('select 5', {
            type: 'or',
            conds: [
              { type: 'ok', step: 1 },
              { type: 'not', cond: { type: 'ok', step: 1 } },
            ],
          }),
          step('select 6', { type: 'is_autocommit' }),
        ],
      },
    },
    { type: 'close' },
  ])
  const { result } = body.results[0]!.response as unknown as {
    result: { step_results: unknown[]; step_errors: unknown[] }
  }
  expect(result.step_results.map(Boolean)).toEqual([true, false, true, false, true, true, true])
  expect(result.step_errors.map(Boolean)).toEqual([false, true, false, false, false, false, false])
})

test('stored SQL, sequences, descriptions and the state of the transaction', async () => {
  const { pipeline } = await server()
  const { body } = await pipeline([
    { type: 'store_sql', sql_id: 1, sql: 'select :x as x, ?2 as y' },
    { type: 'describe', sql_id: 1 },
    { type: 'sequence', sql: 'create table t (v); insert into t values (1); begin' },
    { type: 'get_autocommit' },
    { type: 'close_sql', sql_id: 1 },
    { type: 'execute', stmt: { sql_id: 1 } },
    { type: 'close' },
  ])
  const [, described, , state, , gone] = body.results
  expect(described!.response).toMatchObject({
    result: { params: [{ name: ':x' }, { name: '?2' }], is_readonly: true, is_explain: false },
  })
  expect(state!.response).toMatchObject({ is_autocommit: false })
  expect(gone!.error!.code).toBe('SQL_NOT_FOUND')
  expect(body.baton).toBeNull()
})

test('without the token nobody is answered', async () => {
  const { url } = await server()
  for (const authorization of ['', 'Bearer wrong', `Bearer ${token}x`]) {
    const response = await fetch(`${url}/v2/pipeline`, { method: 'POST', headers: { authorization }, body: '{}' })
    expect(response.status).toBe(401)
  }
})

test('a page that lets its own name point to loopback is refused', async () => {
  const { port } = await server()
  const status = await new Promise((resolve) => {
    const headers = { host: 'evil.example', authorization: `Bearer ${token}` }
    request({ host: '127.0.0.1', port, path: '/v2', headers }, (answer) => resolve(answer.statusCode)).end()
  })
  expect(status).toBe(403)
})

test('it listens on loopback only', async () => {
  await expect(startLibsqlServer({ file: temporaryFile(), token, host: '0.0.0.0' })).rejects.toThrow('loopback only')
})

const stmt = { sql: 'select ?' }
const deep = `${'{"type":"not","cond":'.repeat(200_000)}{"type":"ok","step":0}${'}'.repeat(200_000)}`
test.for([
  '',
  '[]',
  '{"requests": 1}',
  '{"requests": [null]}',
  '{',
  '{"requests": [{"type": "dance"}]}',
  '{"requests": [{"type": "execute"}]}',
  '{"requests": [{"type": "execute", "stmt": null}]}',
  '{"requests": [{"type": "execute", "stmt": {"sql": 1}}]}',
  '{"requests": [{"type": "batch", "batch": {"steps": [{"stmt": {"sql": "select 1"}, "condition": {"type": "x"}}]}}]}',
  '{"requests": [{"type": "batch"}]}',
  '{"requests": [{"type": "store_sql", "sql_id": "a", "sql": "select 1"}]}',
  '{"requests": [], "baton": 7}',
  ...[
    true,
    { type: 'text', value: true },
    { type: 'integer', value: 1 },
    { type: 'integer', value: `1${'0'.repeat(19)}` },
  ]
    .concat([{ type: 'blob', base64: '*' } as never, { type: 'float', value: '1' } as never, { type: 'date' } as never])
    .map((value) => JSON.stringify({ requests: [{ type: 'execute', stmt: { ...stmt, args: [value] } }] })),
  `{"requests": [{"type": "batch", "batch": {"steps": [{"stmt": {"sql": "select 1"}, "condition": ${deep}}]}}]}`,
  Buffer.from([0x7b, 0xff, 0x7d]),
])('a body that is no pipeline is told so: %.60s', async (body) => {
  const { url } = await server()
  const response = await fetch(`${url}/v2/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'HRANA_PROTO_ERROR' })
})

test('a pipeline over 16 MiB is told so', async () => {
  const { url } = await server()
  const response = await fetch(`${url}/v2/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: 'a'.repeat(17 * 1024 * 1024),
  })
  expect(response.status).toBe(413)
})

test.for([
  ['a string', (a: string) => `select length('${a}') as n`],
  ['quotes', (a: string) => `select length('${a.replaceAll('a', "''")}') as n`],
  ['a name', (a: string) => `select "${a}"`],
  ['a parameter', (a: string) => `select :${a}`],
  ['parentheses', (a: string) => `select ${a.replaceAll('a', '(')}`],
  ['columns', (a: string) => `select ${a.replaceAll('a', '1,')}1`],
  ['a comment', (a: string) => `/*${a}*/ select 1`],
] as const)('SQL with five million of the same is answered within seconds: %s', { timeout: 30_000 }, async ([, of]) => {
  const { pipeline } = await server()
  const began = Date.now()
  const stmt = { sql: of('a'.repeat(5_000_000)) }
  const { status } = await pipeline([{ type: 'execute', stmt }, { type: 'close' }])
  expect(status).toBe(200)
  expect(Date.now() - began).toBeLessThan(15_000)
})

test('no more than 128 streams are open at once', async () => {
  const { client, pipeline } = await server()
  await Promise.all(Array.from({ length: 128 }, () => pipeline([])))
  expect(await pipeline([])).toMatchObject({ status: 429, body: { code: 'TOO_MANY_STREAMS' } })
  await expect(client().execute('select 1')).rejects.toThrow()
})

test('only Hrana 2 is announced', async () => {
  const { url } = await server()
  const statuses = await Promise.all(
    ['/v2', '/v3', '/v3-protobuf', '/v1'].map(async (path) => {
      const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
      return response.status
    }),
  )
  expect(statuses).toEqual([200, 404, 404, 404])
})

test.for([
  ['select ?3', [null, null, '?3'], true],
  ['select :a, @b, ?, :a, $c', [':a', '@b', null, '$c'], true],
  ['select \'?\', "?" /* ? */ -- ?\n', [], true],
  ['commit', [], true],
  ['begin', [], true],
  ['begin immediate', [], false],
  ['insert into t values (?)', [null], false],
  ['with a as (select 1) delete from t', [], false],
  ['with a as (select 1) select * from a', [], true],
  ['explain insert into t values (?)', [null], true],
] as const)('a description tells the parameters and whether it only reads: %s', async ([sql, names, isReadonly]) => {
  const { client, pipeline } = await server()
  await client().execute('create table t ("?")')
  const asked = sql.includes('"?"') ? `${sql.replace('--', 'from t --')}` : sql
  const { body } = await pipeline([{ type: 'describe', sql: asked }, { type: 'close' }])
  expect(body.results[0]!.response).toMatchObject({
    result: { params: names.map((name) => ({ name })), is_readonly: isReadonly, is_explain: sql.startsWith('explain') },
  })
})

test('an unknown baton is an expired stream', async () => {
  const { pipeline } = await server()
  const { status, body } = await pipeline([{ type: 'close' }], 'no-such-baton')
  expect([status, body.code]).toEqual([400, 'STREAM_EXPIRED'])
})
