import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import { keptForms } from '../../worker/db/schema/kept-forms.ts'
import { answerErrors } from '../../worker/http/answer-errors.tsx'
import { frameOf } from '../../worker/http/frame-of.ts'
import { type App, openVisit } from '../../worker/http/open-visit.ts'
import { postsWithPages } from '../../worker/http/page-of.ts'
import { showPage } from '../../worker/http/show-page.ts'
import { keptRoutes } from '../../worker/kept-forms/rules.ts'
import { ErrorPage } from '../../web/pages/errors/error-page.tsx'
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
import { signedIn } from '../support/people.ts'
import { companyForm } from '../support/teams.ts'
import { eraseAccount } from '../support/step-up.ts'
import { tablesWith } from '../support/cells.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

/**
 * The rule: a page answered to a POST belongs to a GET page (language, theme, reload, back), and nothing typed is lost
 * by a session that ended.
 */

const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://navet.example' }
const pages = (router = app) =>
  routesOf(router).filter(
    (route) => isWrite(route) && !route.path.startsWith('/api/') && !route.path.includes('takeover'),
  )

/** Where the answer's language link and its theme form lead. */
function waysOn(answer: Answer): string[] {
  const [, link] = /<a href="([^"]*)" lang="en" hreflang="en">/.exec(answer.text) ?? []
  const [, theme] =
    /<form class="theme"[^>]*>\s*<input type="hidden" name="next" value="([^"]*)"/.exec(answer.text) ?? []
  return [link, theme].filter((way) => way !== undefined).map((way) => way.replaceAll('&amp;', '&'))
}

