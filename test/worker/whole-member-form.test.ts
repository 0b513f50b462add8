import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { memberships, teams } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { mostTeams } from '../../worker/companies/teams/rules.ts'
import { memberCalled } from '../support/company-log.ts'
import { actionsOf, idOf } from '../support/invited.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, makeTeam, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

/** The rule: of the form of a member everything is saved, or nothing. */

const db = database(bindings())
let team: Team
let manager: Browser
let amira: string
let id: string
let page: string

beforeEach(async () => {
  team = await startTeam()
  manager = await signedIn()
  amira = somebody('amira')
  await join(manager, team.code, { name: 'Karin Ås' })
  await join(await signedIn(amira), team.code, { name: 'Amira Haddad' })
  await team.owner.post(`${team.path}/members/${await memberCalled('Karin Ås', team)}`, { role: 'manager' })
  id = await memberCalled('Amira Haddad', team)
  page = `${team.path}/members/${id}`
})

/** All that a form of a member could have changed, with what was told of it. */
async function stored() {
  const members = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, idOf(team)))
  const made = await db
    .select()
    .from(teams)
    .where(eq(teams.company, idOf(team)))
  return { members, made, entries: await actionsOf(team), mails: await db.$count(mails, eq(mails.recipient, amira)) }
}

const change = { name: 'Nia Nytt', newTeam: 'Lagret', onBehalf: 'yes' }

test('a role that whoever runs the company may not give leaves name, team and the rest as they were', async () => {
  const before = await stored()
  const answer = await manager.post(page, { ...change, role: 'manager', shownRole: 'member' })
  expect([answer.status, answer.text.includes('Inget är ändrat')]).toEqual([403, true])
  expect(await stored()).toEqual(before)
})

test('the only owner who would be something else keeps name and team too, and has what was written', async () => {
  const before = await stored()
  const own = `${team.path}/members/${await memberCalled('Anders Öst', team)}`
  const answer = await team.owner.post(own, { ...change, role: 'member' })
  expect([answer.status, answer.text.includes('Inget är ändrat')]).toEqual([409, true])
  expect(answer.text).toContain('value="Nia Nytt"')
  expect(answer.text).toContain('value="Lagret"')
  expect(await stored()).toEqual(before)
})

test('a team that is gone leaves name and the rest as they were, and what was written stays on the page', async () => {
  const ended = await makeTeam(team.owner, team.path, 'Kort')
  await team.owner.post(`${team.path}/teams/${ended}/ending`, {})
  const before = await stored()
  const answer = await manager.post(page, { name: 'Nia Nytt', team: ended, onBehalf: 'yes' })
  expect([answer.status, answer.text.includes('value="Nia Nytt"')]).toEqual([422, true])
  expect(await stored()).toEqual(before)
  const byOwner = await team.owner.post(page, { name: 'Nia Nytt', team: ended, role: 'manager', onBehalf: 'yes' })
  expect([byOwner.status, await stored()]).toEqual([422, before])
})

test('one team too many leaves name and the rest as they were', async () => {
  const rows = Array.from({ length: mostTeams }, (_, i) => ({
    id: crypto.randomUUID().replaceAll('-', ''),
    company: idOf(team),
    name: `Lag ${i}`,
    nameKey: `lag ${i}`,
    createdAt: new Date(0),
  }))
  for (let from = 0; from < rows.length; from += 50) await db.insert(teams).values(rows.slice(from, from + 50))
  const before = await stored()
  const answer = await manager.post(page, change)
  expect([answer.status, answer.text.includes('value="Lagret"')]).toEqual([422, true])
  expect(await stored()).toEqual(before)
})

test('an owner who is to be made waits for the code; the rest of the form is saved', async () => {
  const answer = await team.owner.post(page, { ...change, role: 'owner' })
  expect(answer.location).toContain('/ownership')
  const [row] = await db.select().from(memberships).where(eq(memberships.id, id))
  expect(row).toMatchObject({ name: 'Nia Nytt', onBehalf: true, role: 'member' })
})
