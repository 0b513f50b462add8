import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, inject, test } from 'vitest'

import { startLibsqlServer } from '../../tools/libsql/server.ts'
import { allEnd, answers, exits, familyOf, newFolder, ownPlace, start, takenPort } from '../support/processes.ts'

/** fetch would say by itself what it accepts. */
async function rawFetch(url: string, accepted: string): Promise<IncomingMessage> {
  const [response] = await once(get(url, { headers: { 'accept-encoding': accepted } }), 'response')
  return (response as IncomingMessage).resume()
}

test('it starts, keeps its secret for itself, stops when told, and a second start changes nothing', async () => {
  const { env, url } = await ownPlace()
  const first = start(env)
  await answers(url)
  expect((await fetch(`${url}/dev/outbox`, { headers: { accept: 'application/json' } })).status).toBe(200)
  expect(statSync(join(env.DATA_DIR, 'secret')).mode & 0o077).toBe(0)
  const family = familyOf(first.child.pid!).map(({ pid }) => pid)
  expect(family.length).toBeGreaterThanOrEqual(3)
  first.child.kill('SIGTERM')
  expect((await exits(first)).code).toBe(0)
  await allEnd(family)
  const secret = readFileSync(join(env.DATA_DIR, 'secret'), 'utf8')

  const again = start(env)
  await answers(url)
  expect(again.output()).not.toMatch(/demo company|Building/)
  expect(readFileSync(join(env.DATA_DIR, 'secret'), 'utf8')).toBe(secret)
  expect(existsSync(join(env.DATA_DIR, 'navet.db'))).toBe(true)
})

test.for([
  ['/sv', 'text/html; charset=UTF-8', 'gzip', 'br'],
  ['/icon.svg', 'image/svg+xml', 'br', 'gzip'],
] as const)(
  '%s comes compressed as the browser can read it, and plain to others',
  async ([path, type, first, other]) => {
    const read = async (accepted: string) => (await rawFetch(inject('baseUrl') + path, accepted)).headers
    expect(await read('gzip, deflate, br')).toMatchObject({ 'content-encoding': first, 'content-type': type })
    expect(await read(`${first};q=0, ${other}`)).toMatchObject({ 'content-encoding': other })
    expect(await read('identity')).not.toHaveProperty('content-encoding')
  },
)

test('a phone that puts Navet on its home screen gets a picture', async () => {
  const { headers } = await fetch(`${inject('baseUrl')}/touch-icon.png`)
  expect(headers.get('content-type')).toBe('image/png')
})

test('a port that is taken is one clear line', async () => {
  const { port, close } = await takenPort()
  const { code, lines } = await exits(start({ PORT: String(port), DATA_DIR: join(newFolder(), 'data') }))
  close()
  expect(code).toBe(1)
  expect(lines).toEqual([`port ${port} is taken: stop what uses it, or choose another with PORT=8788 npm start`])
})

test('a setting that cannot be is one clear message', async () => {
  const { env } = await ownPlace()
  const { code, lines } = await exits(start({ ...env, DEMO: '0', BASE_URL: 'nonsense' }))
  expect(code).toBe(1)
  expect(lines.join(' ')).toContain('BASE_URL')
})

test('private courses that are not there are one clear line, and no data folder is made', async () => {
  const { env } = await ownPlace()
  const { code, lines } = await exits(start({ ...env, COURSES_PRIVATE: '/nowhere/at/all' }))
  expect(code).toBe(1)
  expect(lines).toEqual(['COURSES_PRIVATE is no folder: /nowhere/at/all'])
  expect(existsSync(env.DATA_DIR)).toBe(false)
})

test('a data folder that cannot be made is one clear line', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  const { env } = await ownPlace()
  const { code, lines } = await exits(start({ ...env, DATA_DIR: join(file, 'data') }))
  expect(code).toBe(1)
  expect(lines.at(-1)).toContain('cannot be written')
  expect(lines).toHaveLength(1)
})

test('a database that is newer than the code is one clear line', async () => {
  const data = newFolder()
  const server = await startLibsqlServer({ file: join(data, 'navet.db'), token: 't' })
  const client = createClient({ url: server.url, authToken: 't' })
  await client.batch([
    'create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric not null)',
    "insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)",
  ])
  client.close()
  await server.close()
  const { env } = await ownPlace()
  const { code, lines } = await exits(start({ ...env, DATA_DIR: data }))
  expect(code).toBe(1)
  expect(lines).toEqual([
    'the database was made by a newer version of Navet; update the code, or choose another DATA_DIR',
  ])
})
