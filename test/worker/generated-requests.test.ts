import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { readSettings } from '../../worker/env.ts'
import { runScheduled } from '../../worker/scheduled.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { somebody, signedIn } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import {
  addressOf,
  bodies,
  endSessions,
  isWrite,
  makeWorld,
  nameOf,
  requestTo,
  type Route,
  routesOf,
  type World,
} from '../support/world.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

/**
 * Any byte, encoding or order of requests on any route gives our own page or problem+json: never a bare 500, never a
 * hang. 10,000 requests, half of them nearly right, in the middle of what sessions live through.
 */

const requests = 10_000
const stories = 40
const routes = routesOf()
const slowestMs = 2000

const hostile = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%0d%0aX-Evil:1',
  '%ff%fe',
  '%',
  '%2e%2e%2f',
  '..',
  '.',
  '//',
  '\\',
  'javascript:alert(1)',
  '<script>',
  "'; drop table users; --",
  '"',
  '\u0000',
  '\u202e',
  '\ud800',
  '\u{1f600}',
  '\u3164',
  'å'.repeat(300),
  '9'.repeat(400),
  '2026-13-45',
  '-271821-04-20',
  '+275760-09-13',
  '8.64e15',
  '-62135596800001',
  '253402300800000',
]
const fieldNames = `id version o t p.x q.x email code until next name holder do role for`.split(' ')
fieldNames.push(...`earlier terms accept courses size sector municipality displayName sure remove at`.split(' '))

interface Wish {
  route: Route
  /** The person: signed out, with a session, with one that ended, with a cookie of their own making. */
  who: 'nobody' | 'somebody' | 'ended' | 'forger'
  method: string
  /** Parameters that are somebody else's, or nobody's. */
  changed: [string, string][]
  query: [string, string][]
  body: {
    kind: 'right' | 'form' | 'json' | 'bytes' | 'none'
    type: string
    fields: [string, string][]
    bytes: number[]
  }
  headers: [string, string][]
}

let ours: World
let theirs: World
let ended: World

beforeAll(async () => {
  ;[ours, theirs, ended] = [await makeWorld(), await makeWorld(), await makeWorld()]
  await endSessions(ended.learner)
  // Without a scheduled run Navet is not ready, and /readyz says so with a 503 of its own.
  const env = bindings()
  await runScheduled({ openDb: database(env), settings: readSettings(env), bindings: env, now: new Date() })
})

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 40 }))
const wishes: fc.Arbitrary<Wish> = fc.record({
  route: fc.constantFrom(...routes),
  who: fc.constantFrom('nobody', 'somebody', 'somebody', 'ended', 'forger'),
  method: fc.constantFrom('', '', '', '', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  changed: fc.array(
    fc.tuple(
      fc.constantFrom(
        'course',
        'lesson',
        'question',
        'attempt',
        'award',
        'company',
        'member',
        'code',
        'l',
        'file',
        'path',
      ),
      text,
    ),
    { maxLength: 2 },
  ),
  query: fc.array(
    fc.tuple(fc.constantFrom('after', 'before', 'again', 'locale', 'said', 'limit', 'settled', ...fieldNames), text),
    { maxLength: 3 },
  ),
  body: fc.record({
    kind: fc.constantFrom('right', 'right', 'form', 'json', 'bytes', 'none'),
    type: fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
    ),
    fields: fc.array(fc.tuple(fc.constantFrom(...fieldNames), text), { maxLength: 6 }),
    bytes: fc.array(fc.nat(255), { maxLength: 60 }),
  }),
  headers: fc.array(
    fc.constantFrom<[string, string]>(
      ['x-fragment', '1'],
      ['accept-language', 'q=;;,,en-;q=x'],
      ['origin', 'null'],
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'same-origin'],
      ['referer', 'not an address'],
      ['cookie', 'theme=%ff; navet.who=x'],
      ['accept', 'application/json'],
    ),
    { maxLength: 2 },
  ),
})

function browserOf(who: Wish['who']): Browser {
  const browser = new Browser()
  const world = { somebody: ours, ended, forger: theirs }[who as 'somebody']
  for (const [name, value] of world?.browser.jar ?? []) {
    browser.jar.set(name, who === 'forger' ? value.replace(/[a-m]/g, 'x') : value)
  }
  return browser
}

function bodyOf({ route, body }: Wish): { content?: BodyInit; type?: string } {
  if (body.kind === 'none') return {}
  if (body.kind === 'right' && bodies[nameOf(route)]) {
    const [, { body: content, headers }] = requestTo(route, ours)
    const type = (headers as Record<string, string>)['content-type']
    return { ...(content ? { content } : {}), ...(type ? { type } : {}) }
  }
  if (body.kind === 'bytes') return { content: new Uint8Array(body.bytes), type: body.type }
  if (body.kind === 'json')
    return { content: JSON.stringify(Object.fromEntries(body.fields)), type: 'application/json' }
  return {
    content: new URLSearchParams(body.fields).toString(),
    type: body.type || 'application/x-www-form-urlencoded',
  }
}

