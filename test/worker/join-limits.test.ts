import { like, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'

import { limits } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const cloud = bindings({ ON_CLOUDFLARE: '1' })
const office = '192.0.2.10'
const wrong = (n: number) => `/sv/join/${String(n).padStart(16, '0')}`

/** A browser that reaches us through Cloudflare from one address. */
class AtOffice extends Browser {
  override send(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set('cf-connecting-ip', office)
    return super.send(path, { ...init, headers })
  }
}

function atOffice(person = new Browser()): Browser {
  const browser = new AtOffice(cloud)
  for (const [name, value] of person.jar) browser.jar.set(name, value)
  return browser
}

afterEach(async () => {
  // Whose network it was is in no row.
  expect(await db.$count(limits, like(limits.subject, `%${office}%`))).toBe(0)
  await db.delete(limits).where(like(limits.subject, 'join code missed by%'))
})

/** Whoever is told that too many wait, as on a slow server, tries again. */
async function tried(path: string): Promise<number> {
  const { status } = await atOffice().get(path)
  return status === 503 ? tried(path) : status
}

test('250 people of one office look at the company and join within an hour, each after mistyping the code once', async () => {
  const { path, code } = await startTeam({ size: '250+' })
  const statuses: number[] = []
  for (let from = 0; from < 250; from += 10) {
    const joining = Array.from({ length: 10 }, async (_, n) => {
      const browser = atOffice(await signedIn(somebody('office')))
      await browser.get(wrong(from + n))
      return (await join(browser, code, { name: `Person ${from + n}` })).status
    })
    statuses.push(...(await Promise.all(joining)))
  }
  expect(statuses).toHaveLength(250)
  expect(new Set(statuses)).toEqual(new Set([303]))
  expect(await db.$count(memberships, sql`company = ${path.split('/').at(-1)!} and left_at is null`)).toBe(251)
}, 120_000)

test('a source that tries a thousand wrong codes is stopped, however many at once; others go on', async () => {
  const { code } = await startTeam()
  const statuses: number[] = []
  for (let from = 0; from < 1000; from += 100) {
    statuses.push(...(await Promise.all(Array.from({ length: 100 }, (_, n) => tried(wrong(from + n))))))
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(500)
  expect(statuses.filter((status) => status === 429)).toHaveLength(500)
  expect((await atOffice().get(`/sv/join/${code}`)).status).toBe(429)
  expect((await new Browser(cloud).get(`/sv/join/${code}`, { 'cf-connecting-ip': '192.0.2.11' })).status).toBe(200)
  expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(200)
}, 120_000)

test('where nobody says who asks, wrong codes never close the door to right ones', async () => {
  const { code } = await startTeam()
  const counted = () => db.$count(limits, like(limits.subject, '%join code%'))
  const before = await counted()
  for (let from = 0; from < 600; from += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, n) => new Browser().get(wrong(from + n))))
  }
  // A header that anybody can send says nothing off Cloudflare.
  await new Browser().get(wrong(1), { 'cf-connecting-ip': office })
  expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(200)
  expect(await counted()).toBe(before)
}, 60_000)

test('a right code costs one round trip to look at signed out, and nothing is counted', async () => {
  const { code } = await startTeam()
  const page = await atOffice().get(`/sv/join/${code}`)
  expect([page.status, page.trips]).toEqual([200, 1])
  expect(await db.$count(limits, like(limits.subject, `%${office}%`))).toBe(0)
})
