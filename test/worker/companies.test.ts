import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { invitations, memberships } from '../../worker/db/schema/companies.ts'
import { signedIn, somebody } from '../support/people.ts'
import { changeOwner } from '../support/step-up.ts'
import { codeOn, companyForm, join, startTeam, teamCode } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

function idOf(path: string): string {
  return path.split('/').at(-1)!
}

async function memberCount(path: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)` })
    .from(memberships)
    .where(eq(memberships.company, idOf(path)))
  return row!.n
}

test('a company can be one person: owner, manager and learner at once', async () => {
  const { owner, path } = await startTeam({ size: '1' })
  const page = await owner.get(path)
  expect(page.status).toBe(200)
  expect(page.text).toContain('bara du')
  expect(page.text).toContain('inget delas med någon')
  expect((await owner.get('/sv/companies')).location).toBe(path)
})

test.for([
  ['name', { name: '' }, 'Fyll i det här'],
  ['name', { name: 'x'.repeat(81) }, 'Högst 80 tecken'],
  ['name', { name: 'x'.repeat(10_000) }, 'Högst 80 tecken'],
  ['displayName', { displayName: 'Anders\u202Eevil' }, 'vänder på texten'],
  ['municipality', { municipality: '9999' }, 'Välj något i listan'],
  ['sector', { sector: '' }, 'Välj något i listan'],
  ['accept', { accept: '' }, 'gå med på vad som delas'],
] as const)('a wrong %s is named, and what was typed is kept', async ([field, change, words]) => {
  const owner = await signedIn()
  const refused = await owner.post('/sv/companies/new', {
    ...companyForm,
    name: 'Plåt <script>alert(1)</script>',
    ...change,
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(`id="${field}-error"`)
  expect(refused.text).toContain(words)
  expect(refused.text).not.toContain('<script>alert')
  if (!('displayName' in change)) expect(refused.text).toContain('value="Anders Öst"')
})

test('a stranger sees the company’s name and what is shared, only by a live code, and goes on after sign-in', async () => {
  const { code } = await startTeam()
  const stranger = new Browser()
  const page = await stranger.get(`/sv/join/${code}`)
  expect(page.text).toContain('Gå med i Siljans Plåt')
  expect(page.text).toContain('Svar, rätt eller fel')
  expect(page.text).toContain(`/sv/sign-in?next=${encodeURIComponent(`/sv/join/${code}`)}`)
})

test('joining needs the yes to what is shared; pressing twice changes nothing', async () => {
  const { path, code } = await startTeam()
  const amira = await signedIn()
  expect((await join(amira, code, { accept: '' })).status).toBe(422)
  expect(await memberCount(path)).toBe(1)

  const joined = await Promise.all([join(amira, code), join(amira, code)])
  expect(joined.map(({ location }) => location)).toEqual([`${path}/seen?joined=1`, `${path}/seen?joined=1`])
  await join(amira, code)
  expect(await memberCount(path)).toBe(2)
})

test('a yes to other terms than those that hold is asked for again, and a form that is not ours breaks nothing', async () => {
  const { path, code } = await startTeam()
  const amira = await signedIn()
  for (const terms of ['7', 'x', '']) expect((await join(amira, code, { terms })).status).toBe(422)
  expect((await join(amira, code, { earlier: Array.from({ length: 101 }, (_, i) => `c${i}`) })).status).toBe(422)
  const tooMany = { ...companyForm, courses: Array.from({ length: 101 }, (_, i) => `c${i}`) }
  expect((await amira.post('/sv/companies/new', tooMany)).status).toBe(422)
  expect(await memberCount(path)).toBe(1)
})

test('a code for one person works once; a replaced, an expired and an unknown one are all the same refusal', async () => {
  const { owner, path, code } = await startTeam()
  const made = await owner.post(`${path}/invitations`, { for: 'one' })
  expect(made.status).toBe(303)
  const page = await owner.get(made.location!)
  expect([page.status, page.text.includes('en enda person')]).toEqual([200, true])
  const single = codeOn(page)
  expect(codeOn(await owner.get(made.location!))).toBe(single)
  const amira = await signedIn()
  const joined = await join(amira, single)
  expect(joined.status).toBe(303)
  const again = await join(amira, single)
  expect([again.status, again.location], 'a reload, or the reply was lost').toEqual([303, joined.location])
  const used = await new Browser().get(`/sv/join/${single}`)
  expect((await owner.get(made.location!)).status).toBe(404)

  await teamCode(owner, path)
  const replaced = await new Browser().get(`/sv/join/${code}`)
  const fresh = await teamCode(owner, path)
  await db
    .update(invitations)
    .set({ expiresAt: new Date(0) })
    .where(eq(invitations.code, fresh))
  const expired = await new Browser().get(`/sv/join/${fresh}`)
  const unknown = await new Browser().get('/sv/join/0000000000000000')
  const texts = [used, replaced, expired, unknown].map(
    ({ status, text }) => `${status} ${/<main[\s\S]*<\/main>/.exec(text)![0]}`,
  )
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('404')
  expect(texts[0]).not.toContain('Siljans')
})

test('the code may be typed as it was read out', async () => {
  const { code } = await startTeam()
  const typed = code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-')
  const found = await new Browser().get(`/sv/join?code=${typed}`)
  expect((await new Browser().get(found.location!)).text).toContain('Siljans Plåt')
})

test('somebody who leaves keeps what is theirs, and is seen no more', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn()
  await join(amira, code)
  expect((await amira.post(`${path}/departure`, {})).status).toBe(303)
  expect((await owner.get(path)).text).not.toContain('Amira Haddad')
  expect((await amira.get(`${path}/seen`)).status).toBe(404)
  expect((await amira.get('/sv/me')).status).toBe(200)
})

test('the last owner hands over before leaving; alone, an owner may go', async () => {
  const { owner, path, code } = await startTeam()
  await join(await signedIn(), code)
  const refused = await owner.post(`${path}/departure`, {})
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Gör någon annan till ägare')

  const member = /members\/([0-9a-f]{32})/.exec((await owner.get(`${path}/members`)).text)![1]!
  await changeOwner(owner, path, member, 'owner')
  const still = await owner.post(`${path}/departure`, {})
  expect([still.status, still.text.includes('Byt din egen roll först')]).toEqual([409, true])
  const own = /members\/([0-9a-f]{32})/.exec(still.text)![1]!
  await changeOwner(owner, path, own, 'member')
  expect((await owner.post(`${path}/departure`, {})).status).toBe(303)
  const alone = await startTeam()
  expect((await alone.owner.post(`${alone.path}/departure`, {})).status).toBe(303)
})

test('a removed member with a fresh cookie, a member, and another company’s owner all find nothing', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, code)
  const member = /members\/([0-9a-f]{32})/.exec((await owner.get(`${path}/members`)).text)![1]!
  const other = await startTeam()
  const nowhere = await other.owner.get('/sv/companies/00000000000000000000000000000000')
  for (const person of [amira, other.owner]) {
    const page = await person.get(path)
    expect([page.status, page.text.includes('Siljans')]).toEqual([404, false])
    const refused = person === amira ? 403 : 404
    expect((await person.post(`${path}/invitations`, { for: 'team' })).status).toBe(refused)
    expect((await person.post(`${path}/members/${member}/removal`, {})).status).toBe(refused)
  }
  expect(nowhere.status).toBe(404)

  await owner.post(`${path}/members/${member}/removal`, {})
  expect((await amira.get(`${path}/seen`)).status).toBe(404)
})

test('a manager who signed out everywhere can change nothing with the old cookie cache', async () => {
  const { owner, path } = await startTeam()
  const old = new Browser()
  for (const [name, value] of owner.jar) old.jar.set(name, value)
  await owner.post('/sv/me/sessions', {})
  expect((await old.post(`${path}/invitations`, { for: 'team' })).location).toContain('/sv/sign-in')
})
