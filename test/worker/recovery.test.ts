import { desc, eq, like, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { recoveryCodes, sessions, users } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { isSignedIn, mailsTo, mailTo } from '../support/mailed.ts'
import { cardOn, unreached } from '../support/papers.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, passStepUp } from '../support/step-up.ts'
import { startTeam } from '../support/teams.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const recovery = '/sv/me/recovery'

/** Makes a card with a code to the account's address, and says that it is kept. */
async function makeCard(browser: Browser, email: string): Promise<string> {
  await browser.post(recovery, {})
  const made = await browser.post(`${recovery}/confirmation`, { code: (await mailTo(email)).code })
  return keep(browser, await browser.get(made.location!))
}

async function keep(browser: Browser, page: Answer): Promise<string> {
  await browser.post(`${recovery}/card`, { made: /name="made" value="(\d+)"/.exec(page.text)![1]! })
  return cardOn(page)
}

async function signInWith(card: string, browser = new Browser()): Promise<{ browser: Browser; answer: Answer }> {
  await browser.get('/sv/sign-in/recovery')
  return { browser, answer: await browser.post('/sv/sign-in/recovery', { card }) }
}

test('a card is made with a code to an address, shown once, and every address is told', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  await browser.post(recovery, {})
  const wrong = await browser.post(`${recovery}/confirmation`, { code: '12' })
  expect(wrong.status).toBe(422)
  const card = await makeCard(browser, email)
  expect(card).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  const again = await browser.get(`${recovery}/card`)
  expect([again.status, again.location]).toEqual([303, recovery])
  expect((await mailsTo(email)).map(({ subject }) => subject)).toContain('Ditt konto i Navet har ett nytt reservkort')
  const rows = await db.select().from(recoveryCodes)
  expect(JSON.stringify(rows)).not.toContain(card.replaceAll('-', ''))
})

test('a card signs in once, and the next one is shown at once, to this browser alone', async () => {
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const { browser, answer } = await signInWith(card.toLowerCase().replaceAll('-', ' '))
  expect([answer.status, isSignedIn(browser)]).toEqual([303, true])
  const page = await browser.get(answer.location!)
  const next = cardOn(page)
  expect(next).not.toBe(card)
  expect(next).toHaveLength(19)
  expect((await mailTo(email)).subject).toBe('Ditt reservkort till Navet är använt')

  const second = await signInWith(card)
  expect([second.answer.status, isSignedIn(second.browser)]).toEqual([422, false])
  expect(second.answer.text).toContain(`value="${card}"`)

  const elsewhere = await signedIn(email)
  expect((await elsewhere.get(`${recovery}/card`)).location).toBe(recovery)
  expect(isSignedIn((await signInWith(next)).browser)).toBe(true)
})

test('a sign-in by card whose answer got lost is pressed again in the same browser, for an hour, until the next card is kept', async () => {
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const { browser, answer } = await signInWith(card)
  const next = cardOn(await browser.get(answer.location!))
  const told = (await mailsTo(email)).length
  browser.jar.delete('navet.session_token')
  browser.jar.delete('navet.session_data')

  expect((await signInWith(card)).answer.status, 'another browser').toBe(422)
  expect((await signInWith(card.replace(/.$/, card.endsWith('7') ? '8' : '7'), browser)).answer.status).toBe(422)
  const again = await signInWith(card, browser)
  expect([again.answer.status, isSignedIn(browser)]).toEqual([303, true])
  const page = await browser.get(again.answer.location!)
  expect(cardOn(page)).toBe(next)
  expect(await mailsTo(email)).toHaveLength(told)

  const account = sql`(select id from users where email = ${email})`
  const at = Date.now() - 3_700_000
  const [made] = await db
    .select()
    .from(recoveryCodes)
    .where(sql`user_id = ${account}`)
  await db.run(sql`update recovery_codes set created_at = ${at} where user_id = ${account}`)
  expect((await signInWith(card, browser)).answer.status, 'an hour later').toBe(422)
  await db.run(sql`update recovery_codes set created_at = ${made!.createdAt.getTime()} where user_id = ${account}`)

  await keep(browser, page)
  expect((await signInWith(card, browser)).answer.status, 'the next one is kept').toBe(422)
  expect((await signInWith(next)).answer.status).toBe(303)
})

