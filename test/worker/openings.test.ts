import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { dayInWords, dayOf, daysAfterDay } from '../../formats/day.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { auditEntries, memberships, openings, teamManagers, teams } from '../../worker/db/schema/companies.ts'
import { tidyCompanies } from '../../worker/companies/events/tidy-companies.ts'
import { openingDays } from '../../worker/companies/openings/rules.ts'
import { nameKey } from '../../worker/companies/name-key.ts'
import { signedIn, somebody } from '../support/people.ts'
import { eraseAccount } from '../support/step-up.ts'
import { join, startTeam, type Team } from '../support/teams.ts'
import { type Browser, bindings, database } from '../support/worker.ts'

/** The rule: whoever reads rows of members leaves a line for those members, and nobody else does. */

const db = database(bindings())
const companyOf = ({ path }: Team) => path.split('/').at(-1)!
const openedIn = (company: string) => db.select().from(openings).where(eq(openings.company, company))
const today = () => dayOf(new Date())

/** Somebody in the company, with the id of their membership. */
async function member(team: Team, name: string): Promise<{ browser: Browser; id: string; email: string }> {
  const email = somebody()
  const browser = await signedIn(email)
  await join(browser, team.code, { name })
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, companyOf(team)), eq(memberships.name, name)))
  return { browser, id: row!.id, email }
}

/** What somebody reads of who opened their row. */
async function toldTo(browser: Browser, team: Team): Promise<string> {
  const { text } = await browser.get(`${team.path}/seen`)
  return text.slice(text.indexOf('id="opened"'), text.indexOf('Ingen har sett'))
}

test('every page and file on which somebody’s name stands is told to them', async () => {
  const team = await startTeam()
  const company = companyOf(team)
  const amira = await member(team, 'Amira Haddad')
  const of = `${team.path}/members/${amira.id}`
  const pages = ['/members', '/members?q=amira', '/log', '/teams'].map((page) => team.path + page)
  const questions = [
    `${of}/removal`,
    `${of}/ownership?role=owner`,
    `${team.path}/handover?heir=${amira.id}&self=manager`,
  ]
  for (const page of [...pages, ...questions]) {
    await db.delete(openings).where(eq(openings.company, company))
    expect((await team.owner.get(page)).status, page).toBe(200)
    expect(await toldTo(amira.browser, team), page).toContain('Anders Öst, ägare')
  }
  await db.delete(openings).where(eq(openings.company, company))
  expect((await team.owner.post(`${team.path}/log/files`, { format: 'json' })).text).toContain('Amira Haddad')
  expect(await toldTo(amira.browser, team)).toContain('Anders Öst, ägare')
})

test('a page that somebody may not read, or that is of nobody, leaves no line', async () => {
  const team = await startTeam()
  const company = companyOf(team)
  const karin = await member(team, 'Karin Ås')
  const amira = await member(team, 'Amira Haddad')
  await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, karin.id))
  await db.delete(openings).where(eq(openings.company, company))
  for (const page of [
    '/log',
    `/members/${amira.id}/ownership?role=owner`,
    '/members/nobody',
    '/members/nobody/removal',
  ])
    expect((await karin.browser.get(team.path + page)).status, page).toBe(404)
  expect(await openedIn(company)).toEqual([])
})

test('a manager who opens the team three times in a day leaves one line, which each of the others can read', async () => {
  const team = await startTeam()
  const amira = await member(team, 'Amira Haddad')
  for (const page of [team.path, `${team.path}?manage=1`, `/sv/companies/${companyOf(team)}/members/${amira.id}`])
    await team.owner.get(page)
  expect(await openedIn(companyOf(team))).toHaveLength(1)
  expect((await openedIn(companyOf(team)))[0]).not.toHaveProperty('at')

  const told = await toldTo(amira.browser, team)
  expect(told).toContain(dayInWords(today(), 'sv'))
  expect(told).toContain('Anders Öst, ägare')
  expect(told).not.toMatch(/\d\d[:.]\d\d/)
  // One's own are no news.
  expect(await toldTo(team.owner, team)).toContain('Ingen annan har öppnat den')
})

test('neither a stranger nor a member leaves a line, however often they try', async () => {
  const team = await startTeam()
  const bo = await member(team, 'Bo Berg')
  await db.delete(openings).where(eq(openings.company, companyOf(team)))
  const stranger = await signedIn(somebody())
  for (const browser of [bo.browser, stranger]) {
    await browser.get(team.path)
    await browser.get(`${team.path}/members/${bo.id}`)
    await browser.get(`/api/v1/companies/${companyOf(team)}/members`)
  }
  expect(await openedIn(companyOf(team))).toEqual([])
})

/** Two teams, with somebody in each and nobody in none; Johan runs the first. */
async function twoTeams() {
  const team = await startTeam()
  const company = companyOf(team)
  const [mounting, welding] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const [id, name] of [
    [mounting, 'Montering'],
    [welding, 'Svets'],
  ] as const)
    await db.insert(teams).values({ id, company, name, nameKey: nameKey(name), createdAt: new Date() })
  const [amira, bo, johan] = [
    await member(team, 'Amira'),
    await member(team, 'Bo'),
    await member(team, 'Johan Berglund'),
  ]
  await db.update(memberships).set({ team: mounting }).where(eq(memberships.id, amira.id))
  await db.update(memberships).set({ team: welding }).where(eq(memberships.id, bo.id))
  await db.insert(teamManagers).values({ team: mounting, membership: johan.id })
  await db.delete(openings).where(eq(openings.company, company))
  return { team, company, amira, bo, johan, mounting }
}

