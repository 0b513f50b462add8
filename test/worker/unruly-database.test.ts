import { afterEach, expect, test, vi } from 'vitest'

import { signedIn, somebody } from '../support/people.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const lesson = '/sv/courses/granska-svaret/three-questions'

type Reach = (url: string, init: RequestInit) => Promise<Response>

const fetchAnything = globalThis.fetch

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Somebody signed in, whose database from now on is reached by another way. */
async function signedInOver(unruly: (reach: Reach) => Reach, settings: Record<string, string> = {}): Promise<Browser> {
  let way: Reach = (url, init) => fetch(url, init)
  const env = bindings({ ...settings, DATABASE: { fetch: (url: string, init: RequestInit) => way(url, init) } })
  const browser = await signedIn(somebody(), env)
  way = unruly((url, init) => fetch(url, init))
  return browser
}

/** The first half of what the database says, and then nothing until it is given up. */
const stallsHalfway: (reach: Reach) => Reach = (reach) => async (url, init) => {
  const response = await reach(url, init)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length / 2))
      init.signal!.addEventListener('abort', () => controller.error(init.signal!.reason))
    },
  })
  return new Response(body, response)
}

const answersOnly = (status: number, body: unknown) => () => async () => Response.json(body, { status })

function failsWith(code: string) {
  const error = { message: 'params: somebody@navet.example', code }
  return {
    baton: null,
    base_url: null,
    results: [
      { type: 'error', error },
      { type: 'ok', response: { type: 'close' } },
    ],
  }
}

test.for([
  ['whose answer stops half-way', stallsHalfway],
  ['that has too much to do', answersOnly(429, {})],
  ['that somebody has locked', answersOnly(200, failsWith('SQLITE_BUSY'))],
  ['whose disk is full', answersOnly(200, failsWith('SQLITE_FULL'))],
  ['whose disk fails', answersOnly(200, failsWith('SQLITE_IOERR_WRITE'))],
  ['that fails', answersOnly(502, {})],
  ['that is just ending', answersOnly(404, { error: 'Namespace `default` doesn’t exist' })],
  ['that takes our token no more', answersOnly(401, { error: 'Unauthorized' })],
] as const)(
  'a database %s: the lesson comes without progress, all else is 503 and says when to ask again',
  async ([, unruly]) => {
    const browser = await signedInOver(unruly)
    const page = await browser.get(lesson)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Vi når inte databasen')

    for (const path of ['/sv/me', '/api/v1/progress']) {
      const began = Date.now()
      const refused = await browser.get(path)
      expect([path, refused.status]).toEqual([path, 503])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Date.now() - began).toBeLessThan(5000)
    }
    const code = await browser.post('/sv/sign-in', { email: somebody() })
    expect(code.status).toBe(503)
    expect(code.headers.get('retry-after')).not.toBeNull()
  },
)

test('a database that is busy for a moment is asked again, and nobody notices', async () => {
  const noes = [429, 429, 200].values()
  const browser = await signedInOver((reach) => async (url, init) => {
    const { value } = noes.next()
    return value ? Response.json(failsWith('SQLITE_BUSY'), { status: value }) : reach(url, init)
  })
  const page = await browser.get('/sv/me')
  expect(page.status).toBe(200)
  expect([...noes]).toEqual([])
})

test('words of a person that read like a fault of the database are none', async () => {
  const browser = await signedIn()
  const said = '"code":"SQLITE_FULL"'
  await browser.post('/sv/me/name', { name: said })
  expect((await browser.get('/sv/me')).status).toBe(200)
})

test('of two hundred at once the database meets 64; every lesson comes, and what is refused is refused in order', async () => {
  let under = 0
  let most = 0
  const browser = await signedInOver((reach) => async (url, init) => {
    under += 1
    most = Math.max(most, under)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const response = await reach(url, init)
    under -= 1
    return response
  })
  const pages = await Promise.all(Array.from({ length: 150 }, () => browser.get(lesson)))
  const owns = await Promise.all(Array.from({ length: 200 }, () => browser.get('/sv/me')))
  expect(most).toBe(64)
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
  const refused = owns.filter(({ status }) => status !== 200)
  expect(refused.length).toBeLessThan(owns.length)
  expect(refused.every(({ status, headers }) => status === 503 && headers.has('retry-after'))).toBe(true)
})

/** Counts how many of each kind are under way at once. */
function counting() {
  const under = { write: 0, read: 0 }
  const most = { write: 0, read: 0 }
  const reached = (reach: Reach): Reach => {
    return async (url, init) => {
      const kind = /\b(insert|update|delete)\b/i.test(String(init.body)) ? 'write' : 'read'
      under[kind] += 1
      most[kind] = Math.max(most[kind], under[kind])
      await new Promise((resolve) => setTimeout(resolve, 10))
      const response = await reach(url, init)
      under[kind] -= 1
      return response
    }
  }
  return { most, reached }
}

test('where four may write at once, the database meets four of forty, beside those who read', async () => {
  const { most, reached } = counting()
  const browser = await signedInOver(reached, { LIBSQL_WRITERS: '4' })
  const names = Array.from({ length: 40 }, (_, i) => browser.post('/sv/me/name', { name: `Amira ${i}` }))
  const pages = await Promise.all(Array.from({ length: 40 }, () => browser.get(lesson)))
  const kept = await Promise.all(names)
  expect(most.write).toBe(4)
  expect(most.read).toBeGreaterThan(4)
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(kept.map(({ status }) => status))).toEqual(new Set([303]))
})

test('on a database elsewhere four write at once, unless the operator says how many', async () => {
  const { most, reached } = counting()
  vi.stubGlobal(
    'fetch',
    reached((url, init) => fetchAnything(url, init)),
  )
  const { LIBSQL_WRITERS: _, ...elsewhere } = bindings()
  const db = database(elsewhere)
  await Promise.all(Array.from({ length: 20 }, () => db.run("delete from limits where subject = 'nobody'")))
  expect(most.write).toBe(4)
})

test('what the database was sent is never broken off, however late its answer', async () => {
  let signal: AbortSignal | undefined
  const [told, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()]
  const browser = await signedInOver((reach) => async (url, init) => {
    signal = init.signal!
    const response = await reach(url, init)
    // Later than whoever asked was ready to wait.
    await told.promise
    ended.resolve(signal.aborted)
    return response
  })
  const refused = await browser.post('/sv/me/name', { name: 'Amira' })
  told.resolve()
  expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true])
  expect(await ended.promise).toBe(false)
})
