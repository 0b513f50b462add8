import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { addresses, sessions, users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { auditEntries, companies, memberships } from '../../worker/db/schema/companies.ts'
import { tablesWith } from '../support/cells.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { mailsTo, mailTo, otherThan } from '../support/mailed.ts'
import { askToMerge, confirmMerger, mergeWith, proveOther } from '../support/merge-accounts.ts'
import { cardOn, unreached } from '../support/papers.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, eraseAccount, removeAddress } from '../support/step-up.ts'
import { join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const page = '/sv/me/merger'

async function idOf(email: string): Promise<string> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (rows[0]) return rows[0].id
  const [further] = await db.select({ id: addresses.userId }).from(addresses).where(eq(addresses.email, email))
  return further!.id
}

/** Two accounts of one person, the older first. */
async function two() {
  const [older, newer] = [somebody('privat'), somebody('jobbet')]
  const first = await signedIn(older)
  const second = await signedIn(newer)
  await db
    .update(users)
    .set({ createdAt: sql`created_at - 86400000` })
    .where(eq(users.email, older))
  return { older, newer, first, second }
}

test('two accounts become the older one: everything of both is there, and either address signs in to it', async () => {
  const { older, newer, first, second } = await two()
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(second, lessonPath, 'link-is-not-proof', 'Ta med')
  await earnBadge(first, db)
  await earnBadge(second, db)
  const [stays, ends] = [await idOf(older), await idOf(newer)]

  expect((await proveOther(first, newer)).location).toBe(`${page}/preview`)
  const preview = await first.get(`${page}/preview`)
  expect(preview.text).toContain('Så här blir det')
  expect(preview.text).toContain(newer)
  expect(preview.text).toContain('Ett märke finns i båda')
  expect(preview.trips).toBeLessThanOrEqual(1)
  const done = await confirmMerger(first, await askToMerge(first))
  expect([done.status, done.location]).toEqual([303, `${page}/done`])
  expect((await first.get(done.location!)).text).toContain('Nu är det ett konto')

  expect(await idOf(newer)).toBe(stays)
  // What the last code was for goes with the code.
  expect(await tablesWith(db, [ends])).toEqual(['account_mergers', 'codes'])
  // Its cookies are forgotten with the first page that asks the database.
  await second.get('/sv/me')
  expect((await second.get('/sv/me')).location).toContain('/sv/sign-in')
  const own = await db.select().from(awards).where(eq(awards.learner, stays))
  expect(own.map(({ sameAs }) => sameAs === null)).toHaveLength(2)
  expect(own.filter(({ sameAs }) => sameAs === null)).toHaveLength(1)
  for (const { id } of own) expect((await new Browser().get(`/sv/badges/${id}`)).status).toBe(200)
  for (const { id } of own)
    expect((await first.get(`/sv/me/badges/${id}`)).text).toContain('Samma märke från ditt andra konto')
  const me = (await first.get('/sv/me')).text
  expect(me.split('Märket AI-granskare').length).toBeLessThanOrEqual(3)
  const lesson = (await first.get(lessonPath)).text
  expect(lesson).not.toContain('<form class="question" id="q-nuts-promise"')
  expect(lesson).not.toContain('<form class="question" id="q-link-is-not-proof"')
  for (const email of [older, newer]) expect((await mailTo(email)).subject).toBe('Dina två konton i Navet är ett')
  expect((await (await signedIn(newer)).get('/sv/me')).text).toContain(older)
})

test('who is signed in to the newer account is signed in to the older one afterwards', async () => {
  const { older, newer, second } = await two()
  const token = second.jar.get('navet.session_token')
  expect((await mergeWith(second, older)).location).toBe(`${page}/done`)
  expect(second.jar.get('navet.session_token')).not.toBe(token)
  expect((await second.get('/sv/me')).text).toContain(older)
  expect(await idOf(newer)).toBe(await idOf(older))
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, await idOf(older)))
  expect(rows).toHaveLength(2)
})

test('a company goes on seeing what it saw, and of the other account nothing before a tick', async () => {
  const { older, newer, first, second } = await two()
  const { owner, path, code } = await startTeam()
  await join(second, code, { name: 'Amira Haddad' })
  await earnBadge(first, db)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  expect(await idOf(newer)).toBe(await idOf(older))

  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
  expect((await first.get(`${path}/seen`)).text).toContain('value="granska-svaret"')
  await first.post(`${path}/shares`, { earlier: [course] })
  expect(rowOf(await owner.get(path), 'Amira')).toMatch(/\d{4}/)
  await first.post(`${path}/shares`, {})
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
})

