import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, inject, onTestFinished, test } from 'vitest'

import { startLibsqlServer } from '../../tools/libsql/server.ts'

/** The test runner has a BASE_URL of its own. */
const { BASE_URL: _, ...withoutBaseUrl } = process.env
const root = join(import.meta.dirname, '../..')

interface Started {
  child: ChildProcess
  output: () => string
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(root, 'tools/start.ts')], {
    cwd: root,
    env: { ...withoutBaseUrl, ...env },
  })
  let said = ''
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output: () => said }
}

async function exits(started: Started): Promise<{ code: number; lines: string[] }> {
  const [code] = await once(started.child, 'exit')
  return { code: Number(code), lines: started.output().trim().split('\n') }
}

async function answers(url: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.status, { timeout: 30_000 })
    .toBe(200)
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'navet-start-'))
}

/** fetch would say by itself what it accepts. */
async function rawFetch(url: string, accepted: string): Promise<IncomingMessage> {
  const [response] = await once(get(url, { headers: { 'accept-encoding': accepted } }), 'response')
  return (response as IncomingMessage).resume()
}

function freePort(): Promise<{ port: number; close: () => void }> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as { port: number }).port, close: () => server.close() }),
    )
  })
}

test('it starts, keeps its secret for itself, stops when told, and a second start changes nothing', async () => {
  const data = join(folder(), 'data')
  const { port, close } = await freePort()
  close()
  const url = `http://127.0.0.1:${port}`
  const env = { DATA_DIR: data, PORT: String(port) }
  const first = start(env)
  await answers(url)
  expect((await fetch(`${url}/dev/outbox`, { headers: { accept: 'application/json' } })).status).toBe(200)
  expect(statSync(join(data, 'secret')).mode & 0o077).toBe(0)
  first.child.kill('SIGTERM')
  expect([0, 143]).toContain((await exits(first)).code) // 143: ended by the signal itself
  const secret = readFileSync(join(data, 'secret'), 'utf8')

  const again = start(env)
  const began = Date.now()
  await answers(url)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(again.output()).not.toContain('demo company')
  expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(secret)
  expect(existsSync(join(data, 'navet.db'))).toBe(true)
})

test.for([
  ['/sv', 'text/html; charset=UTF-8'],
  ['/icon.svg', 'image/svg+xml'],
] as const)('%s comes compressed as the browser can read it, and plain to others', async ([path, type]) => {
  const read = async (accepted: string) => (await rawFetch(inject('baseUrl') + path, accepted)).headers
  expect(await read('gzip, deflate, br')).toMatchObject({ 'content-encoding': 'br', 'content-type': type })
  expect(await read('br;q=0, gzip')).toMatchObject({ 'content-encoding': 'gzip' })
  expect(await read('identity')).not.toHaveProperty('content-encoding')
})

test('a phone that puts Navet on its home screen gets a picture', async () => {
  const { headers } = await fetch(`${inject('baseUrl')}/touch-icon.png`)
  expect(headers.get('content-type')).toBe('image/png')
})

test('the outbox is not there under another name, nor without the demo', async () => {
  const { port, close } = await freePort()
  close()
  const url = `http://127.0.0.1:${port}`
  start({ DATA_DIR: join(folder(), 'data'), PORT: String(port), DEMO: '0' })
  await answers(url)
  expect((await fetch(`${url}/dev/outbox`)).status).toBe(404)
})

test('a port that is taken is one clear line', async () => {
  const { port, close } = await freePort()
  const { code, lines } = await exits(start({ PORT: String(port), DATA_DIR: join(folder(), 'data') }))
  close()
  expect(code).toBe(1)
  expect(lines).toEqual([`port ${port} is taken: stop what uses it, or choose another with PORT=8788 npm start`])
})

test('a setting that cannot be is one clear message', async () => {
  const { port, close } = await freePort()
  close()
  const { code, lines } = await exits(
    start({ PORT: String(port), DATA_DIR: join(folder(), 'data'), DEMO: '0', BASE_URL: 'nonsense' }),
  )
  expect(code).toBe(1)
  expect(lines.join(' ')).toContain('BASE_URL')
})

test('a data folder that cannot be made is one clear line', async () => {
  const file = join(folder(), 'a-file')
  writeFileSync(file, '')
  const { port, close } = await freePort()
  close()
  const { code, lines } = await exits(start({ PORT: String(port), DATA_DIR: join(file, 'data') }))
  expect(code).toBe(1)
  expect(lines.at(-1)).toContain('cannot be written')
  expect(lines).toHaveLength(1)
})

test('a database that is newer than the code is one clear line', async () => {
  const data = folder()
  const server = await startLibsqlServer({ file: join(data, 'navet.db'), token: 't' })
  const client = createClient({ url: server.url, authToken: 't' })
  await client.batch([
    'create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric not null)',
    "insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)",
  ])
  client.close()
  await server.close()
  const { port, close } = await freePort()
  close()
  const { code, lines } = await exits(start({ PORT: String(port), DATA_DIR: data }))
  expect(code).toBe(1)
  expect(lines).toEqual([
    'the database was made by a newer version of Navet; update the code, or choose another DATA_DIR',
  ])
})
