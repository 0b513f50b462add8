import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import { answers, exits, ownPlace, start, type Started } from '../support/processes.ts'

async function stops(started: Started): Promise<void> {
  started.child.kill('SIGTERM')
  await exits(started)
}

async function outboxAt(url: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(`${url}/dev/outbox`, { headers })).status
}

test('a folder that was made without the demo never shows its outbox, however it is started later', async () => {
  const { env, url } = await ownPlace()
  const first = start({ ...env, DEMO: '0' })
  await answers(url)
  expect(await outboxAt(url)).toBe(404)
  await stops(first)

  start(env)
  await answers(url)
  expect(await outboxAt(url)).toBe(404)
})

test('the demo shows its outbox to this machine alone: not through a proxy, nor under a public address', async () => {
  const { env, url } = await ownPlace()
  const first = start(env)
  await answers(url)
  expect(await outboxAt(url)).toBe(200)
  const proxies = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Via', 'X-Real-IP']
  for (const header of [...proxies, 'CF-Connecting-IP', 'True-Client-IP', 'X-Original-URL']) {
    expect(await outboxAt(url, { [header]: 'proto=https' }), header).toBe(404)
  }
  await stops(first)

  const behindProxy = start({ ...env, BASE_URL: 'https://navet.example' })
  await answers(url)
  expect(await outboxAt(url)).toBe(404)
  await stops(behindProxy)

  start({ ...env, HOST: '0.0.0.0' })
  await answers(url)
  expect(await outboxAt(url)).toBe(404)
})

test.for([
  ['DEMO', 'false'],
  ['DEMO', ''],
  ['TRUSTED_PROXY', 'ja'],
  ['SECRET', 'short'],
] as const)('%s=%s is refused in a few words before any folder is made', async ([name, value]) => {
  const { env } = await ownPlace()
  const { code, lines } = await exits(start({ ...env, [name]: value }))
  expect([code, lines.join(' ').includes(name)]).toEqual([1, true])
  expect(existsSync(env.DATA_DIR)).toBe(false)
})
