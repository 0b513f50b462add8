import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { tidyAccounts } from '../../worker/accounts/tidy-accounts.ts'
import { dayOf } from '../../formats/day.ts'
import { sessions, users } from '../../worker/db/schema/accounts.ts'
import { askForCode, mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const day = 86_400_000

describe('a session', () => {
  test('that is signed out is over, in the browser and in the database', async () => {
    const email = somebody()
    const browser = await signedIn(email)
    const cookies = new Map(browser.jar)
    const answer = await browser.post('/sv/sign-out', {})
    expect(answer.location).toBe('/sv')
    expect(answer.headers.get('clear-site-data')).toBe('"storage"')
    expect(browser.jar.size).toBe(0)

    const copied = new Browser()
    copied.jar.set('navet.session_token', cookies.get('navet.session_token')!)
    expect((await copied.get('/sv/me/name')).status).toBe(303)
  })

  test('is over on every device after signing out everywhere', async () => {
    const email = somebody()
    const phone = await signedIn(email)
    const office = await signedIn(email)
    await phone.post('/sv/me/sessions', {})

    const [learner] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    expect(await db.select().from(sessions).where(eq(sessions.userId, learner!.id))).toEqual([])
    const late = await office.post('/sv/me/name', { name: 'Amira' })
    expect(late.status).toBe(303)
    expect(late.location).toContain('/sv/sign-in')
  })

  test('is looked up with one question when the cookie cache has run out, and the cache is renewed', async () => {
    const email = somebody()
    const { jar } = await signedIn(email)
    const browser = new Browser()
    browser.jar.set('navet.session_token', jar.get('navet.session_token')!)

    const renewed = await browser.get('/sv/me/name')
    expect([renewed.status, renewed.trips]).toEqual([200, 1])
    expect(browser.jar.has('navet.session_data')).toBe(true)
    const cached = await browser.get('/sv/me/name')
    expect([cached.status, cached.trips]).toEqual([200, 0])
  })

  test('that is used goes on for thirty days more, and the page does not wait for that', async () => {
    const email = somebody()
    const { jar } = await signedIn(email)
    const days = 24 * 60 * 60 * 1000
    const [learner] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    const own = eq(sessions.userId, learner!.id)
    await db
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() + 20 * days), updatedAt: new Date(Date.now() - 10 * days) })
      .where(own)
    const browser = new Browser()
    browser.jar.set('navet.session_token', jar.get('navet.session_token')!)

    const page = await browser.get('/sv/courses/granska-svaret/three-questions')
    expect(page.text).toContain('data-signed-in="yes"')
    expect(page.trips).toBe(3) // two before the answer: the session, the page
    expect(page.headers.getSetCookie().find((cookie) => cookie.includes('session_token'))).toContain('Max-Age=2592000')
    expect(browser.jar.get('navet.session_token')).toBe(jar.get('navet.session_token'))
    const [prolonged] = await db.select().from(sessions).where(own)
    expect(prolonged!.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29.9 * days)
    expect((await browser.get('/sv/me/name')).trips).toBe(0)
  })

  test('of one account is not shown another account from an older cache cookie', async () => {
    const [amira, anders] = [somebody(), somebody()]
    const first = await signedIn(amira)
    const second = await signedIn(anders)
    second.jar.set('navet.session_data', first.jar.get('navet.session_data')!)
    const page = await second.get('/sv/me/addresses')
    expect(page.text).toContain(anders)
    expect(page.text).not.toContain(amira)
  })

  test('ends when somebody else signs in with the same browser', async () => {
    const [amira, anders] = [somebody(), somebody('anders')]
    const browser = await signedIn(amira)
    const cookies = new Map(browser.jar)
    const code = await askForCode(browser, anders)
    await browser.post('/sv/sign-in/code', { email: anders, code })
    expect((await browser.get('/sv/me/addresses')).text).toContain(anders)

    const copied = new Browser()
    copied.jar.set('navet.session_token', cookies.get('navet.session_token')!)
    expect((await copied.get('/sv/me/name')).status).toBe(303)
  })

  test('can be ended when the database cannot be reached: the browser forgets it', async () => {
    const { jar } = await signedIn()
    const down = { fetch: () => Promise.resolve(new Response('no', { status: 500 })) }
    const browser = new Browser(bindings({ DATABASE: down }))
    for (const [name, value] of jar) browser.jar.set(name, value)
    expect((await browser.post('/sv/sign-out', {})).status).toBe(503)
    expect(browser.jar.size).toBe(0)
  })

  test('keeps the kind of device in two words, and neither its address nor more of what it says about itself', async () => {
    const email = somebody()
    const browser = new Browser()
    const phone =
      'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/131.0.6778.39 Mobile Safari/537.36'
    const headers = { 'user-agent': phone, 'x-forwarded-for': '192.0.2.7' }
    await browser.post('/sv/sign-in', { email }, headers)
    await browser.post('/sv/sign-in/code', { email, code: (await mailTo(email)).code }, headers)
    const [session] = await sessionsOf(email)
    expect([session!.userAgent, session!.ipAddress]).toEqual(['android chrome', ''])
  })

  test('ends on its ninetieth day, however often it was used, and is not revived', async () => {
    const email = somebody()
    const browser = await signedIn(email)
    const [session] = await sessionsOf(email)
    const created = (ago: number) =>
      db
        .update(sessions)
        .set({ createdAt: new Date(Date.now() - ago), updatedAt: new Date(Date.now() - 2 * day) })
        .where(eq(sessions.id, session!.id))
    const token = browser.jar.get('navet.session_token')!
    const visit = async () => {
      const again = new Browser()
      again.jar.set('navet.session_token', token)
      const answer = await again.get('/sv/me/name')
      return { status: answer.status, cookies: answer.headers.getSetCookie().join('\n') }
    }
    await created(89 * day)
    const late = await visit()
    expect(late.status).toBe(200)
    expect(Number(/session_token=[^;]+; Max-Age=(\d+)/.exec(late.cookies)![1])).toBeLessThanOrEqual(86_400)
    const [prolonged] = await sessionsOf(email)
    expect(prolonged!.expiresAt.getTime()).toBe(prolonged!.createdAt.getTime() + 90 * day)

    await created(400 * day)
    await db
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() + 20 * day) })
      .where(eq(sessions.id, session!.id))
    const over = await visit()
    expect(over.status).toBe(303)
    expect(over.cookies).toMatch(/session_token=; Max-Age=0/)
    const [kept] = await sessionsOf(email)
    expect(kept!.expiresAt.getTime()).toBeLessThan(Date.now() + 21 * day)
    await db.batch(tidyAccounts(db, new Date()))
    expect(await sessionsOf(email)).toEqual([])
  })

  test('of ninety days is not read from the cookie cache either', async () => {
    const email = somebody()
    const { jar } = await signedIn(email)
    await db
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 90 * day) })
      .where(eq(sessions.token, jar.get('navet.session_token')!.split('.')[0]!))
    const browser = new Browser()
    browser.jar.set('navet.session_token', jar.get('navet.session_token')!)
    expect((await browser.get('/sv/me/name')).status).toBe(303)
  })

  test('is listed on /me with its device and the day it was last used, and can be ended there', async () => {
    const email = somebody()
    const office = await signedIn(email)
    const phone = new Browser()
    const iphone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1' }
    const code = await askForCode(phone, email)
    await phone.post('/sv/sign-in/code', { email, code }, iphone)
    const [session] = (await sessionsOf(email)).filter(({ userAgent }) => userAgent === 'iphone safari')
    await db
      .update(sessions)
      .set({ updatedAt: new Date('2026-03-02T23:30:00Z') })
      .where(eq(sessions.id, session!.id))

    const me = await office.get('/sv/me')
    expect(me.text).toContain('iPhone, webbläsaren Safari</strong> Senast 3 mars 2026')
    expect(me.text).toContain('Den här enheten')
    const ended = await office.post('/sv/me/sessions', { end: session!.id })
    expect(ended.location).toBe('/sv/me#sessions')
    expect((await phone.post('/sv/me/name', { name: 'Amira' })).location).toContain('/sv/sign-in')
    expect((await office.get('/sv/me')).text).not.toContain('iPhone')
  })

  test('is not ended by somebody else who knows its id', async () => {
    const email = somebody()
    await signedIn(email)
    const [session] = await sessionsOf(email)
    await (await signedIn()).post('/sv/me/sessions', { end: session!.id })
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  test('stays when all others are ended', async () => {
    const email = somebody()
    const here = await signedIn(email)
    await signedIn(email)
    await signedIn(email)
    await here.post('/sv/me/sessions', { end: 'others' })
    expect(await sessionsOf(email)).toHaveLength(1)
    expect((await here.post('/sv/me/name', { name: 'Amira' })).location).toBe('/sv/me')
  })

  test('that is used every day is written down as used that day', async () => {
    const email = somebody()
    const { jar } = await signedIn(email)
    const yesterday = new Date(Date.now() - day)
    await db
      .update(sessions)
      .set({ updatedAt: yesterday, expiresAt: new Date(Date.now() + 30 * day - 60_000) })
      .where(eq(sessions.token, jar.get('navet.session_token')!.split('.')[0]!))
    const browser = new Browser()
    browser.jar.set('navet.session_token', jar.get('navet.session_token')!)
    await browser.get('/sv/me/name')
    const [session] = await sessionsOf(email)
    expect(dayOf(session!.updatedAt)).toBe(dayOf(new Date()))
  })
})

async function sessionsOf(email: string) {
  const rows = await db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.email, email)))
  return rows.map(({ session }) => session)
}