test('twenty who use one card at once: one comes in', async () => {
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const all = await Promise.all(Array.from({ length: 20 }, () => signInWith(card)))
  expect(all.filter(({ browser }) => isSignedIn(browser))).toHaveLength(1)
})

test('a network that mistypes two hundred cards in an hour finds none any more, and others do', async () => {
  const env = bindings({ TRUSTED_PROXY: '1' })
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const from = { 'x-forwarded-for': `2001:db8:${crypto.randomUUID().slice(0, 4)}::1` }
  const guess = (typed: string) => new Browser(env).post('/sv/sign-in/recovery', { card: typed }, from)
  for (let i = 0; i < 20; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- ten at a time
    await Promise.all(Array.from({ length: 10 }, () => guess('0000-0000-0000-0000')))
  }
  const stopped = await guess(card)
  expect([stopped.status, stopped.text.includes('för många fel koder')]).toEqual([429, true])
  expect((await signInWith(card)).answer.status).toBe(303)
})

test('the card of an account that was erased opens nothing', async () => {
  const team = await startTeam()
  const { browser, card } = await unreached(team)
  const [place] = await db
    .select()
    .from(memberships)
    .where(like(memberships.name, 'Pelle%'))
    .orderBy(desc(memberships.joinedAt))
  const asked = await browser.post('/sv/me/erasure', { sure: 'yes' })
  const erased = await browser.post(asked.location!, { card })
  expect(erased.location).toBe('/sv/me/erasure/done')
  const { answer } = await signInWith(card)
  expect(answer.status).toBe(422)
  expect(await db.select().from(users).where(eq(users.id, place!.learner!))).toEqual([])
})

test('a card that was made under a former SECRET signs in, long after it was changed', async () => {
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const { SECRET } = bindings()
  const replaced = new Date(Date.now() - 400 * 86_400_000).toISOString()
  const env = bindings({
    SECRET: 'another secret for tests, long enough for anybody',
    SECRETS_BEFORE: JSON.stringify([{ secret: SECRET, replaced }]),
  })
  const { browser, answer } = await signInWith(card, new Browser(env))
  expect([answer.status, isSignedIn(browser)]).toEqual([303, true])
  expect(cardOn(await browser.get(answer.location!))).toHaveLength(19)
})

test('an account without an address does all that others do: it is signed out and in, takes an address, erases itself', async () => {
  const team = await startTeam()
  const { browser, card } = await unreached(team)
  for (const path of ['/sv/me', '/sv/me/privacy', '/sv/me/addresses', '/sv/me/recovery', '/en/me', '/sv/me/erasure']) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await browser.get(path)
    expect([path, page.status, page.text.includes('no-address')]).toEqual([path, 200, false])
  }
  await browser.post('/sv/sign-out', {})
  const back = await signInWith(card)
  expect(isSignedIn(back.browser)).toBe(true)
  const next = await keep(back.browser, await back.browser.get(back.answer.location!))

  const email = somebody()
  const asked = await back.browser.post('/sv/me/addresses', { email })
  expect(asked.location).toContain('/confirmation?do=add')
  const page = await back.browser.get(asked.location!)
  expect(page.text).not.toContain('name="code"')
  const vouched = await back.browser.post('/sv/me/addresses/confirmation', { do: 'add', email, card: next })
  expect(vouched.location).toContain('/sv/me/recovery/card?next=')
  await back.browser.post('/sv/me/addresses/code', { email, code: (await mailTo(email)).code })
  const [user] = await db.select().from(users).where(eq(users.email, email))
  expect(user).toBeDefined()
  expect((await back.browser.get('/sv/me/addresses')).text).toContain(email)
  expect(isSignedIn(await signedIn(email))).toBe(true)
  const [own] = await db.select().from(memberships).where(eq(memberships.learner, user!.id))
  expect(own!.name).toBe('Pelle Utanmejl')
})

