import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { dayInWords, dayOf } from '../../formats/day.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress } from '../support/step-up.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function leaver() {
  const team = await startTeam()
  const email = somebody('leaver')
  const browser = await signedIn(email)
  await join(browser, team.code, { name: 'Gunvor Ek' })
  return { team, email, browser }
}

test('whoever leaves gets a receipt: the day, the company, what is no longer seen, and what is left with whom', async () => {
  const { team, browser } = await leaver()
  await team.owner.get(team.path)
  const left = await browser.post(`${team.path}/departure`, {})
  expect(left.location).toMatch(/^\/sv\/me\/receipts\/[0-9a-f-]+$/)

  const page = await browser.get(left.location!)
  expect([page.status, page.trips]).toEqual([200, 1])
  const day = dayInWords(dayOf(new Date()), 'sv')
  for (const words of [
    'Siljans Plåt',
    'Gunvor Ek',
    `${day}. Du lämnade själv.`,
    'Anders Öst, ägare',
    '24 månader',
    '30 dagar',
  ])
    expect(page.text).toContain(words)
  expect(page.text).not.toMatch(/samtycke|\d\d[:.]\d\d/)
  expect((await browser.get(left.location!.replace('/sv/', '/en/'))).text).toContain('You are no longer a member of')
})

test('the receipt is its owner’s alone, and there is none of a stay that goes on', async () => {
  const { team, browser } = await leaver()
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.name, 'Gunvor Ek'), eq(memberships.company, team.path.split('/').at(-1)!)))
  const path = `/sv/me/receipts/${row!.id}`
  expect((await browser.get(path)).status).toBe(404)
  await browser.post(`${team.path}/departure`, {})
  expect((await browser.get(path)).status).toBe(200)
  expect((await team.owner.get(path)).status).toBe(404)
  expect((await new Browser().get(path)).location).toContain('/sv/sign-in')
})

test('a receipt goes to every address, once, and nothing to anybody who did not leave', async () => {
  const { team, email, browser } = await leaver()
  await addAddress(browser, `private-${email}`)
  const { location } = await browser.post(`${team.path}/departure`, {})
  await browser.post(`${team.path}/departure`, {})
  const sent = await db.select().from(mails).where(eq(mails.kind, 'member-left'))
  const mine = sent.filter(({ recipient }) => recipient.endsWith(email))
  expect(mine.map(({ recipient }) => recipient).toSorted()).toEqual([email, `private-${email}`].toSorted())
  expect(mine[0]!.body).toContain(`http://navet.example${location}\n`)

  // An owner of others cannot leave, and gets no receipt.
  const stuck = await leaver()
  const before = await db.$count(mails, eq(mails.kind, 'member-left'))
  expect((await stuck.team.owner.post(`${stuck.team.path}/departure`, {})).status).toBe(409)
  expect(await db.$count(mails, eq(mails.kind, 'member-left'))).toBe(before)
})

test('somebody who was removed has a receipt too, which says that it can be undone', async () => {
  const { team, browser } = await leaver()
  const company = team.path.split('/').at(-1)!
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.name, 'Gunvor Ek'), eq(memberships.company, company)))
  await team.owner.post(`${team.path}/members/${row!.id}/removal`, {})
  const { text } = await browser.get(`/sv/me/receipts/${row!.id}`)
  expect(text).toContain('Någon som leder företaget tog bort dig.')
  expect(text).toContain('kan ångras i ett dygn')
})

test('the last one’s receipt says that the company is closed', async () => {
  const team = await startTeam()
  const { location } = await team.owner.post(`${team.path}/departure`, {})
  expect((await team.owner.get(location!)).text).toContain('Du var den sista')
})

test('after leaving no page of the company tells the name, nor anything done later', async () => {
  const { team, browser } = await leaver()
  await browser.post(`${team.path}/departure`, {})
  const company = team.path.split('/').at(-1)!
  for (const path of [team.path, `${team.path}?manage=1`, `/api/v1/companies/${company}/members`])
    expect((await team.owner.get(path)).text, path).not.toContain('Gunvor')
  const [row] = await db.all<{ id: string }>(
    sql`select id from memberships where name = 'Gunvor Ek' and company = ${company}`,
  )
  for (const path of [`${team.path}/members/${row!.id}`, `${team.path}/members/${row!.id}/removal`])
    expect((await team.owner.get(path)).status, path).toBe(404)
})