test('a badge that a company saw stays to be seen, also where the other account had it first', async () => {
  const { newer, first, second } = await two()
  await earnBadge(first, db)
  const { owner, path, code } = await startTeam()
  await join(second, code, { name: 'Amira Haddad' })
  await earnBadge(second, db)
  const before = rowOf(await owner.get(path), 'Amira')
  expect(before).toMatch(/\d{4}/)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  expect(rowOf(await owner.get(path), 'Amira')).toBe(before)
  // What is done from now on is seen as ever.
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Pågår')
})

test('of two places in one company one is left, with the higher role, and the company keeps its owner', async () => {
  const { first, older } = await two()
  const { owner, path, code } = await startTeam()
  await join(first, code, { name: 'Amira Hemma' })
  const boss = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, path.split('/').at(-1)!))
  const ownerId = boss.find(({ role }) => role === 'owner')!.learner
  const [ownerRow] = await db.select().from(users).where(eq(users.id, ownerId))

  const proven = await proveOther(first, ownerRow!.email)
  expect(proven.location).toBe(`${page}/preview`)
  const preview = await first.get(`${page}/preview`)
  expect(preview.text).toContain('du är med två gånger. Det blir en plats, som ägare')
  expect((await confirmMerger(first, await askToMerge(first))).location).toBe(`${page}/done`)

  const left = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, path.split('/').at(-1)!))
  const there = left.filter(({ leftAt }) => leftAt === null)
  expect(there.map(({ role, learner }) => [role, learner])).toEqual([['owner', await idOf(older)]])
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.company, path.split('/').at(-1)!))
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['role-changed', 'member-left']))
  expect((await first.get(path)).status).toBe(200)
  expect((await owner.get(path)).status).not.toBe(200)
  const [company] = await db
    .select()
    .from(companies)
    .where(eq(companies.id, path.split('/').at(-1)!))
  expect([company!.closesAt, company!.closedAt]).toEqual([null, null])
})

test('the first form says what is wrong with an address, and keeps it', async () => {
  const { older, first } = await two()
  expect((await new Browser().get(page)).location).toContain('/sv/sign-in')
  const own = await first.post(page, { email: older })
  expect([own.status, own.text.includes('hör redan till kontot')]).toEqual([422, true])
  const odd = await first.post(page, { email: 'ingen adress' })
  expect([odd.status, odd.text.includes('value="ingen adress"')]).toEqual([422, true])
})

test('an address that no account has is said to have none, to who reads its mail and to nobody else', async () => {
  const { first, newer } = await two()
  const nobody = somebody('nobody')
  const [asked, known] = [await first.post(page, { email: nobody }), await first.post(page, { email: newer })]
  expect([asked.status, known.status]).toEqual([303, 303])
  const answer = await first.post(`${page}/code`, { email: nobody, code: (await mailTo(nobody)).code })
  expect([answer.status, answer.text.includes('Det finns inget konto med den adressen')]).toEqual([409, true])
})

test('what will be is shown to nobody who has not shown both accounts to be theirs', async () => {
  const { first, second, newer, older } = await two()
  await first.post(page, { email: newer })
  const { code } = await mailTo(newer)
  expect((await first.post(`${page}/code`, { email: newer, code: otherThan(code) })).status).toBe(422)
  expect((await second.post(`${page}/code`, { email: newer, code })).status).toBe(422)
  expect((await first.get(`${page}/preview`)).location).toBe(page)
  expect((await first.post(`${page}/preview`, { sure: 'yes' })).status).toBe(422)
  expect((await first.post(`${page}/confirmation`, { code })).status).toBe(422)

  await first.post(`${page}/code`, { email: newer, code })
  // The proof of one account is worth nothing in another one's session.
  const stranger = await signedIn()
  stranger.jar.set('navet.merger', first.jar.get('navet.merger')!)
  expect((await stranger.get(`${page}/preview`)).location).toBe(page)
  const tampered = await signedIn(older)
  tampered.jar.set('navet.merger', first.jar.get('navet.merger')!.replace(await idOf(newer), await idOf(older)))
  expect((await tampered.get(`${page}/preview`)).location).toBe(page)

  const unsure = await first.post(`${page}/preview`, {})
  expect([unsure.status, unsure.text.includes('Kryssa i rutan först')]).toEqual([422, true])
  const place = await askToMerge(first)
  expect((await first.get(place)).text).toContain('Du slår ihop två konton')
  const wrong = otherThan((await mailTo(older)).code)
  expect((await first.post(`${page}/confirmation`, { code: wrong })).status).toBe(422)
  expect(await idOf(newer)).not.toBe(await idOf(older))
})