test('what somebody who runs a team opens is told to that team, and to nobody else', async () => {
  const { team, company, amira, bo, johan, mounting } = await twoTeams()
  await johan.browser.get(team.path)
  expect(await openedIn(company)).toMatchObject([{ manager: johan.id, team: mounting }])
  expect(await toldTo(amira.browser, team)).toContain('Johan Berglund, chef för Montering')
  expect(await toldTo(bo.browser, team)).toContain('Ingen annan har öppnat den')
})

test('whoever changes team keeps what was told to them, and reads nothing of what the new team was told before', async () => {
  const { team, company, amira, bo, johan, mounting } = await twoTeams()
  const [boss] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, company), eq(memberships.role, 'owner')))
  const welding = (await db.select().from(memberships).where(eq(memberships.id, bo.id)))[0]!.team!
  const long = new Date(Date.now() - 40 * 86_400_000)
  await db.update(memberships).set({ joinedAt: long }).where(eq(memberships.company, company))
  const [before, after] = [daysAfterDay(today(), -9), daysAfterDay(today(), -2)]
  for (const day of [before, after])
    await db.insert(openings).values([
      { company, manager: johan.id, day, team: mounting },
      { company, manager: boss!.id, day, team: welding },
    ])

  await db.update(memberships).set({ team: welding }).where(eq(memberships.id, amira.id))
  await db
    .insert(auditEntries)
    .values({ company, action: 'team-changed', subject: amira.id, facts: {}, at: new Date() })
  const told = await toldTo(amira.browser, team)
  for (const day of [before, after]) expect(told).toContain(dayInWords(day, 'sv'))
  expect(told).toContain('Johan Berglund')
  expect(told, 'she was not among the welders').not.toContain('Anders Öst')

  await team.owner.get(`${team.path}/members/${bo.id}`)
  expect(await toldTo(amira.browser, team)).toContain('Anders Öst, ägare')
})

test('the page of one member is told to that member’s team', async () => {
  const { team, company, amira, bo } = await twoTeams()
  await team.owner.get(`${team.path}/members/${bo.id}`)
  expect(await openedIn(company)).toHaveLength(1)
  expect(await toldTo(bo.browser, team)).toContain('Anders Öst, ägare')
  expect(await toldTo(amira.browser, team)).toContain('Ingen annan har öppnat den')
})

test('it is told for 90 days, from the day somebody joined, and then forgotten', async () => {
  const team = await startTeam()
  const company = companyOf(team)
  const amira = await member(team, 'Amira')
  const [boss] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, company), eq(memberships.role, 'owner')))
  const ago = (days: number) => daysAfterDay(today(), -days)
  await db.delete(openings).where(eq(openings.company, company))
  await db.insert(openings).values([0, 3, 89, 90].map((days) => ({ company, manager: boss!.id, day: ago(days) })))
  const daysTold = async () => {
    const told = await toldTo(amira.browser, team)
    return [0, 3, 89, 90].filter((days) => told.includes(dayInWords(ago(days), 'sv')))
  }
  expect(await daysTold(), 'she was not there before today').toEqual([0])

  await db
    .update(memberships)
    .set({ joinedAt: new Date('2020-01-01') })
    .where(eq(memberships.id, amira.id))
  expect(await daysTold()).toEqual([0, 3, 89])
  expect(openingDays).toBe(90)

  const [first, ...others] = tidyCompanies(db, new Date())
  await db.batch([first, ...others])
  expect((await openedIn(company)).map(({ day }) => day).toSorted()).toEqual([ago(89), ago(3), ago(0)])
})

test('an account that is erased leaves the day, and nobody’s name', async () => {
  const team = await startTeam()
  const company = companyOf(team)
  const amira = await member(team, 'Amira')
  const karin = await member(team, 'Karin Ås')
  await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, karin.id))
  await db.delete(openings).where(eq(openings.company, company))
  await karin.browser.get(team.path)
  expect(await toldTo(amira.browser, team)).toContain('Karin Ås, chef')

  await eraseAccount(karin.browser)
  expect(await db.$count(users, eq(users.email, karin.email))).toBe(0)
  const told = await toldTo(amira.browser, team)
  expect(told).toContain('Någon som inte längre finns kvar')
  expect(told).not.toContain('Karin')
})

test('a manager who has left is still told of by name', async () => {
  const team = await startTeam()
  const amira = await member(team, 'Amira')
  const karin = await member(team, 'Karin Ås')
  await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, karin.id))
  await karin.browser.get(team.path)
  await db.update(memberships).set({ leftAt: new Date() }).where(eq(memberships.id, karin.id))
  expect(await toldTo(amira.browser, team)).toContain('Karin Ås, tidigare chef')
})

test('somebody who is back reads nothing of the time between', async () => {
  const team = await startTeam()
  const company = companyOf(team)
  const amira = await member(team, 'Amira')
  await db.run(sql`update memberships set left_at = ${Date.now() - 86_400_000 * 20}, joined_at = ${Date.now() - 86_400_000 * 40}
    where id = ${amira.id}`)
  await db.delete(openings).where(eq(openings.company, company))
  const [boss] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, company), eq(memberships.role, 'owner')))
  const between = daysAfterDay(today(), -10)
  await db.insert(openings).values({ company, manager: boss!.id, day: between })
  await join(amira.browser, team.code)
  expect(await toldTo(amira.browser, team)).not.toContain(dayInWords(between, 'sv'))
})
