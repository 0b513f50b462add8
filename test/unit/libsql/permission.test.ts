import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import Database from 'libsql'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { server, temporaryFile } from './support.ts'

/** What reaches beyond the database; each would leave `$file` behind, or read it. */
const reaching = [
  "select writefile('$file', 'x')",
  "select readfile('$file')",
  "select * from fsdir('$file')",
  "select * from fsdir where path = '$file'",
  "attach '$file' as other",
  "vacuum into '$file'",
  "select load_extension('$file')",
  'create virtual table v using fts5(a)',
  "select sha3_query('select 1')",
  'select * from sqlite_dbpage',
  'select * from dbstat',
  'select * from sqlite_stmt',
  'select * from pragma_wal_checkpoint',
  "select sqlite3mc_config('cipher')",
  'select fts3_tokenizer(1)',
]

const quotes: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `"${name}"`,
  (name) => `\`${name}\``,
  (name) => `[${name}]`,
]
const gap = fc.constantFrom(' ', '\n', '\t', '/* a */ ', '-- a\n', '/**/', ' \ufeff ', "/* ' */ ", '-- "\n')
const around = fc.constantFrom<(sql: string) => string>(
  (sql) => sql,
  (sql) => `${sql};`,
  (sql) => `;;${sql} -- end`,
  (sql) => `explain query plan ${sql}`,
  (sql) => `explain ${sql}`,
  (sql) => `with a as (${sql}) select * from a`,
  (sql) => `with recursive a(b) as (select 1), c as materialized (${sql}) select * from c, a`,
  (sql) => `select (${sql})`,
  (sql) => `select 1 where exists (${sql})`,
  (sql) => `insert into t ${sql}`,
  (sql) => `update t set v = (${sql})`,
  (sql) => `delete from t where v in (${sql}) returning v`,
  (sql) => `insert into t values (1) returning (${sql})`,
  (sql) => `create table made as ${sql}`,
  (sql) => `create view seen as ${sql}`,
  (sql) => `create trigger after_t after insert on t begin ${sql}; end`,
  (sql) => `create index by_v on t((${sql}))`,
  (sql) => `create table checked (a check ((${sql})))`,
)

