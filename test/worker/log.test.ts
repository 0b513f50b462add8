import { setTimeout } from 'node:timers/promises'

import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { app } from '../../worker/app.ts'
import { answerErrors } from '../../worker/http/answer-errors.tsx'
import { type App, openVisit } from '../../worker/http/open-visit.ts'
import { requestLog } from '../../worker/http/request-log.ts'
import { Refusal } from '../../worker/refusal.ts'
import { somebody } from '../support/people.ts'
import {
  addressOf,
  endSessions,
  isWrite,
  makeWorld,
  nameOf,
  requestTo,
  type Route,
  routesOf,
  type World,
} from '../support/world.ts'
import { Browser } from '../support/worker.ts'

/**
 * The rule: a log line holds our own words, a class and a code, never an error's message or parameters. Looked for on
 * every route, with a secret in everything that is sent and a database that repeats it in its errors.
 */

const secret = 'hemligt-4711-ord'
let lines: string[] = []
beforeEach(() => {
  lines = []
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(' ')))
  }
})
afterEach(() => vi.restoreAllMocks())

/** Databases that fail in each way there is, and repeat what they were asked. */
const failing: Record<string, (request: Request) => Promise<Response>> = {
  'refuses every statement': async (request) => {
    const { requests } = JSON.parse(await request.text()) as { requests: unknown[] }
    const error = { message: `SQLITE_ERROR: near ${JSON.stringify(requests)} ${secret}`, code: 'SQLITE_ERROR' }
    const results = requests.map(() => ({ type: 'error', error }))
    return Response.json({ baton: null, base_url: null, results })
  },
  'cannot be reached': async (request) => {
    throw new TypeError(`connect ${request.url} ${await request.text()} ${secret}`)
  },
  'answers nonsense': async (request) => new Response(`${await request.text()} ${secret}`),
}

function person(world: World, fetch: (request: Request) => Promise<Response>): Browser {
  const asked = (...request: ConstructorParameters<typeof Request>) => fetch(new Request(...request) as Request)
  const browser = new Browser({ ...world.browser.env, DATABASE: { fetch: asked } as unknown as Fetcher })
  for (const [name, value] of world.browser.jar) browser.jar.set(name, value)
  return browser
}

/** The same request with the secret in every place that text can stand. */
function marked(route: Route, world: World): [string, RequestInit] {
  const [path, init] = requestTo(route, world)
  const address = `${path}${path.includes('?') ? '&' : '?'}again=${secret}&next=/sv/${secret}&code=${secret}&email=${secret}@x.example`
  if (!isWrite(route))
    return [address, { headers: { 'user-agent': secret, referer: `http://navet.example/${secret}` } }]
  if (typeof init.body === 'string') {
    const json = JSON.parse(init.body) as Record<string, unknown>
    const told = Object.entries(json).map(([name, value]) => [name, typeof value === 'string' ? secret : value])
    return [address, { ...init, body: JSON.stringify(Object.fromEntries(told)) }]
  }
  const fields = [...((init.body as URLSearchParams | undefined) ?? [])]
  const body = new URLSearchParams(
    fields.map(([name, value]) => [name, /^(yes|role|one)$/.test(value) ? value : secret]),
  )
  return [address, { ...init, body }]
}

const strangers = (line: string) => line.includes(secret) || /@siljansplat\.example/.test(line)

test.for(Object.entries(failing))(
  'nothing that somebody sent reaches the log when the database %s',
  async ([, fetch]) => {
    const world = await makeWorld()
    lines = []
    for (const route of routesOf()) {
      await person(world, fetch).send(...requestTo(route, world))
      await person(world, fetch).send(...marked(route, world))
    }
    expect(lines.length).toBeGreaterThan(routesOf().length)
    expect(lines.filter(strangers)).toEqual([])
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({
        at: expect.any(String),
        level: expect.stringMatching(/^(info|warn|error)$/),
        event: expect.any(String),
      })
  },
)

test('nothing that somebody sent reaches the log when all goes well', async () => {
  const world = await makeWorld()
  lines = []
  for (const route of routesOf().filter(({ path }) => !/erasure|sign-out|sessions/.test(path))) {
    const browser = new Browser()
    for (const [name, value] of world.browser.jar) browser.jar.set(name, value)
    await browser.send(...marked(route, world))
    await browser.send(
      addressOf(route, {
        ...world,
        values: Object.fromEntries(Object.keys(world.values).map((name) => [name, secret])),
      }),
    )
  }
  expect(lines.filter(strangers)).toEqual([])
  expect(lines.join('\n')).not.toContain(world.values.code)
})