/** What a person meets who sends a form wrongly and then goes on by the language link or the theme. */
async function deadEnds(router: typeof app, route: Route, world: World): Promise<string[]> {
  const browser = new Browser()
  for (const [name, value] of world.browser.jar) browser.jar.set(name, value)
  const wrong = { method: 'POST', headers: form, body: 'nothing=of+use&q.x=strange' }
  const answer = await browser.send(addressOf(route, world), wrong, router)
  const ways = answer.location ? [answer.location] : waysOn(answer)
  const ends = []
  for (const way of ways) {
    const { status } = await browser.get(way.replace(/#.*/, ''))
    if (![200, 303].includes(status))
      ends.push(`${nameOf(route)} leads to ${way.replace(/[0-9a-f]{32}/g, '…')}: ${status}`)
  }
  return ends
}

test('every page answered to a POST leads on to a page that can be had', async () => {
  const routes = pages().filter(({ path }) => !/erasure|sign-out|sessions|departure/.test(path))
  const world = await makeWorld()
  // A new code ends the one before, and a member who is removed has no page: these come last.
  const lastOnes = (path: string) =>
    ['/closing', '/invitations', '/removal', '/restoration', '/ending'].findIndex((end) => path.endsWith(end))
  routes.sort((a, b) => lastOnes(a.path) - lastOnes(b.path))
  for (const route of routes) expect(await deadEnds(app, route, world)).toEqual([])
})

test('a page that says what was wrong says so in its title', async () => {
  const world = await makeWorld()
  const silent = []
  for (const route of pages().filter(({ path }) => !/sign-out|sessions|departure/.test(path))) {
    const wrong = { method: 'POST', headers: form, body: 'nothing=of+use&q.x=strange' }
    const { status, text } = await world.browser.send(addressOf(route, world), wrong)
    const isFault = status >= 400 && /notice--alarm errors|aria-invalid="true"/.test(text)
    if (isFault && !text.includes('<title>Fel: ')) silent.push(nameOf(route))
  }
  expect(silent).toEqual([])
})

test('every page that a POST is said to belong to is the page of a POST there is', () => {
  const posts = new Set(pages().map(({ path }) => path))
  expect(postsWithPages.filter((path) => !posts.has(path) && !path.includes('takeover'))).toEqual([])
})

/** A POST as somebody in a hurry would add it: no page of that address, and no row in page-of.ts. */
const forgetful = new Hono<App>().onError(answerErrors)
forgetful.use(openVisit)
forgetful.post('/:l{(?:sv|en)}/companies/:company/quick-change', (c) =>
  showPage(c, <ErrorPage frame={frameOf(c)} kind="invalid" requestId="" />),
)

test('a POST that belongs to no page is found', async () => {
  const router = forgetful as unknown as typeof app
  expect(await deadEnds(router, pages(router)[0]!, await makeWorld())).toHaveLength(2)
})

const lost = 'Ett långt namn som ingen vill skriva om'
const db = database(bindings())

/** The addresses from which the kept forms on a page go on their way. */
function keptIn({ text }: Answer): string[] {
  return [...text.matchAll(/action="(\/sv\/kept\/[0-9a-f]{32})"/g)].map(([, path]) => path!)
}

/** The same person's browser after its session was lost: it knows whose it was, and no more. */
function forgotten({ browser }: World): Browser {
  const other = new Browser(browser.env)
  for (const [name, value] of browser.jar) if (name.endsWith('.who')) other.jar.set(name, value)
  return other
}

test('a form whose session had ended comes back to its writer after signing in, and to nobody else', async () => {
  const world = await makeWorld()
  const fields = { ...companyForm, name: lost, share: 'some', courses: ['granska-svaret', 'all-types'] }
  await endSessions(world.learner)
  const sent = await world.browser.post('/sv/companies/new', fields)
  expect(sent.location).toBe('/sv/sign-in?next=%2Fsv%2Fkept')

  const other = await makeWorld()
  const elsewhere = await other.browser.get('/sv/kept')
  expect([elsewhere.status, elsewhere.location]).toEqual([303, '/sv/me'])

  await signInAgain(world)
  const kept = await world.browser.get('/sv/kept')
  expect(kept.text).toContain(`<li class="long-name">${lost}</li>`)
  expect(kept.text).toContain(`name="name" value="${lost}"`)
  expect(kept.text.match(/name="courses"/g)).toHaveLength(2)
  // A yes is given anew, on the page that says what to.
  expect(kept.text).not.toContain('name="accept"')

  const [page] = keptIn(kept)
  expect((await other.browser.post(page!, {})).location).toBe('/sv/kept')
  const onItsWay = await world.browser.post(page!, fields)
  expect([onItsWay.status, onItsWay.location]).toEqual([307, '/sv/companies/new'])
  const twice = await world.browser.post(page!, fields)
  expect([twice.status, twice.location]).toEqual([307, '/sv/companies/new'])
  expect((await world.browser.get('/sv/kept')).location).toBe('/sv/me')

  await db.update(keptForms).set({ sentAt: new Date(Date.now() - 60_000) })
  expect((await world.browser.post(page!, fields)).location).toBe('/sv/kept')
})

test('two forms of one person wait side by side, and each can be thrown away', async () => {
  const world = await makeWorld()
  await endSessions(world.learner)
  await world.browser.post('/sv/me/name', { name: 'Amira på golvet' })
  await world.browser.post('/sv/companies/new', { ...companyForm, name: lost })
  await signInAgain(world)
  const both = await world.browser.get('/sv/kept')
  expect(['Amira på golvet', lost].filter((text) => !both.text.includes(text))).toEqual([])
  await world.browser.post(`${keptIn(both)[0]!}/disposal`, {})
  expect(keptIn(await world.browser.get('/sv/kept'))).toEqual(keptIn(both).slice(1))

  for (let n = 0; n < 7; n += 1) await forgotten(world).post('/sv/me/name', { name: `Namn ${n}` })
  // Five names, and what was there of another kind.
  const left = await world.browser.get('/sv/kept')
  expect(keptIn(left)).toHaveLength(6)
  expect(left.text).toContain(lost)
})

test('what is only pressed is not kept for anybody, nor is a code', async () => {
  const world = await makeWorld()
  for (const route of pages().filter(({ path }) => !keptRoutes.includes(path))) {
    await forgotten(world).send(...requestTo(route, world))
  }
  await forgotten(world).post('/sv/me/addresses', { remove: world.email })
  await forgotten(world).post(`/sv/join/${world.values.code}`, { accept: 'yes' })
  expect(await world.browser.get('/sv/kept')).toMatchObject({ status: 303, location: '/sv/me' })
})

/** Forms in which nothing is written that would be missed: pressed, chosen from a list or a tick, or a mailed code. */
const pressed =
  /(sign-in|sign-out|recovery|passkeys|ways\/offer|theme|sessions|held|erasure|confirmation|code|ownership|\/return\/|trial|mails\/off|link|kept|members\/:member|removal|restoration|handover|ending|terms|closing|reopening|merger|refusal|departure|invitations|shares|log\/files|attempts|hand-in|submission|withdrawal|publication|settle|authors\/remarks\/:id)/

test('every form is either kept or one that is only pressed', () => {
  const routes = pages().map(({ path }) => path)
  expect(keptRoutes.filter((route) => !routes.includes(route))).toEqual([])
  const unplaced = routes.filter((path) => !keptRoutes.includes(path) && !pressed.test(path))
  expect(unplaced).toEqual([])
})

test('an account that is erased takes its kept forms with it', async () => {
  const world = await makeWorld()
  await forgotten(world).post('/sv/me/name', { name: 'Kvarglömd Kvist' })
  expect(await tablesWith(db, ['Kvarglömd Kvist'])).toEqual(['kept_forms'])
  expect((await eraseAccount(world.browser)).location).toBe('/sv/me/erasure/done')
  expect(await tablesWith(db, ['Kvarglömd Kvist'])).toEqual([])
})

test.for([
  ['of who is signed in', (name: string) => name !== ''],
  ['of who was', (name: string) => name.endsWith('.who')],
] as const)('a form %s that the database could not take is there to be sent again', async ([, isKept]) => {
  const { browser } = await makeWorld()
  const gone = new Browser({
    ...browser.env,
    DATABASE: { fetch: () => Promise.reject(new Error('gone')) } as unknown as Fetcher,
  })
  for (const [name, value] of browser.jar) if (isKept(name)) gone.jar.set(name, value)
  const answer = await gone.post('/sv/me/name', { name: lost })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3'])
  expect(answer.text).toContain(`action="/sv/me/name"`)
  expect(answer.text).toContain(`name="name" value="${lost}"`)
})

async function signInAgain({ browser, email }: World): Promise<void> {
  const again = await signedIn(email)
  for (const [name, value] of again.jar) browser.jar.set(name, value)
}

test('a page whose session had ended is had again as a stranger, and the browser has forgotten the session', async () => {
  const world = await makeWorld()
  await endSessions(world.learner)
  const [, request] = requestTo({ method: 'GET', path: '/:l/courses/:course' }, world)
  const answer = await world.browser.send('/sv/courses/granska-svaret?x=1', request)
  expect([answer.status, answer.location]).toEqual([303, '/sv/courses/granska-svaret?x=1'])
  const page = await world.browser.get(answer.location!)
  expect(page.status).toBe(200)
  expect(page.text).toContain('data-signed-in="no"')
})
