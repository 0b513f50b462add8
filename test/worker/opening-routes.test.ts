import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { dayOf } from '../../formats/day.ts'
import { app } from '../../worker/app.ts'
import { openings } from '../../worker/db/schema/companies.ts'
import { addressOf, isWrite, makeWorld, nameOf, requestTo, routesOf, type World } from '../support/world.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const openedIn = (company: string) => db.select().from(openings).where(eq(openings.company, company))

/**
 * Every route that somebody who runs a company reads: it leaves a line, or it tells no member's row, and why not. A new
 * one without a line here fails.
 */
const routes: Record<string, 'opening' | { not: string }> = {
  'GET /:l/companies': { not: 'one’s own companies' },
  'GET /:l/companies/new': { not: 'nobody is in it yet' },
  'GET /:l/companies/:company': 'opening',
  'GET /:l/companies/:company/members/:member': 'opening',
  'GET /:l/companies/:company/members/:member/ownership': { not: 'without a role it leads to the member’s page' },
  'GET /:l/companies/:company/members/:member/removal': 'opening',
  'GET /:l/companies/:company/invitations/:code': { not: 'a code that nobody has used' },
  'GET /:l/companies/:company/closing': { not: 'the company alone' },
  'GET /:l/companies/:company/closing/code': { not: 'the company alone' },
  'GET /:l/companies/:company/reopening': { not: 'the company alone' },
  'GET /:l/companies/:company/settings': { not: 'the company alone' },
  'GET /:l/companies/:company/merger': { not: 'the two companies' },
  'GET /:l/companies/:company/move': { not: 'one’s own place' },
  'GET /:l/companies/:company/log': 'opening',
  'GET /:l/companies/:company/invitations': { not: 'who is invited: nobody’s courses' },
  'GET /:l/companies/:company/invitations/results/:result': { not: 'the lines of a pasted list' },
  'GET /:l/companies/:company/invitations/results/:result/file': { not: 'the lines of a pasted list' },
  'GET /:l/companies/:company/invitations/closing': { not: 'a question about a link' },
  'GET /:l/companies/:company/invitations/poster': { not: 'a link to hang on the wall' },
  'GET /:l/companies/:company/seen': { not: 'one’s own row' },
  'GET /:l/companies/:company/departure': { not: 'one’s own place' },
  'GET /:l/companies/:company/members': 'opening',
  'GET /:l/companies/:company/teams': 'opening',
  'GET /:l/companies/:company/teams/:team/ending': { not: 'a question: the team’s name alone' },
  'GET /:l/companies/:company/terms': { not: 'which courses are shared, and how many said yes' },
  'GET /:l/companies/:company/name': { not: 'one’s own name' },
  'GET /:l/companies/:company/handover': { not: 'without an heir it leads to one’s own page' },
  'GET /:l/companies/:company/papers': { not: 'the names on papers that nobody has used' },
  'GET /:l/companies/:company/papers/sheet': { not: 'the names on papers that nobody has used' },
  'GET /:l/companies/:company/information': { not: 'the company alone' },
  'GET /api/v1/companies': { not: 'one’s own companies' },
  'GET /api/v1/companies/:company/members': 'opening',
  'GET /api/v1/companies/:company/seen': { not: 'one’s own row' },
}
const reads = routesOf().filter((route) => !isWrite(route) && route.path.includes('companies'))

test('every route about a company says whether it leaves a line', () => {
  const names = reads.map(nameOf)
  expect(names.filter((name) => !(name in routes))).toEqual([])
  expect(Object.keys(routes).filter((name) => !names.includes(name))).toEqual([])
})

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test.for(reads)('$method $path leaves a line where it tells a member’s row, and nowhere else', async (route) => {
  const company = world.values.company!
  await db.delete(openings).where(eq(openings.company, company))
  const { status } = await world.browser.send(...requestTo(route, world))
  expect([200, 303, 404, 409]).toContain(status)
  const lines = await openedIn(company)
  expect(lines.map(({ day, team }) => ({ day, team }))).toEqual(
    routes[nameOf(route)] === 'opening' ? [{ day: dayOf(new Date()), team: '' }] : [],
  )
})

test.for(reads.filter((route) => routes[nameOf(route)] === 'opening'))(
  '$method $path tells a prefetch nothing, and leaves no line for it',
  async (route) => {
    const company = world.values.company!
    await db.delete(openings).where(eq(openings.company, company))
    for (const headers of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }, { 'x-moz': 'prefetch' }]) {
      const { status, text } = await world.browser.get(addressOf(route, world), headers)
      expect(status).toBe(403)
      expect(world.others.filter((mark) => text.includes(mark))).toEqual([])
    }
    expect(await openedIn(company)).toEqual([])
  },
)

test.for(reads.filter((route) => routes[nameOf(route)] === 'opening'))(
  '$method $path leaves no line where only its head is asked for',
  async (route) => {
    const company = world.values.company!
    await db.delete(openings).where(eq(openings.company, company))
    const { status, text } = await world.browser.send(addressOf(route, world), { method: 'HEAD' })
    expect([status, text]).toEqual([200, ''])
    expect(await openedIn(company)).toEqual([])
  },
)

test('the list of routes is made from the router', () => {
  expect(routesOf(app).length).toBeGreaterThan(50)
  expect(reads.length).toBeGreaterThan(8)
})
