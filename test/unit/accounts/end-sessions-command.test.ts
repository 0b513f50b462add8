import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { beforeEach, expect, test } from 'vitest'
import { migratedDatabase, token } from '../../support/migrated-database.ts'

const root = join(import.meta.dirname, '../../..')
const own = migratedDatabase()

beforeEach(async () => {
  await own.client.execute('delete from users')
  const user = `insert into users (id, name, email, created_at, updated_at) values (?, '', ?, 0, 0)`
  const session = `insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values (?1, ?2, ?1, 1, 1, 1)`
  await own.client.batch([
    { sql: user, args: ['amira', 'amira@plat.example'] },
    { sql: user, args: ['anders', 'anders@plat.example'] },
    `insert into addresses (email, user_id, verified_at) values ('hemma@plat.example', 'amira', 0)`,
    ...['a1', 'a2'].map((id) => ({ sql: session, args: [id, 'amira'] })),
    { sql: session, args: ['b1', 'anders'] },
  ])
})

function run(...args: string[]) {
  return promisify(execFile)(process.execPath, [join(root, 'tools/end-sessions.ts'), ...args], {
    env: { ...process.env, LIBSQL_URL: own.url, LIBSQL_AUTH_TOKEN: token },
  })
}

async function left(): Promise<unknown[]> {
  const { rows } = await own.client.execute('select id from sessions order by id')
  return rows.map(({ id }) => id)
}

test('somebody is signed out everywhere by any of their addresses; a dry run only counts', async () => {
  expect((await run('Hemma@plat.example', '--dry-run')).stdout).toBe('2 sessions would end\n')
  expect(await left()).toEqual(['a1', 'a2', 'b1'])
  expect((await run('Hemma@plat.example')).stdout).toBe('2 sessions ended\n')
  expect(await left()).toEqual(['b1'])
  expect((await run('hemma@plat.example')).stdout).toBe('0 sessions ended\n')
})

test('everybody is signed out with all', async () => {
  expect((await run('all')).stdout).toBe('3 sessions ended\n')
  expect(await left()).toEqual([])
})

test('an unknown address, or a word that is none, ends nothing and says so', async () => {
  await expect(run('ingen@plat.example')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nobody has'),
  })
  for (const words of [[], ['amira'], ['all', '--dryrun'], ['all', 'amira@plat.example']])
    await expect(run(...words)).rejects.toMatchObject({ code: 2 })
  expect(await left()).toHaveLength(3)
  expect((await run('--help')).stdout).toContain('--dry-run')
})