test('before anybody said that the card is kept, a first way in is added without one', async () => {
  const team = await startTeam()
  const { browser } = await unreached(team)
  await db.update(recoveryCodes).set({ confirmedAt: null })
  const asked = await browser.post('/sv/me/addresses', { email: somebody() })
  expect(asked.location).toContain('/sv/me/addresses/code')
  const made = await browser.post(recovery, {})
  expect(made.location).toBe(`${recovery}/card`)
  const erasing = await browser.post('/sv/me/erasure/code', { code: '' })
  expect(erasing.status).toBe(422)
})

test('an owner without an address gives the company away with the card', async () => {
  const team = await startTeam()
  const { browser, card } = await unreached(team)
  const company = team.path.split('/').at(-1)!
  const rows = await db.select().from(memberships).where(eq(memberships.company, company))
  const pelle = rows.find(({ name }) => name === 'Pelle Utanmejl')!
  const anders = rows.find(({ name }) => name === 'Anders Öst')!
  await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.id, pelle.id))
  const asked = await browser.post(`${team.path}/members/${anders.id}`, { role: 'member' })
  expect(asked.location).toContain('/ownership?role=member')
  const done = await browser.post(`${team.path}/members/${anders.id}/ownership`, { role: 'member', card })
  expect(done.location).toContain('/sv/me/recovery/card?next=')
  const [now] = await db.select().from(memberships).where(eq(memberships.id, anders.id))
  expect(now!.role).toBe('member')
})

test('a card of somebody else vouches for nothing, and is not used up by that', async () => {
  const email = somebody()
  const card = await makeCard(await signedIn(email), email)
  const other = somebody()
  const browser = await signedIn(other)
  await browser.post('/sv/me/erasure', { sure: 'yes' })
  expect((await browser.post('/sv/me/erasure/code', { card })).status).toBe(422)
  expect(isSignedIn((await signInWith(card)).browser)).toBe(true)
})

test('an address that was removed with the card may be put back: no old address vouched for it', async () => {
  const email = somebody()
  const further = somebody()
  const browser = await signedIn(email)
  await addAddress(browser, further)
  await db
    .update(users)
    .set({ createdAt: new Date(Date.now() - 40 * 86_400_000) })
    .where(eq(users.email, email))
  const card = await makeCard(browser, email)
  await browser.post('/sv/me/addresses', { remove: further })
  const removed = await browser.post('/sv/me/addresses/confirmation', { do: 'remove', email: further, card })
  expect(removed.location).toContain('/recovery/card')
  expect((await mailTo(further)).link).toContain('/addresses/return/')
  expect((await passStepUp(browser, { remove: email })).status).toBe(409)
})

test('one way in only is said on the own page, until a second is there or was declined', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const offer = 'Du har bara en väg in'
  expect((await browser.get('/sv/me')).text).toContain(offer)
  await browser.post('/sv/me/ways/offer', {})
  expect((await browser.get('/sv/me')).text).not.toContain(offer)
  const other = await signedIn(email)
  expect((await other.get('/sv/me')).text).toContain(offer)
  await makeCard(other, email)
  expect((await other.get('/sv/me')).text).not.toContain(offer)
})

test('what stands for an address signs in to nothing, whatever is written', async () => {
  const team = await startTeam()
  const { browser } = await unreached(team)
  const [session] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.token, tokenOf(browser)))
  const internal = `${session!.userId}@no-address.invalid`
  for (const email of [internal, internal.toUpperCase(), `Pelle <${internal}>`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    const asked = await new Browser().post('/sv/sign-in', { email })
    expect(asked.status).toBe(422)
  }
  const owner = await signedIn()
  expect((await owner.post('/sv/me/addresses', { email: internal })).status).toBe(422)
})

function tokenOf(browser: Browser): string {
  return decodeURIComponent(browser.jar.get('navet.session_token')!).split('.')[0]!
}
