import { beforeAll, expect, test } from 'vitest'

import { addressOf, endSessions, makeWorld, type Route, routesOf, type World } from '../support/world.ts'
import { Browser } from '../support/worker.ts'

/** Pages that say the same to everybody who is not signed in. Whatever is not among them is asked for each time. */
const open = new Set(
  [
    '',
    '/about',
    '/accessibility',
    '/agreement',
    '/competences',
    '/courses/:course',
    '/courses/:course/:lesson',
    '/courses/:course/artefact',
    '/information',
    '/paths/:path',
    '/paths/starter',
    '/privacy',
  ].map((path) => `/:l{(?:sv|en)}${path}`),
)
const pages = routesOf().filter(({ method, path }) => method === 'GET' && path.startsWith('/:l{'))
const readings = pages.filter(({ path }) => open.has(path))
let world: World

beforeAll(async () => {
  world = await makeWorld()
})

const keeping = ({ headers }: { headers: Headers }) => [headers.get('cache-control'), headers.get('vary')]
const open200 = async (browser: Browser, route: Route) => {
  const page = await browser.get(addressOf(route, world))
  expect(page.status, route.path).toBe(200)
  return page
}

test('every page that is open to all is there', () => {
  expect(readings).toHaveLength(open.size)
})

test('whoever comes without a session keeps an open page for a minute, apart for every cookie', async () => {
  for (const route of readings) {
    const page = await open200(new Browser(), route)
    expect([route.path, ...keeping(page)]).toEqual([route.path, 'private, max-age=60', 'Cookie'])
    expect(page.headers.getSetCookie(), 'nothing that is kept says who somebody is').toEqual([])
  }
})

test('signed in, nothing is kept; nor with a session that has ended, or one of somebody’s own making', async () => {
  const ended = await makeWorld()
  await endSessions(ended.learner)
  const first = await ended.browser.get(addressOf(readings[0]!, world))
  expect(first.headers.get('cache-control')).toBe('private, no-store')
  for (const route of readings) {
    const forged = { Cookie: 'navet.session_token=x.y' }
    for (const page of [await open200(world.browser, route), await new Browser().get(addressOf(route, world), forged)])
      expect([route.path, page.headers.get('cache-control')]).toEqual([route.path, 'private, no-store'])
  }
})

test('every other page, and every page that is none, is asked for each time', async () => {
  const others = pages.filter(({ path }) => !open.has(path)).map((route) => addressOf(route, world))
  for (const path of [...others, '/sv/courses/no-such', '/sv/courses/no-such/lesson', '/sv/paths/no-such'])
    expect([path, (await new Browser().get(path)).headers.get('cache-control')]).toEqual([path, 'private, no-store'])
})
