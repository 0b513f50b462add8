import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { addresses, sessions, users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { tablesWith } from '../support/cells.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { mailsTo, mailTo, otherThan } from '../support/mailed.ts'
import { askToMerge, confirmMerger, idOf, mergeWith, proveOther, two } from '../support/merge-accounts.ts'
import { cardOn, unreached } from '../support/papers.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, eraseAccount, removeAddress } from '../support/step-up.ts'
import { startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const page = '/sv/me/merger'

test('two accounts become the older one: everything of both is there, and either address signs in to it', async () => {
  const { older, newer, first, second } = await two(db)
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(second, lessonPath, 'link-is-not-proof', 'Ta med')
  await earnBadge(first, db)
  await earnBadge(second, db)
  const [stays, ends] = [await idOf(db, older), await idOf(db, newer)]

  expect((await proveOther(first, newer)).location).toBe(`${page}/preview`)
  const preview = await first.get(`${page}/preview`)
  expect(preview.text).toContain('Så här blir det')
  expect(preview.text).toContain(newer)
  expect(preview.text).toContain('Ett märke finns i båda')
  expect(preview.trips).toBeLessThanOrEqual(1)
  const done = await confirmMerger(first, await askToMerge(first))
  expect([done.status, done.location]).toEqual([303, `${page}/done`])
  expect((await first.get(done.location!)).text).toContain('Nu är det ett konto')

  expect(await idOf(db, newer)).toBe(stays)
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
  const { older, newer, second } = await two(db)
  const token = second.jar.get('navet.session_token')
  expect((await mergeWith(second, older)).location).toBe(`${page}/done`)
  expect(second.jar.get('navet.session_token')).not.toBe(token)
  expect((await second.get('/sv/me')).text).toContain(older)
  expect(await idOf(db, newer)).toBe(await idOf(db, older))
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, await idOf(db, older)))
  expect(rows).toHaveLength(2)
})

test('the first form says what is wrong with an address, and keeps it', async () => {
  const { older, first } = await two(db)
  expect((await new Browser().get(page)).location).toContain('/sv/sign-in')
  const own = await first.post(page, { email: older })
  expect([own.status, own.text.includes('hör redan till kontot')]).toEqual([422, true])
  const odd = await first.post(page, { email: 'ingen adress' })
  expect([odd.status, odd.text.includes('value="ingen adress"')]).toEqual([422, true])
})

test('an address that no account has is said to have none, to who reads its mail and to nobody else', async () => {
  const { first, newer } = await two(db)
  const nobody = somebody('nobody')
  const [asked, known] = [await first.post(page, { email: nobody }), await first.post(page, { email: newer })]
  expect([asked.status, known.status]).toEqual([303, 303])
  const answer = await first.post(`${page}/code`, { email: nobody, code: (await mailTo(nobody)).code })
  expect([answer.status, answer.text.includes('Det finns inget konto med den adressen')]).toEqual([409, true])
})

test('what will be is shown to nobody who has not shown both accounts to be theirs', async () => {
  const { first, second, newer, older } = await two(db)
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
  tampered.jar.set('navet.merger', first.jar.get('navet.merger')!.replace(await idOf(db, newer), await idOf(db, older)))
  expect((await tampered.get(`${page}/preview`)).location).toBe(page)

  const unsure = await first.post(`${page}/preview`, {})
  expect([unsure.status, unsure.text.includes('Kryssa i rutan först')]).toEqual([422, true])
  const place = await askToMerge(first)
  expect((await first.get(place)).text).toContain('Du slår ihop två konton')
  const wrong = otherThan((await mailTo(older)).code)
  expect((await first.post(`${page}/confirmation`, { code: wrong })).status).toBe(422)
  expect(await idOf(db, newer)).not.toBe(await idOf(db, older))
})

test('nothing happens when the other account was erased, merged or lost the address in between', async () => {
  const gone = async (spoil: (second: Browser, newer: string) => Promise<unknown>) => {
    const { first, second, newer, older } = await two(db)
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
      .where(eq(users.id, await idOf(db, email)))
    expect((await mergeWith(second, email)).location).toBe(`${page}/done`)
  })
  await gone(async (second, newer) => {
    await addAddress(second, somebody('annan'))
    await removeAddress(second, newer)
  })
})

test('two who merge the same accounts at once, each from its own side, get one account between them', async () => {
  const { older, newer, first, second } = await two(db)
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(second, lessonPath, 'nuts-promise', 'Löftet')
  await proveOther(first, newer)
  await proveOther(second, older)
  const places = [await askToMerge(first), await askToMerge(second)]
  const done = await Promise.all([confirmMerger(first, places[0]!), confirmMerger(second, places[1]!)])
  // In one millisecond they are one merger, and both are told so.
  expect(done.filter(({ location }) => location === `${page}/done`).length).toBeGreaterThan(0)
  expect(await idOf(db, newer)).toBe(await idOf(db, older))
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
    const stays = age === 'older' ? none : await idOf(db, email)

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
  const { older, newer, first } = await two(db)
  const [stays, ends] = [await idOf(db, older), await idOf(db, newer)]
  await mergeWith(first, newer)
  const noted = async () =>
    (await db.all<{ account: string }>(sql`select account from erasures where account in (${stays}, ${ends})`)).map(
      ({ account }) => account,
    )
  expect(await noted()).toEqual([])
  expect((await eraseAccount(first)).location).toBe('/sv/me/erasure/done')
  expect((await noted()).toSorted()).toEqual([stays, ends].toSorted())
})
