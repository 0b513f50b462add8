import { and, eq, gt, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import type { AuditAction } from '../../worker/companies/audit/rules.ts'
import { auditEntries } from '../../worker/db/schema/companies.ts'
import type { App } from '../../worker/http/open-visit.ts'
import { isWrite, makeWorld, nameOf, requestTo, type Route, routesOf, type World } from '../support/world.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())

/**
 * Every address at which something of a company is changed: what its log says of it, or why it says nothing. A route that
 * is in neither is one whose log nobody thought of. They are pressed in this order, in one world.
 */
const routes: Record<string, AuditAction[] | { nothing: string }> = {
  'POST /:l/companies/new': { nothing: 'enters company-started, in the log of the company that it makes' },
  'POST /api/v1/companies': { nothing: 'enters company-started, in the log of the company that it makes' },
  'POST /:l/companies/:company/invitations': ['link-made'],
  'POST /api/v1/companies/:company/invitations': ['link-made'],
  'POST /:l/companies/:company/invitations/list': ['people-invited'],
  'POST /:l/companies/:company/papers': ['people-invited'],
  'POST /:l/companies/:company/papers/withdrawal': {
    nothing: 'there is no such paper; one that is there is tried elsewhere',
  },
  'POST /:l/companies/:company/invitations/mail': {
    nothing: 'nobody with that address is invited; it is tried elsewhere',
  },
  'POST /:l/companies/:company/invitations/withdrawal': { nothing: 'the same' },
  'POST /:l/join/:code/decline': { nothing: 'nobody in the company is told of a no' },
  'POST /:l/join/:code': { nothing: 'whoever is a member already joins no more; joining is tried below' },
  'POST /api/v1/invitations/:code/memberships': { nothing: 'the same' },
  'POST /:l/companies/:company/members/:member': ['role-changed'],
  'POST /:l/companies/:company/handover': {
    nothing: 'a code is mailed first; the role that follows is tried elsewhere',
  },
  'POST /:l/companies/:company/teams': ['team-made'],
  'POST /:l/companies/:company/teams/:team': ['team-renamed'],
  'POST /:l/companies/:company/teams/:team/ending': ['team-ended'],
  'POST /:l/companies/:company/terms': { nothing: 'the choice is that one already' },
  'POST /:l/companies/:company/terms/answer': { nothing: 'there is no such version; a yes is tried elsewhere' },
  'POST /:l/companies/:company/name': { nothing: 'the name is that one already' },
  'PATCH /api/v1/companies/:company/members/:member': { nothing: 'the role is that one already' },
  'POST /:l/companies/:company/members/:member/ownership': { nothing: 'a wrong code changes no role' },
  'POST /:l/companies/:company/members/:member/removal': ['member-removed', 'link-made'],
  'POST /:l/companies/:company/members/:member/restoration': ['member-restored'],
  'DELETE /api/v1/companies/:company/members/:member': ['member-removed'],
  'POST /api/v1/companies/:company/members/:member/restoration': ['member-restored'],
  'POST /:l/companies/:company/shares': {
    nothing: 'the same courses are shown as before; changing them is tried elsewhere',
  },
  'PUT /api/v1/companies/:company/shares': { nothing: 'the same' },
  'POST /:l/companies/:company/invitations/closing': ['link-closed'],
  'POST /:l/companies/:company/log/files': ['log-exported'],
  'POST /:l/companies/:company/settings': ['details-changed'],
  'POST /:l/companies/:company/contact': ['contact-changed'],
  'POST /:l/mergers/:merger': ['company-merged'],
  'POST /:l/companies/:company/merger': ['link-made'],
  'POST /:l/companies/:company/merger/withdrawal': ['link-closed'],
  'POST /:l/companies/:company/move': {
    nothing: 'whoever is a member already comes along no more; it is tried elsewhere',
  },
  'POST /:l/companies/:company/move/refusal': { nothing: 'nobody is told of a no' },
  'POST /:l/companies/:company/closing': { nothing: 'it asks for a code' },
  'POST /:l/companies/:company/closing/code': {
    nothing: 'a wrong code closes nothing; the right one is tried elsewhere',
  },
  'POST /:l/companies/:company/reopening': { nothing: 'the company is open' },
  'POST /:l/companies/:company/departure': { nothing: 'an owner of others does not leave; leaving is tried below' },
  'DELETE /api/v1/companies/:company/membership': { nothing: 'the same' },
}

function writesOf(router: Pick<typeof app, 'routes'> = app): Route[] {
  return routesOf(router).filter(
    (route) => isWrite(route) && /\/(companies|join|invitations|mergers)\b/.test(route.path),
  )
}

const named = (route: Route) => nameOf(route).replaceAll(/\{(\w+)\}/g, ':$1')
const missing = (router?: Pick<typeof app, 'routes'>) =>
  writesOf(router)
    .map(named)
    .filter((name) => !Object.hasOwn(routes, name))

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('every address that changes something of a company enters its log, or has its reason here', () => {
  expect(missing()).toEqual([])
  expect(Object.keys(routes).filter((name) => !writesOf().map(named).includes(name))).toEqual([])
})

test('a new address that nobody thought of is noticed', () => {
  const forgetful = new Hono<App>()
  forgetful.post('/:l{(?:sv|en)}/companies/:company/everything', (c) => c.text('changed'))
  expect(missing(forgetful as unknown as typeof app)).toEqual(['POST /:l/companies/:company/everything'])
})

/** What was entered since the last time it was asked, the oldest first. */
async function enteredSince(last: { id: number }): Promise<string[]> {
  const rows = await db
    .select({ id: auditEntries.id, action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.company, world.values.company!), gt(auditEntries.id, last.id)))
    .orderBy(auditEntries.id)
  last.id = rows.at(-1)?.id ?? last.id
  return rows.map(({ action }) => action)
}

test('each enters what it says, and nothing else', async () => {
  const all = new Map(writesOf().map((route) => [named(route), route]))
  const last = { id: 0 }
  await enteredSince(last)
  for (const [name, entered] of Object.entries(routes)) {
    await world.browser.send(...requestTo(all.get(name)!, world))
    expect(await enteredSince(last), name).toEqual(Array.isArray(entered) ? entered : [])
  }
})

test('no entry holds a name or an address, of a person, a company or anything that was written', async () => {
  const { others, email, browser, values } = world
  const mark = others[0]!.split(' ')[1]!
  await browser.post(`/sv/companies/${values.company}/members/${values.member}/removal`, { reason: `Ulf ${mark}` })
  const marks = [...others, mark, email, 'Anders', 'Amira', '@', values.code!]
  const rows = await db.all<Record<string, unknown>>(
    sql`select * from audit_entries where company = ${values.company!}`,
  )
  expect(rows.length).toBeGreaterThan(5)
  const text = JSON.stringify(rows)
  expect(marks.filter((each) => text.includes(each))).toEqual([])
})
