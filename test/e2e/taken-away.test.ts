import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, onTestFinished, test } from 'vitest'

import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { orsaRedovisning, siljansPlat } from '../../tools/demo/people.ts'
import { readRunning } from '../../tools/start/folder-lock.ts'
import { serveForAWhile } from '../../tools/start/serve-for-a-while.ts'
import {
  allEnd,
  answers,
  exits,
  familyOf,
  kill,
  memberOf,
  newFolder,
  ownPlace,
  type Started,
  start,
} from '../support/processes.ts'

const built = join(import.meta.dirname, '../../dist')
const workerd = 'workerd serve'
const cameBack = 'workerd ended by itself and was started again'

async function serving() {
  const { env, url } = await ownPlace()
  const started = start({ ...env, DEMO: '0' })
  await answers(url, '/readyz')
  return { env, url, started, supervisor: started.child.pid! }
}

/** Where the running product has what workerd serves: the last word of its command names the configuration. */
function folderOf(supervisor: number): string {
  return dirname(memberOf(supervisor, workerd)!.command.split(' ').at(-1)!)
}

async function loses(started: Started, line: string, what: number): Promise<void> {
  kill(what, 'SIGKILL')
  await expect.poll(() => started.output(), { timeout: 60_000 }).toContain(line)
}

test.for([['SIGTERM'], ['SIGKILL']] as const)(
  'with the folder of what is served gone, %s ends everything',
  async ([signal]) => {
    const { started, supervisor } = await serving()
    rmSync(folderOf(supervisor), { recursive: true })
    const family = familyOf(supervisor).map(({ pid }) => pid)
    started.child.kill(signal)
    await exits(started)
    await allEnd(family)
  },
)

test('with the folder of what is served gone, workerd still comes back, with all it serves', async () => {
  const { url, started, supervisor } = await serving()
  const folder = folderOf(supervisor)
  rmSync(folder, { recursive: true })
  await loses(started, cameBack, memberOf(supervisor, workerd)!.pid)
  await answers(url, '/readyz')
  await answers(url, '/icon.svg')
  const family = familyOf(supervisor).map(({ pid }) => pid)
  started.child.kill('SIGKILL')
  await allEnd(family)
  expect(existsSync(folder)).toBe(false)
})

test('whatever of the watcher is killed, workerd goes on, and is watched again', async () => {
  const { url, started, supervisor } = await serving()
  const served = memberOf(supervisor, workerd)!.pid
  const watcher = memberOf(supervisor, '/bin/sh -c')!.pid
  const last = familyOf(watcher).at(-1)!.pid
  kill(last, 'SIGKILL')
  await allEnd([last])
  await expect.poll(() => memberOf(supervisor, '/bin/sh -c')?.pid, { timeout: 60_000 }).not.toBe(watcher)
  expect(memberOf(supervisor, workerd)?.pid).toBe(served)
  await answers(url, '/readyz')
  const family = familyOf(supervisor).map(({ pid }) => pid)
  started.child.kill('SIGKILL')
  await allEnd(family)
})

test('a build that is made while Navet runs changes nothing of what runs, nor of what is started again', async () => {
  const root = newFolder()
  cpSync(built, join(root, 'dist'), { recursive: true })
  const served = await serveForAWhile(root, readBuiltCatalogue(join(root, 'dist/catalogue')))
  onTestFinished(served.stop)
  const shown = readdirSync(join(built, 'client/assets'), { recursive: true, withFileTypes: true })
  const assets = shown
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(built, 'client').length))
  rmSync(join(root, 'dist/client'), { recursive: true })
  writeFileSync(
    join(root, 'dist/worker/index.js'),
    'export default { fetch: () => new Response(null, { status: 418 }) }',
  )
  const readAll = async () => {
    await answers(served.url)
    for (const path of assets) expect([path, (await fetch(served.url + path)).status]).toEqual([path, 200])
  }
  await readAll()
  const before = memberOf(process.pid, workerd)!.pid
  kill(before, 'SIGKILL')
  await expect.poll(() => memberOf(process.pid, workerd)?.pid ?? before, { timeout: 60_000 }).not.toBe(before)
  await readAll()
})

test('a scheduled run that found no database is asked for again', async () => {
  const { url, started, supervisor } = await serving()
  const health = async () => (await (await fetch(`${url}/readyz`)).json()) as { database: string; scheduledRun: string }
  const { scheduledRun: before } = await health()
  const stalled = memberOf(supervisor, 'libsql/main.ts')!.pid
  kill(stalled, 'SIGSTOP')
  await loses(started, cameBack, memberOf(supervisor, workerd)!.pid)
  // Each waits as long for the database as the run that was asked for before them.
  for (let i = 0; i < 2; i += 1) expect(await health()).toMatchObject({ database: 'unreachable' })
  kill(stalled, 'SIGCONT')
  await expect.poll(async () => (await health()).scheduledRun, { timeout: 100_000 }).toMatch(/^20/)
  await expect.poll(async () => (await health()).scheduledRun > before, { timeout: 100_000 }).toBe(true)
})

test('when nobody reads its lines any more, it serves on, and what died comes back', async () => {
  const { url, started, supervisor } = await serving()
  started.child.stdout!.destroy()
  started.child.stderr!.destroy()
  for (const name of [workerd, 'libsql/main.ts']) {
    const before = memberOf(supervisor, name)!.pid
    kill(before, 'SIGKILL')
    await expect.poll(() => memberOf(supervisor, name)?.pid ?? before, { timeout: 60_000 }).not.toBe(before)
    await answers(url, '/readyz')
  }
  for (let i = 0; i < 20; i += 1) await answers(url, '/sv')
  expect(started.child.exitCode).toBe(null)
})

test('a first start that is ended while it makes the demo is made whole by the next', async () => {
  const { env, url } = await ownPlace()
  const first = start(env)
  await expect.poll(() => first.output(), { timeout: 100_000, interval: 5 }).toContain('Making the demo company')
  const family = familyOf(first.child.pid!).map(({ pid }) => pid)
  await expect.poll(() => existsSync(join(env.DATA_DIR, 'secret'))).toBe(true)
  first.child.kill('SIGTERM')
  await allEnd(family)

  start(env)
  await answers(url)
  const { url: databaseUrl, token } = (await readRunning(env.DATA_DIR))!
  const client = createClient({ url: databaseUrl, authToken: token })
  const { rows } = await client.execute('select count(*) as n from memberships')
  client.close()
  expect(rows[0]).toMatchObject({ n: siljansPlat.length + orsaRedovisning.length })
})