/** A route as somebody in a hurry would write it. */
const forgetful = new Hono<App>().onError(async (error, c) => {
  console.error(error.message)
  return answerErrors(error, c)
})
forgetful.use(requestLog)
forgetful.use(openVisit)
forgetful.get('/:l{(?:sv|en)}/join', (c) => {
  throw new Error(`no such code ${c.req.query('code')}`)
})

test('a route that writes down a message is found', async () => {
  const world = await makeWorld()
  const router = forgetful as unknown as typeof app
  const [route] = routesOf(router)
  expect(nameOf(route!)).toBe('GET /:l/join')
  lines = []
  await person(world, failing['answers nonsense']!).send(...marked(route!, world), router)
  expect(lines.filter(strangers)).toHaveLength(1)
})

/** Errors that carry the secret in every place an error has. */
const errors: Record<string, () => Error> = {
  message: () => new Error(secret),
  'a message over several lines that looks like a stack': () =>
    new Error(`${secret}\n    at ${secret} (${secret}.ts:1:1)`),
  name: () => Object.assign(new Error('x'), { name: secret }),
  code: () => Object.assign(new Error('x'), { code: `SQLITE ${secret}` }),
  cause: () => new Error('x', { cause: new Error(secret) }),
  parameters: () => Object.assign(new Error('x'), { query: secret, params: [secret] }),
  'a stack of its own': () => Object.assign(new Error('x'), { stack: `Error: ${secret}\n at ${secret}` }),
  'a refusal’s field': () => new Refusal('invalid', 'input', { [secret]: secret }),
}

test.for(Object.entries(errors))('an error with a secret in its %s tells class, code and places', async ([, make]) => {
  const router = new Hono<App>().onError(answerErrors)
  router.use(requestLog)
  router.use(openVisit)
  router.get('/sv', () => {
    throw make()
  })
  await new Browser().send('/sv', {}, router as unknown as typeof app)
  expect(lines).toHaveLength(2)
  expect(lines.filter((line) => line.includes(secret))).toEqual([])
})

test('an ended session leaves one line, under a name that is not its person’s', async () => {
  const world = await makeWorld()
  await endSessions(world.learner)
  lines = []
  await world.browser.get('/sv/me')
  const events = lines.map((line) => JSON.parse(line) as Record<string, string>)
  expect(events.map(({ event }) => event).sort()).toEqual(['request', 'session-over'])
  expect(events.find(({ event }) => event === 'session-over')!.subject).toMatch(/^[0-9a-f]{32}$/)
  expect(lines.join('')).not.toContain(world.learner)
})

test('a cookie that is not ours is read without a word', async () => {
  const world = await makeWorld()
  for (const value of ['x', btoa(secret), btoa(JSON.stringify({ session: secret })), btoa('null'), `${secret}%00`]) {
    for (const name of ['session_data', 'session_token', 'who']) {
      const browser = new Browser()
      for (const [each, kept] of world.browser.jar) browser.jar.set(each, kept)
      browser.jar.set(`navet.${name}`, value)
      lines = []
      await browser.get('/sv/me')
      expect(
        lines.filter((line) => !line.startsWith('{"at":')),
        `${name}=${value}`,
      ).toEqual([])
      expect(lines.filter(strangers)).toEqual([])
    }
  }
})

test('a wrong code leaves one line without the code and the address', async () => {
  const email = somebody()
  const browser = new Browser()
  await browser.post('/sv/sign-in', { email })
  lines = []
  await browser.post('/sv/sign-in/code', { email, code: '000000' })
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toContain('code-wrong')
  expect(lines.filter((line) => strangers(line) || line.includes('000000'))).toEqual([])
})

test.for([['a length', { 'content-length': '24' }] as const, ['no length', {}] as const])(
  'a request is as slow as we are, not as whoever sends its body: one of %s',
  async ([, declared]) => {
    let waited = 0
    const halves = ['{"email":"x', '@y.example"  }']
    // Pulled as it is read, so that all waiting is within the reading.
    const body = new ReadableStream(
      {
        async pull(controller) {
          const began = Date.now()
          if (halves.length === 1) await setTimeout(300)
          waited += Date.now() - began
          controller.enqueue(new TextEncoder().encode(halves.shift()))
          if (halves.length === 0) controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { 'content-type': 'application/json', origin: 'http://navet.example', ...declared }
    const began = Date.now()
    await new Browser().send('/api/v1/courses', { method: 'POST', headers, body })
    const took = Date.now() - began
    const events = lines.map((line) => JSON.parse(line) as { event: string; ms: number })
    const request = events.find(({ event }) => event === 'request')
    expect(waited).toBeGreaterThanOrEqual(299)
    expect(request!.ms).toBeLessThanOrEqual(took - waited)
  },
)
