import { eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { addresses, users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { statusEntries } from '../../worker/db/schema/credentials.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { recordSent } from '../../worker/mail/store.ts'
import { tablesWith } from '../support/cells.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { mailTo, otherThan } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { eraseAccount } from '../support/step-up.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const page = '/sv/me/erasure'

async function idOf(email: string): Promise<string> {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return row!.id
}

test('an erased account leaves nothing but a revoked place in the status list and its random id in the journal of erasures', async () => {
  const { code } = await startTeam()
  const email = somebody('going')
  const name = `Gunvor ${crypto.randomUUID().slice(0, 8)}`
  const person = await signedIn(email)
  await join(person, code, { name: `${name} Försvinnande` })
  await person.post('/sv/me/name', { name: `${name} F` })
  await answer(person, lessonPath, 'nuts-promise', 'Tiderna')
  await earnBadge(person, db)
  const id = await idOf(email)
  await db.insert(addresses).values({ email: `other-${email}`, userId: id, verifiedAt: new Date() })
  await new Browser().post('/sv/sign-in', { email: `other-${email}` })
  const [award] = await db.select().from(awards).where(eq(awards.learner, id))
  const revoked = () => db.$count(statusEntries, eq(statusEntries.isRevoked, true))
  const marks = [id, email, name, award!.id]
  expect((await tablesWith(db, marks)).length).toBeGreaterThan(8)
  const before = await revoked()

  const done = await eraseAccount(person)
  expect([done.status, done.location]).toEqual([303, '/sv/me/erasure/done'])
  expect(done.headers.get('clear-site-data')).toBe('"storage"')
  expect([...person.jar.keys()].filter((name) => name.includes('session'))).toEqual([])
  expect((await person.get('/sv/me/erasure/done')).text).toContain('Ditt konto är raderat')
  expect((await mailTo(email)).subject).toBe('Ditt konto i Navet är raderat')
  expect((await mailTo(`other-${email}`)).subject).toBe('Ditt konto i Navet är raderat')
  expect(await tablesWith(db, marks)).toEqual(['erasures', 'mails'])
  const told = await db
    .select({ id: mails.id })
    .from(mails)
    .where(like(mails.recipient, `%${email}`))
  for (const sent of recordSent(
    db,
    told.map(({ id }) => id),
    new Date(),
  ))
    await sent
  expect(await tablesWith(db, marks)).toEqual(['erasures'])
  expect(await tablesWith(db, marks.slice(1))).toEqual([])
  expect(await revoked()).toBe(before + 1)
  expect((await new Browser().get(`/sv/badges/${award!.id}`)).status).toBe(404)
})

test('nothing goes before the box is ticked, or for a stranger, or from another site', async () => {
  const email = somebody()
  const person = await signedIn(email)
  expect((await person.get(page)).text).toContain(email)
  const unsure = await person.post(page, {})
  expect([unsure.status, unsure.text.includes('Kryssa i rutan först')]).toEqual([422, true])
  expect(unsure.text).toContain('<title>Fel: Radera kontot')
  expect((await person.post(page, { sure: 'yes' }, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await new Browser().post(page, { sure: 'yes' })).location).toContain('/sv/sign-in')
  expect(await idOf(email)).toBeTruthy()
})

test('an open session alone erases nothing: it takes the code that was mailed, in this browser and for this', async () => {
  const email = somebody()
  const [person, thief] = [await signedIn(email), await signedIn(email)]
  const asked = await person.post(page, { sure: 'yes' })
  expect((await person.get(asked.location!)).text).toContain(`Koden skickades till ${email}`)
  const { code } = await mailTo(email)
  expect((await thief.post(`${page}/code`, { code })).status).toBe(422)
  expect((await person.post(`${page}/code`, { code: otherThan(code) })).status).toBe(422)
  expect((await person.post(`${page}/code`, {})).status).toBe(422)
  expect(await idOf(email)).toBeTruthy()
  expect((await person.post(`${page}/code`, { code })).location).toBe('/sv/me/erasure/done')
})

test('the only owner of a team is told who takes over, and goes; of an empty company nothing is left', async () => {
  const team = await startTeam({ name: 'Övertagen AB' })
  const email = somebody('bertil')
  const bertil = await signedIn(email)
  await join(bertil, team.code, { name: 'Bertil Arvtagare' })
  expect((await team.owner.get(page)).text).toContain('stängs om 30 dagar')
  await db
    .update(memberships)
    .set({ role: 'manager' })
    .where(eq(memberships.learner, await idOf(email)))
  expect((await team.owner.get(page)).text).toContain('Bertil Arvtagare blir ägare')

  expect((await eraseAccount(team.owner)).location).toBe('/sv/me/erasure/done')
  expect((await bertil.get(team.path)).text).toContain('Övertagen AB')
  expect((await mailTo(email)).subject).toContain('ägare')

  expect((await eraseAccount(bertil)).location).toBe('/sv/me/erasure/done')
  expect(await tablesWith(db, ['Övertagen AB'])).toEqual([])
})

test('with nobody to take over, the company is to close, and its people are told', async () => {
  const team = await startTeam({ name: 'Ensamma AB' })
  const email = somebody('amira')
  const amira = await signedIn(email)
  await join(amira, team.code)
  expect((await eraseAccount(team.owner)).location).toBe('/sv/me/erasure/done')
  expect((await mailTo(email)).subject).toContain('Ensamma AB stängs')
  expect((await amira.get(`${team.path}/seen`)).status).toBe(200)
})

test('pressed twice, the second finds nobody signed in', async () => {
  const person = await signedIn()
  const again = new Browser()
  for (const [name, value] of person.jar) again.jar.set(name, value)
  expect((await eraseAccount(person)).location).toBe('/sv/me/erasure/done')
  expect((await again.post(page, { sure: 'yes' })).location).toContain('/sv/sign-in')
})
