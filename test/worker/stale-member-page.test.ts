import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { memberships, teamManagers } from '../../worker/db/schema/companies.ts'
import { memberCalled } from '../support/company-log.ts'
import { actionsOf } from '../support/invited.ts'
import { signedIn } from '../support/people.ts'
import { join, makeTeam, startTeam, type Team } from '../support/teams.ts'
import { type Answer, bindings, type Browser, database } from '../support/worker.ts'

/** The rule: a page of a member changes what somebody changes on it, and nothing that it only shows. */

const db = database(bindings())
let team: Team
let manager: Browser
let svets: string
let lager: string
let page: string
let id: string

beforeEach(async () => {
  team = await startTeam()
  manager = await signedIn()
  await join(manager, team.code, { name: 'Karin Ås' })
  await join(await signedIn(), team.code, { name: 'Amira Haddad' })
  await team.owner.post(`${team.path}/members/${await memberCalled('Karin Ås', team)}`, { role: 'manager' })
  svets = await makeTeam(team.owner, team.path, 'Svets')
  lager = await makeTeam(team.owner, team.path, 'Lager')
  id = await memberCalled('Amira Haddad', team)
  page = `${team.path}/members/${id}`
  await team.owner.post(page, { name: 'Amira Haddad', team: svets, onBehalf: 'yes' })
})

type Fields = Record<string, string | string[]>

/** What a browser sends of the form as it stands on the page. */
async function fieldsOn(browser: Browser): Promise<Fields> {
  return fieldsIn(await browser.get(page))
}

function fieldsIn({ text }: Answer): Fields {
  const [form = ''] = new RegExp(`<form[^>]*action="${page}"[\\s\\S]*?</form>`).exec(text) ?? []
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([input]) => input)
  const sent = inputs.filter((input) => !/type="(?:radio|checkbox)"/.test(input) || / checked/.test(input))
  const [, chosen = ''] = /<option value="([^"]*)" selected/.exec(form) ?? []
  const of = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  const pairs = sent.map((input) => [of(input, 'name'), of(input, 'value')] as const)
  const runs = pairs.flatMap(([name, value]) => (name === 'runs' ? [value] : []))
  return { ...Object.fromEntries(pairs), team: chosen, runs }
}

const now = async () => {
  const [row] = await db.select().from(memberships).where(eq(memberships.id, id))
  const runs = await db.select().from(teamManagers).where(eq(teamManagers.membership, id))
  const { name, team, onBehalf, role } = row!
  return { name, team, onBehalf, role, runs: runs.map((run) => run.team) }
}
const first = { name: 'Amira Haddad', onBehalf: true, role: 'member', runs: [] }

test('a page that was opened earlier undoes nothing of what somebody else has changed since', async () => {
  const [stale, staleOfOwner] = [await fieldsOn(manager), await fieldsOn(team.owner)]
  const fresh = await fieldsOn(team.owner)
  const { onBehalf: _, ...unticked } = fresh
  await team.owner.post(page, { ...unticked, name: 'Amira Hadad', team: lager, role: 'team-manager', runs: [svets] })
  const changed = { name: 'Amira Hadad', team: lager, onBehalf: false, role: 'member', runs: [svets] }
  expect(await now()).toEqual(changed)

  for (const [browser, fields] of [
    [manager, stale],
    [team.owner, staleOfOwner],
  ] as const) {
    expect((await browser.post(page, fields)).location).toBe(`${page}?saved=1`)
    expect(await now()).toEqual(changed)
  }
})

test('what two change at once is asked about, with what stands there now, and nothing is saved of the second', async () => {
  const stale = await fieldsOn(manager)
  await team.owner.post(page, { ...(await fieldsOn(team.owner)), team: lager })
  const entries = await actionsOf(team)
  const answer = await manager.post(page, { ...stale, name: 'Amira Öst', team: '' })
  expect([answer.status, answer.text.includes('Någon annan har ändrat här')]).toEqual([409, true])
  expect(await now()).toEqual({ ...first, team: lager })
  expect(await actionsOf(team)).toEqual(entries)
  expect((await manager.post(page, { ...fieldsIn(answer), team: '' })).location).toBe(`${page}?saved=1`)
  expect((await now()).team).toBeNull()
})

test('what was written is still on the page that asks, beside what others have chosen since', async () => {
  const stale = await fieldsOn(manager)
  const { onBehalf: _, ...unticked } = await fieldsOn(team.owner)
  await team.owner.post(page, { ...unticked, team: lager })
  const answer = await manager.post(page, { ...stale, name: 'Amira Öst', newTeam: 'Nattskift', onBehalf: 'yes' })
  expect(answer.status).toBe(409)
  const back = fieldsIn(answer)
  expect(back).toMatchObject({ name: 'Amira Öst', newTeam: 'Nattskift', team: lager })
  expect(back).toMatchObject({ shownName: 'Amira Haddad', shownTeam: lager, shownBehalf: 'no' })
  expect(back).not.toHaveProperty('onBehalf')
  expect((await manager.post(page, back)).location).toBe(`${page}?saved=1`)
  expect(await now()).toMatchObject({ name: 'Amira Öst', onBehalf: false })
  expect([svets, lager]).not.toContain((await now()).team)
})

test('a choice that nobody else has touched stays chosen on the page that asks', async () => {
  const stale = await fieldsOn(team.owner)
  await team.owner.post(page, { name: 'Amira Hadad' })
  const answer = await team.owner.post(page, { ...stale, name: 'Amira Öst', role: 'manager', team: lager })
  expect(answer.status).toBe(409)
  expect(fieldsIn(answer)).toMatchObject({ name: 'Amira Öst', shownName: 'Amira Hadad', role: 'manager', team: lager })
})

test('a role that another owner has changed meanwhile is not changed over it', async () => {
  const stale = await fieldsOn(team.owner)
  await team.owner.post(page, { role: 'manager' })
  expect((await team.owner.post(page, { ...stale, role: 'team-manager', runs: [lager] })).status).toBe(409)
  expect(await now()).toMatchObject({ role: 'manager', runs: [] })
})

test('a form that came back with a fault still knows what its page had shown', async () => {
  const stale = await fieldsOn(manager)
  await team.owner.post(page, { ...(await fieldsOn(team.owner)), team: lager })
  const back = await manager.post(page, { ...stale, name: '' })
  expect(back.status).toBe(422)
  await manager.post(page, { ...fieldsIn(back), name: 'Amira Öst' })
  expect(await now()).toMatchObject({ name: 'Amira Öst', team: lager })
})

test('what a form does not name stays; an unticked box and no team are named by the page that showed them', async () => {
  await team.owner.post(page, { name: 'Amira Öst' })
  expect(await now()).toEqual({ ...first, name: 'Amira Öst', team: svets })
  const { onBehalf: _, ...unticked } = await fieldsOn(manager)
  await manager.post(page, { ...unticked, team: '' })
  expect(await now()).toEqual({ ...first, name: 'Amira Öst', team: null, onBehalf: false })
})