test('no spelling of SQL reaches files, other databases or the binding’s own tools', { timeout: 120_000 }, async () => {
  const { client, pipeline } = await server()
  await client().execute('create table t (v)')
  const secret = temporaryFile()
  const attempt = fc.record({
    sql: fc.constantFrom(...reaching),
    quote: fc.constantFrom(...quotes),
    gaps: fc.array(gap, { minLength: 1, maxLength: 6 }),
    around,
    as: fc.constantFrom('execute', 'sequence', 'batch', 'describe'),
  })
  await fc.assert(
    fc.asyncProperty(attempt, async ({ sql, quote, gaps, around, as }) => {
      let turn = 0
      const spelt = around(sql)
        .replaceAll(/\b(\w+)(?=\()|\b(fsdir|sqlite_dbpage|dbstat|sqlite_stmt|pragma_\w+)\b/g, (name) =>
          /^(values|exists|check|a|t|in|fts5)$/.test(name) ? name : quote(name),
        )
        .replaceAll(/ (?=[^']*(?:'[^']*'[^']*)*$)/g, () => gaps[(turn += 1) % gaps.length]!)
        .replaceAll('$file', secret)
      const request = {
        execute: { type: 'execute', stmt: { sql: spelt } },
        describe: { type: 'describe', sql: spelt },
        sequence: { type: 'sequence', sql: `select 1; ${spelt}` },
        batch: { type: 'batch', batch: { steps: [{ stmt: { sql: spelt } }] } },
      }[as]
      const { body } = await pipeline([request, { type: 'close' }])
      const answer = body.results[0]! as unknown as {
        error?: { code: string }
        response?: { result?: { step_errors?: ({ code: string } | null)[] } }
      }
      const code = (answer.error ?? answer.response?.result?.step_errors?.[0])?.code
      expect(code, spelt).toMatch(/^(SQLITE_AUTH|SQLITE_ERROR)$/)
      expect(existsSync(secret), spelt).toBe(false)
    }),
    { numRuns: 1500 },
  )
  await expect(client().execute(`select readfile('${join(dirname(secret), 'none')}')`)).rejects.toMatchObject({
    code: 'SQLITE_AUTH',
  })
})

test('no heap of quotes, comments and parameters hides a call from the check', { timeout: 120_000 }, async () => {
  const { pipeline } = await server()
  const secret = temporaryFile()
  const marks = "' \" ` [ ] -- /* */ / x' X' $a( :b( @c # :: ?1 ? ) ( ; , . 1 0x .5e 1e \\ é \u{1f600} a || = as".split(
    ' ',
  )
  const calls = ['writefile', 'writefile/**/', '"writefile"'].map((name) => `${name}('${secret}', 1)`)
  const piece = fc.constantFrom(...marks, ...calls, 'select ', ' ', '\n', '\r', '\v', '\f', '\ufeff', '\u00a0')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), fc.constantFrom('select ', ''), async (pieces, first) => {
      const sql = `${first}${pieces.join('')}`
      const { status } = await pipeline([
        { type: 'execute', stmt: { sql, args: [] } },
        { type: 'sequence', sql },
        { type: 'describe', sql },
        { type: 'close' },
      ])
      expect([status, existsSync(secret)], sql).toEqual([200, false])
    }),
    { numRuns: 3000 },
  )
})

test.for([
  "select :a(\u00a0'), $call /*'*/",
  "select :a(\v'), $call /*'*/",
  "select $a::(\ufeff'), $call /*'*/",
  "select @a(/*), $call /*'*/",
  "select x'0', $call /*'*/",
  'select /*/ 1 /*/ $call',
  "select 1 -- '\n, $call --'",
  "select [a'], $call /*'*/ as [b'] from (select 1 as [a'])",
  "select `a``'`, $call /*'*/ from (select 1 as `a``'`)",
  `select "a'""'", $call /*'*/ from (select 1 as "a'""'")`,
])('what SQLite reads as a call is seen as one: %s', async (sql) => {
  const { pipeline } = await server()
  const secret = temporaryFile()
  const text = sql.replace('$call', `writefile('${secret}', '1')`)
  const args = /[:$@]a/.test(sql) ? [{ type: 'null' }] : []
  const { status, body } = await pipeline([{ type: 'execute', stmt: { sql: text, args } }, { type: 'close' }])
  expect([status, body.results[0]!.type, existsSync(secret)]).toEqual([200, 'error', false])
})

test('every function and table module that the binding brings is allowed by name or refused', async () => {
  const binding = new Database(':memory:')
  const names = (sql: string) => (binding.prepare(sql).raw(true).all() as string[][]).map(([name]) => name!)
  const { client } = await server()
  const db = client()
  for (const name of ['readfile', 'writefile', 'load_extension', 'sha3_query', 'fts3_tokenizer', 'sqlite_log']) {
    expect(names('select distinct name from pragma_function_list')).toContain(name)
    await expect(db.execute(`select "${name}"(1)`)).rejects.toMatchObject({ code: 'SQLITE_AUTH' })
  }
  const allowed = /^(json_each|json_tree|generate_series|pragma_(module|function)_list)$/
  for (const name of names('select name from pragma_module_list').filter((name) => !allowed.test(name))) {
    await expect(db.execute(`select * from '${name}'`), name).rejects.toMatchObject({ code: 'SQLITE_AUTH' })
  }
})

test.for([
  'pragma foreign_keys',
  'pragma foreign_keys = off',
  'PRAGMA defer_foreign_keys=ON',
  'pragma main.user_version',
  'pragma table_info(t)',
  "pragma table_xinfo('t')",
  'pragma table_list',
  'pragma index_list(t)',
  'pragma foreign_key_check',
  'pragma integrity_check',
  'pragma journal_mode',
  "select name from pragma_table_info('t')",
  'explain query plan select * from t',
  'select value from json_each(\'["a"]\')',
  'analyze',
  'reindex',
  "select 'readfile(''x'')' as text",
  'create table if not exists "pragma" (a varchar(20), b numeric(1, 2), check (a > 0))',
])('what migrations, backups and clients use is allowed: %s', async (sql) => {
  const { client } = await server()
  await client().execute('create table t (v)')
  await client().execute(sql)
})

test.for([
  'pragma writable_schema = on',
  'pragma journal_mode = delete',
  'pragma journal_mode(off)',
  'pragma synchronous = off',
  'pragma hard_heap_limit = 0',
  'pragma temp_store_directory = "/tmp"',
  'pragma wal_checkpoint(truncate)',
  'pragma case_sensitive_like = on',
  'create temp table a (b)',
  'create temporary view a as select 1',
  'create table temp.a (b)',
  'create table "temp".a (b)',
  "create table if not exists 'temp'.a (b)",
  'create virtual table a using rtree(a, b, c)',
  'detach main',
  'vacuum',
  'explain select 1',
])('what would change the server itself is refused: %s', async (sql) => {
  const { client } = await server()
  await expect(client().execute(sql)).rejects.toMatchObject({ code: 'SQLITE_AUTH' })
})