test('nothing happens when the other account was erased, merged or lost the address in between', async () => {
  const gone = async (spoil: (second: Browser, newer: string) => Promise<unknown>) => {
    const { first, second, newer, older } = await two()
    await proveOther(first, newer)
    const place = await askToMerge(first)
    await spoil(second, newer)
    const before = await db.select().from(users).where(eq(users.email, older))
    const answer = await confirmMerger(first, place)
    expect([answer.status, answer.text.includes('Kontona är inte ihopslagna')]).toEqual([409, true])
    expect(await db.select().from(users).where(eq(users.email, older))).toEqual(before)
    expect((await first.get('/sv/me')).status).toBe(200)
  }
  await gone((second) => eraseAccount(second))
  await gone(async (second) => {
    const oldest = await signedIn(somebody('aldst'))
    const email = somebody('aldst')
    await addAddress(oldest, email)
    await db
      .update(users)
      .set({ createdAt: new Date(0) })
      .where(eq(users.id, await idOf(email)))
    expect((await mergeWith(second, email)).location).toBe(`${page}/done`)
  })
  await gone(async (second, newer) => {
    await addAddress(second, somebody('annan'))
    await removeAddress(second, newer)
  })
})

test('two who merge the same accounts at once, each from its own side, get one account between them', async () => {
  const { older, newer, first, second } = await two()
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(second, lessonPath, 'nuts-promise', 'Löftet')
  await proveOther(first, newer)
  await proveOther(second, older)
  const places = [await askToMerge(first), await askToMerge(second)]
  const done = await Promise.all([confirmMerger(first, places[0]!), confirmMerger(second, places[1]!)])
  // In one millisecond they are one merger, and both are told so.
  expect(done.filter(({ location }) => location === `${page}/done`).length).toBeGreaterThan(0)
  expect(await idOf(newer)).toBe(await idOf(older))
  for (const email of [older, newer])
    expect((await mailsTo(email)).filter(({ subject }) => subject === 'Dina två konton i Navet är ett')).toHaveLength(1)
})

test.each(['older', 'newer'])(
  'an account without an address, the %s one, becomes one with one that has: the address is the first',
  async (age) => {
    const email = somebody('jobbet')
    const other = await signedIn(email)
    const { browser, card } = await unreached(await startTeam())
    const [place] = await db.select().from(memberships).orderBy(desc(memberships.joinedAt)).limit(1)
    const none = place!.learner
    const move = age === 'older' ? -86_400_000 : 86_400_000
    await db
      .update(users)
      .set({ createdAt: sql`created_at + ${move}` })
      .where(eq(users.id, none))
    const stays = age === 'older' ? none : await idOf(email)

    await proveOther(browser, email)
    const preview = (await browser.get(`${page}/preview`)).text
    expect(preview).toContain('Kontot har ingen adress.')
    expect(preview).not.toContain('.invalid')
    const done = await browser.post(await askToMerge(browser), { card })
    expect(done.status).toBe(303)

    const rows = await db.select().from(users).where(eq(users.id, stays))
    expect(rows.map((row) => [row.email, row.emailVerified])).toEqual([[email, true]])
    expect(await db.select().from(addresses).where(eq(addresses.userId, stays))).toEqual([])
    expect(await tablesWith(db, [`${none}@no-address.invalid`])).toEqual([])
    expect((await browser.get('/sv/me')).text).toContain(email)
    const card2 = cardOn(await browser.get('/sv/me/recovery/card'))
    expect(card2).toHaveLength(19)
    expect((await mailTo(email)).subject).toBe('Dina två konton i Navet är ett')
    expect((await (await signedIn(email)).get('/sv/companies')).location).toContain(place!.company)
    expect((await other.get('/sv/me')).status).toBe(age === 'older' ? 303 : 200)
  },
)

test('an erased account takes those with it that became one with it, in the journal of a restore too', async () => {
  const { older, newer, first } = await two()
  const [stays, ends] = [await idOf(older), await idOf(newer)]
  await mergeWith(first, newer)
  const noted = async () =>
    (await db.all<{ account: string }>(sql`select account from erasures where account in (${stays}, ${ends})`)).map(
      ({ account }) => account,
    )
  expect(await noted()).toEqual([])
  expect((await eraseAccount(first)).location).toBe('/sv/me/erasure/done')
  expect((await noted()).toSorted()).toEqual([stays, ends].toSorted())
})
