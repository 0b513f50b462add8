import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import Database from 'libsql'
import { expect, test } from 'vitest'

import { answers, memberOf, ownPlace, start } from '../support/processes.ts'

const ignoringTheSignal = ['sh', '-c', "trap '' XFSZ; exec node tools/start.ts"]

function asksForCode(url: string): Promise<Response> {
  const body = new URLSearchParams({ email: 'amira@full.example' })
  return fetch(`${url}/sv/sign-in`, { method: 'POST', body, redirect: 'manual' })
}

test.skipIf(process.platform !== 'linux')(
  'with no room left to write in, reading goes on, a write is 503, and goes through when there is room again',
  async () => {
    const { env, url } = await ownPlace()
    const started = start({ ...env, DEMO: '0' }, ignoringTheSignal)
    await answers(url, '/readyz')
    const database = String(memberOf(started.child.pid!, 'libsql/main.ts')!.pid)
    execFileSync('prlimit', ['--pid', database, '--fsize=0:unlimited'])
    const refused = await asksForCode(url)
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true])
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    await expect.poll(started.output).toMatch(/"event":"database-cannot-work","code":"SQLITE_(FULL|IOERR)/)

    execFileSync('prlimit', ['--pid', database, '--fsize=unlimited'])
    await expect.poll(async () => (await asksForCode(url)).status, { timeout: 30_000 }).toBe(303)
  },
)

test('while another program holds the database a write is 503, never a bug, and goes through afterwards', async () => {
  const { env, url } = await ownPlace()
  start({ ...env, DEMO: '0' })
  await answers(url, '/readyz')
  const other = new Database(join(env.DATA_DIR, 'navet.db'))
  other.exec('begin immediate')
  const refused = await Promise.all(Array.from({ length: 20 }, () => asksForCode(url)))
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
  other.exec('rollback')
  other.close()
  expect((await asksForCode(url)).status).toBe(303)
})