async function send(wish: Wish): Promise<{ answer: Answer; ms: number; address: string }> {
  const { route, changed, query, headers } = wish
  const values = { ...ours.values, ...Object.fromEntries(changed.map(([name, value]) => [name, partOf(value)])) }
  const search = new URLSearchParams(query.map(([name, value]) => [name, value.toWellFormed()])).toString()
  const address = `${addressOf(route, { ...ours, values })}${search ? `?${search}` : ''}`
  const method = wish.method || route.method
  const { content, type } = ['GET', 'HEAD'].includes(method) ? {} : bodyOf(wish)
  const all = {
    origin: 'http://navet.example',
    ...(type ? { 'content-type': type } : {}),
    ...Object.fromEntries(headers),
  }
  const began = performance.now()
  const answer = await browserOf(wish.who).send(address, {
    method,
    headers: all,
    ...(content === undefined ? {} : { body: content }),
  })
  return { answer, ms: performance.now() - began, address }
}

/** As it can stand in an address: what is escaped already stays so. */
function partOf(value: string): string {
  return /^[%\w.-]+$/.test(value) ? value : encodeURIComponent(value.toWellFormed())
}

/** What nobody may be answered. */
function faultOf(answer: Answer, ms: number): string | undefined {
  if (answer.status >= 500 && answer.status !== 503) return `status ${answer.status}`
  if (ms > slowestMs) return `${Math.round(ms)} ms`
  const type = answer.headers.get('content-type') ?? ''
  const isOurs = type.startsWith('text/html') || type.startsWith('application/problem+json') || answer.text === ''
  return answer.status >= 400 && !isOurs ? `${answer.status} as ${type}` : undefined
}

test(`${requests} generated requests get our own answers, and in time`, { timeout: 600_000 }, async () => {
  const faults: string[] = []
  const sample = fc.sample(wishes, requests)
  for (let i = 0; i < sample.length; i += 8) {
    const few = sample.slice(i, i + 8)
    const sent = await Promise.all(few.map(send))
    for (const [at, { answer, ms, address }] of sent.entries()) {
      const fault = faultOf(answer, ms)
      if (fault)
        faults.push(
          `${fault}: ${few[at]!.method || few[at]!.route.method} ${address} as ${few[at]!.who} ${JSON.stringify(few[at]!.body)}`,
        )
    }
    // What erases or signs out ends the world in which the rest is nearly right.
    if (
      sent.some(
        ({ address }, at) => isWrite(few[at]!.route) && /erasure|sessions|sign-out|departure|membership$/.test(address),
      )
    ) {
      ours = await makeWorld()
    }
  }
  expect(faults.slice(0, 20)).toEqual([])
})

/** What happens in a session, each a request or a few; in any order. */
const deeds: Record<string, (person: Browser, code: string) => Promise<Answer | undefined>> = {
  join: (person, code) => join(person, code),
  leave: async (person) => {
    const seen = (await person.get('/sv/companies')).location
    return seen ? person.post(seen.replace(/\/seen$/, '') + '/departure', {}) : undefined
  },
  erase: (person) => person.post('/sv/me/erasure', { sure: 'yes' }),
  'sign out': (person) => person.post('/sv/sign-out', {}),
  'end all sessions': (person) => person.post('/sv/me/sessions', {}),
  'open a test': (person) => person.post('/sv/courses/granska-svaret/badge/attempts', {}),
  pass: (person) =>
    earnBadge(person, database(bindings())).then(
      () => undefined,
      () => undefined,
    ),
  withdraw: async (person) => {
    const award = /\/me\/badges\/([0-9a-f]{32})/.exec((await person.get('/sv/me')).text)?.[1]
    return award ? person.post(`/sv/me/badges/${award}/withdrawal`, {}) : undefined
  },
  'start a company': (person) => person.get('/sv/companies/new'),
  read: (person) => person.get('/sv/courses/granska-svaret/three-questions'),
  'my learning': (person) => person.get('/sv/me'),
  'the team': (person) => person.get('/sv/companies'),
}

test(
  `${stories} stories of a session, its deeds in any order and some of them twice at once, never end in a 500`,
  { timeout: 600_000 },
  async () => {
    const { code } = await startTeam()
    const orders = fc.sample(fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 4, maxLength: 12 }), stories)
    for (const order of orders) {
      const person = await signedIn(somebody())
      for (const deed of order) {
        const answers = await Promise.all([deeds[deed]!(person, code), deeds[deed]!(person, code)])
        for (const answer of answers) expect(answer?.status ?? 200, `${deed} in ${order.join(', ')}`).toBeLessThan(500)
      }
    }
  },
)
