import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { auditEntries, memberships } from '../../worker/db/schema/companies.ts'
import { idOf } from '../support/invited.ts'
import { ofCompanies } from '../support/presses/companies.ts'
import { keyOn, type Press } from '../support/presses/press.ts'
import { waysIn } from '../support/presses/ways-in.ts'
import { signedIn } from '../support/people.ts'
import { companyForm, startTeam, type Team } from '../support/teams.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'
import { isWrite, nameOf, routesOf } from '../support/world.ts'
import { call } from '../unit/api/support.ts'

/** The rule: a press whose deed is done already is answered as the first was, and nothing is written once more. */

const db = database(bindings())
/** A form that has no row here has to be given one. */
const presses = { ...ofCompanies, ...waysIn }
const routes = routesOf()
  .filter((route) => isWrite(route) && /^\/:l[^/]*\/(?:companies|join|mergers|me\/merger)\b/.test(route.path))
  .map(nameOf)
const rows = Object.entries(presses).flatMap(([name, each]) =>
  [each].flat().map((row, i) => ({ ...row, name: i === 0 ? name : `${name}, ${i + 1}` })),
)

/** The browser as it is now: an answer that it gets later changes nothing in it. */
function asNow({ jar, env }: Browser): Browser {
  const other = new Browser(env)
  for (const [name, value] of jar) other.jar.set(name, value)
  return other
}

const send = (browser: Browser, { path, fields }: Press) => browser.post(path, fields)
const answerOf = ({ status, location }: Answer) => [status, location?.replace(/&held=1/, '')]

/** Entries of the team's log and of every other that tells of a company which goes into it, or is started beside it. */
async function logged(team: Team, first?: Answer): Promise<number> {
  const started = /companies\/([0-9a-f]{32})/.exec(first?.location ?? '')?.[1] ?? ''
  const found = await db.select({ id: auditEntries.id }).from(auditEntries)
    .where(sql`${auditEntries.company} in (${idOf(team)}, ${started})
      or ${auditEntries.company} in (select id from companies where merged_into = ${idOf(team)})`)
  return found.length
}

test('every form of companies is pressed twice here', () => {
  expect(routes.filter((name) => !presses[name])).toEqual([])
  expect(Object.keys(presses).filter((name) => !routes.includes(name))).toEqual([])
})

test.for(rows)('$name: pressed again, from the same page or another, it is answered as the first time', async (row) => {
  const team = await startTeam()
  const press = await row.press(team)
  const before = asNow(press.browser)
  const first = await send(press.browser, press)
  expect([200, 303], first.text.slice(0, 200)).toContain(first.status)
  const entries = await logged(team, first)

  for (const browser of row.needsAnswer ? [press.browser] : [before, press.browser]) {
    const again = await send(browser, press)
    if (row.leadsTo) expect(again.location).toMatch(row.leadsTo)
    else expect(answerOf(again)).toEqual(answerOf(first))
  }
  const more = (await logged(team, first)) - entries
  expect(more > 0, row.makesAnew ?? `${more} more`).toBe(row.makesAnew !== undefined)
})

test.for(rows.filter(({ takesCode, makesAnew }) => !takesCode && !makesAnew))(
  '$name: pressed twice at once it happens once, and neither is told no',
  async (row) => {
    const team = await startTeam()
    const press = await row.press(team)
    const twins = [asNow(press.browser), asNow(press.browser)]
    const [one, two] = await Promise.all(twins.map((browser) => send(browser, press)))
    expect(answerOf(one!)).toEqual(answerOf(two!))
    expect(one!.status).toBe(303)
    const twice = await db
      .select({ action: auditEntries.action, count: sql<number>`count(*)` })
      .from(auditEntries)
      .where(eq(auditEntries.company, idOf(team)))
      .groupBy(auditEntries.action, auditEntries.subject, auditEntries.actor, auditEntries.facts)
    expect(
      twice.filter(({ action, count }) => action !== 'link-made' && action !== 'terms-changed' && count > 1),
    ).toEqual([])
  },
)

test('two companies are started by two forms, or by one that says something else; nobody gets one by another’s form', async () => {
  const [owner, other] = [await signedIn(), await signedIn()]
  const start = async (browser: Browser, fields: Record<string, string>) =>
    (await browser.post('/sv/companies/new', { ...companyForm, ...fields })).location
  const keys = [await keyOn(owner, '/sv/companies/new'), await keyOn(owner, '/sv/companies/new')]
  const [one = '', two = ''] = keys
  const started = [
    await start(owner, { key: one }),
    await start(owner, { key: two }),
    await start(owner, { key: one, name: 'Siljans Svets' }),
    await start(other, { key: one }),
    await start(owner, {}),
    await start(owner, {}),
  ]
  expect(new Set(started).size).toBe(started.length)
  expect(started.every((path) => /^\/sv\/companies\/[0-9a-f]{32}$/.test(path ?? ''))).toBe(true)
})

test('a program that joins twice by a code for one is told that it belongs already', async () => {
  const team = await startTeam()
  const made = await team.owner.post(`${team.path}/invitations`, { for: 'one' })
  const way = `/invitations/${made.location!.split('/').at(-1)!}/memberships`
  const amira = await signedIn()
  const body = { name: 'Amira', termsVersion: 1, earlier: [], accept: true }
  const [first, again] = [await call(amira, 'POST', way, body), await call(amira, 'POST', way, body)]
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.json).toEqual(first.json)
})

test('a form that is sent again makes nobody an owner once more', async () => {
  const owner = await signedIn()
  const fields = { ...companyForm, key: await keyOn(owner, '/sv/companies/new') }
  const path = (await owner.post('/sv/companies/new', fields)).location!
  await owner.post(`${path}/departure`, {})
  await owner.post('/sv/companies/new', fields)
  expect((await owner.get(path)).status).toBe(404)
  expect(await db.$count(memberships, eq(memberships.company, path.split('/').at(-1)!))).toBe(1)
})
