import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { reissues, statusEntries } from '../../worker/db/schema/credentials.ts'
import { deleteKeptTooLong, keepAwards, keepReturnKeys } from '../../worker/badges/store.ts'
import { forgetReissues } from '../../worker/credentials/store.ts'
import { returnHashes, returnKeys, returnLinks } from '../../worker/credentials/return-badge.ts'
import { signAwards } from '../../worker/credentials/sign-awards.ts'
import { readSettings } from '../../worker/env.ts'
import { erasure } from '../../worker/reports/erasure.ts'
import { tablesWith } from '../support/cells.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const env = bindings()
const db = database(env)
const settings = readSettings(env)

/** Somebody with a named, signed badge, whose account then runs out: with the statements of the clock of absence. */
async function whoseTimeRanOut({ until = new Date('2038-01-01T00:00:00Z'), withdrawn = false } = {}) {
  const email = somebody('borta')
  const person = await signedIn(email)
  await earnBadge(person, db)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const [{ id: award }] = (await db.select({ id: awards.id }).from(awards).where(eq(awards.learner, user!.id))) as [
    { id: string },
  ]
  await person.post(`/sv/me/badges/${award}`, { name: 'yes', holder: 'Borta Bengtsson' })
  await signAwards({ db, settings, now: new Date() })
  if (withdrawn) await person.post(`/sv/me/badges/${award}/withdrawal`, {})
  const file = (await new Browser().get(`/badges/${award}.json`)).text
  const keys = returnKeys([{ id: award, returnKey: null }])
  await db.batch([
    forgetReissues(db, user!.id),
    keepAwards(db, user!.id, { until, hashes: await returnHashes(keys) }),
    ...erasure<never>(db, { learner: user!.id, now: new Date() }),
  ])
  return { learner: user!.id, email, award, file, link: linkOf(keys) }
}

function linkOf(keys: ReturnType<typeof returnKeys>): string {
  return new URL(/http\S+/.exec(returnLinks(settings, 'sv', keys, 'mail.absence.kept'))![0]).pathname
}

test('a published badge stays by itself: the same file, its page and its certificate, and nothing of the account', async () => {
  const { learner, email, award, file } = await whoseTimeRanOut()
  const anybody = new Browser()
  const page = await anybody.get(`/sv/badges/${award}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Borta Bengtsson')
  expect(page.text).not.toContain('Det här är ditt märke')
  expect((await anybody.get(`/badges/${award}.json`)).text).toBe(file)
  for (const path of [`/badges/${award}.jwt`, `/badges/${award}.svg`, `/sv/badges/${award}/certificate`])
    expect([path, (await anybody.get(path)).status]).toEqual([path, 200])

  expect(await tablesWith(db, [learner, email])).toEqual(['erasures'])
  const [kept] = await db.select().from(awards).where(eq(awards.id, award))
  expect(kept).toMatchObject({ learner: null, attempt: '', at: new Date(`${kept!.day}T00:00:00Z`) })
  expect(await db.$count(reissues, eq(reissues.award, award))).toBe(0)
})

test('what was taken back before does not stay', async () => {
  const { award } = await whoseTimeRanOut({ withdrawn: true })
  expect((await new Browser().get(`/sv/badges/${award}`)).status).toBe(404)
  expect(await db.$count(awards, eq(awards.id, award))).toBe(0)
})

test('its holder takes it back with the mailed link, and another link does nothing', async () => {
  const { award, link } = await whoseTimeRanOut()
  const holder = new Browser()
  const wrong = `${link.slice(0, -32)}${'0'.repeat(32)}`
  for (const answer of [await holder.get(wrong), await holder.post(wrong, {})]) expect(answer.status).toBe(404)
  const asked = await holder.get(link)
  expect([asked.status, asked.text.includes(`action="${link}"`)]).toEqual([200, true])
  expect((await holder.get(`/sv/badges/${award}`)).status).toBe(200)
  expect((await holder.get(`/sv/badges/${award}/returned`)).location).toBe(`/sv/badges/${award}`)

  const revoked = () => db.$count(statusEntries, eq(statusEntries.isRevoked, true))
  const before = await revoked()
  const done = await holder.post(link, {})
  expect([done.status, done.location]).toEqual([303, `/sv/badges/${award}/returned`])
  expect((await holder.get(done.location!)).text).toContain('Märket är tillbakataget')
  for (const path of [`/sv/badges/${award}`, `/badges/${award}.json`, link])
    expect([path, (await holder.get(path)).status]).toEqual([path, 404])
  expect(await revoked()).toBeGreaterThan(before)
})

test('while the account is there, the link only leads to where its person takes the badge back', async () => {
  const email = somebody('kvar')
  await earnBadge(await signedIn(email), db)
  const [held] = await db
    .select()
    .from(awards)
    .innerJoin(users, eq(users.id, awards.learner))
    .where(eq(users.email, email))
  const [award, holder] = [held!.awards.id, held!.users.id]
  const [first, second] = [returnKeys([held!.awards]), returnKeys([held!.awards])]
  expect((await new Browser().get(linkOf(first))).status, 'before it was mailed').toBe(404)
  await keepReturnKeys(db, holder, first)
  await keepReturnKeys(db, holder, second)
  expect((await new Browser().get(linkOf(second))).status, 'the one that was mailed first goes on').toBe(404)
  const link = linkOf(first)
  const elsewhen = { SECRET: `another secret for tests, ${crypto.randomUUID()}` }
  expect((await new Browser(bindings(elsewhen)).get(link)).location, 'no SECRET is in it').toContain(award)
  for (const answer of [await new Browser().get(link), await new Browser().post(link, {})])
    expect([answer.status, answer.location]).toEqual([303, `/sv/me/badges/${award}`])
  expect(await db.$count(awards, eq(awards.id, award))).toBe(1)
})

test('ten years later it goes, and its place in the status list says so', async () => {
  const until = new Date('2100-01-01T00:00:00Z')
  const { award } = await whoseTimeRanOut({ until })
  await deleteKeptTooLong(db, new Date(until.getTime() - 1))
  expect(await db.$count(awards, eq(awards.id, award))).toBe(1)
  await deleteKeptTooLong(db, until)
  expect(await db.$count(awards, eq(awards.id, award))).toBe(0)
  expect((await new Browser().get(`/badges/${award}.json`)).status).toBe(404)
})
