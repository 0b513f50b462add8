import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { allEnd, answers, exits, familyOf, kill, memberOf, ownPlace, start } from '../support/processes.ts'

const root = join(import.meta.dirname, '../..')
const workerd = 'workerd serve'
const database = 'libsql/main.ts'

test.for([['SIGKILL'], ['SIGTERM']] as const)(
  'npm start that gets %s leaves nothing behind, and the same start answers again',
  async ([signal]) => {
    const { env, url } = await ownPlace()
    const { child } = start({ ...env, DEMO: '0' }, ['npm', 'start'])
    await answers(url)
    const family = familyOf(child.pid!).map(({ pid }) => pid)
    child.kill(signal)
    await allEnd(family)

    start({ ...env, DEMO: '0' })
    await answers(url)
  },
)

test('npm start keeps what it compiled as soon as it answers, for the next start', async () => {
  const { env, url } = await ownPlace()
  const { child } = start({ ...env, DEMO: '0' }, ['npm', 'start'])
  await answers(url)
  const kept = join(root, 'node_modules/.cache/compiled')
  await expect.poll(() => readdirSync(kept, { recursive: true }).length, { timeout: 60_000 }).toBeGreaterThan(20)
  child.kill('SIGTERM')
})

test('npm start that gets SIGTERM before anything is served leaves nothing behind either', async () => {
  const { env } = await ownPlace()
  const { child } = start({ ...env, DEMO: '0' }, ['npm', 'start'])
  await expect.poll(() => memberOf(child.pid!, database), { timeout: 60_000 }).toBeDefined()
  const family = familyOf(child.pid!).map(({ pid }) => pid)
  child.kill('SIGTERM')
  await allEnd(family)
})

test('a supervisor that is killed takes workerd and the database with it', async () => {
  const { env, url } = await ownPlace()
  const { child } = start({ ...env, DEMO: '0' })
  await answers(url)
  const family = familyOf(child.pid!).map(({ pid }) => pid)
  child.kill('SIGKILL')
  await allEnd(family)

  start({ ...env, DEMO: '0' })
  await answers(url, '/sv')
})

test.for([
  [workerd, 'workerd ended by itself and was started again'],
  [database, 'the database was started again'],
] as const)('%s that is killed comes back, says so in one line, and leaves nothing behind', async ([name, line]) => {
  const { env, url } = await ownPlace()
  const started = start({ ...env, DEMO: '0' })
  const supervisor = started.child.pid!
  await answers(url, '/readyz')
  for (let kills = 1; kills <= 3; kills += 1) {
    const before = memberOf(supervisor, name)!.pid
    kill(before, 'SIGKILL')
    await allEnd([before])
    await expect.poll(() => started.output().split(line).length - 1, { timeout: 60_000 }).toBe(kills)
    await answers(url, '/readyz')
  }
  const lines = started.output().split('\n')
  expect(JSON.parse(lines.find((each) => each.includes(line))!)).toMatchObject({ at: expect.stringMatching(/^20.*Z$/) })
  const family = familyOf(supervisor).map(({ pid }) => pid)
  started.child.kill('SIGTERM')
  await exits(started)
  await allEnd(family)
})

test('with the database gone Navet is alive and not ready', async () => {
  const { env, url } = await ownPlace()
  const { child } = start({ ...env, DEMO: '0' })
  await answers(url, '/readyz')
  kill(memberOf(child.pid!, database)!.pid, 'SIGSTOP')
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, await ready.json()]).toMatchObject([503, { ready: false, database: 'unreachable' }])
  expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0)
  await answers(url, '/healthz')
})

test('what is under way when Navet is told to stop is answered first', async () => {
  const { env, url } = await ownPlace()
  const started = start(env)
  await answers(url)
  const stalled = memberOf(started.child.pid!, database)!.pid
  kill(stalled, 'SIGSTOP')
  const underWay = Array.from({ length: 16 }, () => fetch(`${url}/dev/outbox`))
  // Each of them waits for the database when a later one has come back without it.
  expect((await fetch(`${url}/dev/outbox`)).status).toBe(503)
  const waiting = Array.from({ length: 16 }, () => fetch(`${url}/dev/outbox`))
  await fetch(`${url}/healthz`)
  started.child.kill('SIGTERM')
  setTimeout(() => kill(stalled, 'SIGCONT'), 100)
  expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]))
  await Promise.allSettled(underWay)
  expect((await exits(started)).code).toBe(0)
})

test('two on one data folder: the second says so in one line, and commands go through the first', async () => {
  const { env, url } = await ownPlace()
  const first = start({ ...env, DEMO: '0' })
  await answers(url)
  const { port } = new URL((await ownPlace()).url)
  const second = await exits(start({ ...env, PORT: port }))
  expect(second.code).toBe(1)
  expect(second.lines).toHaveLength(1)
  expect(second.lines[0]).toMatch(/is in use by a Navet, or a command of it, that runs already \(process \d+\)/)
  expect(second.lines[0]).toContain(String(first.child.pid))

  const commands = [
    'outbox.ts',
    'grant.ts author nobody@navet.example',
    'keys/main.ts revoke key-2020-abcdef --dry-run',
  ]
  for (const command of commands) {
    const [file, ...args] = command.split(' ')
    const run = promisify(execFile)(process.execPath, [join(root, 'tools', file!), ...args], {
      env: { ...process.env, ...env, LIBSQL_URL: '' },
    })
    let databases: string[] = []
    const looking = setInterval(() => (databases = [...databases, ...databasesOf(run.child.pid!)]), 20)
    await run.catch(() => undefined)
    clearInterval(looking)
    expect(databases, command).toEqual([])
  }
})

function databasesOf(pid: number): string[] {
  return familyOf(pid)
    .map(({ command }) => command)
    .filter((command) => command.includes(database))
}
