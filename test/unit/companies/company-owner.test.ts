import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { type Client, createClient } from '@libsql/client/web'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { migrate } from '../../../tools/database/migrate.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'

const root = join(import.meta.dirname, '../../..')
let folder: string
let server: Awaited<ReturnType<typeof startLibsqlServer>>
let db: Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-owner-'))
  server = await startLibsqlServer({ file: join(folder, 'navet.db'), token: 't' })
  db = createClient({ url: server.url, authToken: 't' })
  await migrate(db)
  const person = (id: string) =>
    `insert into users (id, name, email, created_at, updated_at) values ('${id}', '', '${id}@plat.example', 0, 0)`
  const company = (id: string, name: string) => [
    `insert into companies (id, name, municipality, sector, size, created_at) values ('${id}', '${name}', '2081', 'C', '2-9', 0)`,
    `insert into terms values ('${id}', 1, '"all"', 0)`,
  ]
  const member = (company: string, learner: string, role: string) =>
    `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
      values ('${company}-${learner}', '${company}', '${learner}', '${role}', '${learner}', '${learner}', 1, 0)`
  await db.batch([
    ...['anders', 'amira', 'stranger'].map(person),
    `insert into addresses values ('amira@home.example', 'amira', 0)`,
    ...company('c1', 'Siljans Plåt'),
    ...company('c2', 'Twin'),
    ...company('c3', 'Twin'),
    member('c1', 'anders', 'owner'),
    member('c1', 'amira', 'member'),
  ])
})

afterAll(async () => {
  db.close()
  await server.close()
  await rm(folder, { recursive: true })
})

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'tools/company-owner.ts'), ...args], {
    env: { ...process.env, LIBSQL_URL: server.url, LIBSQL_AUTH_TOKEN: 't' },
  })
const roles = async () =>
  (
    await db.execute(
      `select learner || ' ' || role as r from memberships where company = 'c1' and left_at is null order by 1`,
    )
  ).rows.map((row) => row.r)
const events = async () => (await db.execute('select kind, member, told_at from company_events')).rows

test('--help says what it does; what cannot be meant is refused with the usage', async () => {
  expect((await run('--help')).stdout).toContain('npm run company:owner -- COMPANY EMAIL')
  for (const args of [[], ['c1'], ['c1', 'no-address']]) await expect(run(...args)).rejects.toMatchObject({ code: 2 })
})

test('a company or member that is not there, and a name that two share, end with 1 and a reason', async () => {
  for (const [company, email, words] of [
    ['nowhere', 'amira@plat.example', 'no open company'],
    ['Twin', 'amira@plat.example', 'give the id'],
    ['c1', 'stranger@plat.example', 'one of its members'],
    ['c1', 'nobody@plat.example', 'one of its members'],
  ] as const) {
    const stderr: unknown = expect.stringContaining(words)
    await expect(run(company, email)).rejects.toMatchObject({ code: 1, stderr })
  }
  expect(await events()).toEqual([])
})

test('a dry run says what would be done and does nothing; the real one leaves a line, once', async () => {
  expect((await run('c1', 'amira@home.example', '--dry-run')).stdout).toContain('would make')
  expect(await roles()).toEqual(['amira member', 'anders owner'])
  expect(await events()).toEqual([])

  expect((await run('Siljans Plåt', 'Amira@home.example')).stdout).toContain('is an owner')
  expect(await roles()).toEqual(['amira owner', 'anders owner'])
  expect(await events()).toMatchObject([{ kind: 'owner-given', member: 'c1-amira', told_at: null }])
  expect((await run('c1', 'amira@plat.example')).stdout).toContain('already')
  expect(await events()).toHaveLength(1)
})

test('a company that was to close stays open once it has an owner again', async () => {
  await db.execute(`update memberships set role = 'member' where id = 'c1-anders'`)
  await db.execute(`delete from users where id = 'amira'`)
  const closing = async () => (await db.execute(`select closes_at from companies where id = 'c1'`)).rows[0]!.closes_at
  expect(await closing()).toBeGreaterThan(Date.now())
  await run('c1', 'anders@plat.example')
  expect(await closing()).toBeNull()
  expect(await roles()).toEqual(['anders owner'])
})
