import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { sessions, users } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

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
      .set({ expiresAt: new Date(Date.now() + 20 * days) })
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
    await browser.post('/sv/sign-in', { email: anders })
    const [mail] = await db.select().from(mails).where(eq(mails.recipient, anders))
    const link = /http\S+/.exec(mail!.body)![0]
    expect((await browser.get(link)).text).toContain(`Här är ${amira} inloggad`)
    await browser.post('/sv/sign-in/code', { email: anders, code: /\d{6}/.exec(mail!.body)![0] })
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

  test('keeps neither the address of the network nor the kind of browser', async () => {
    const email = somebody()
    const browser = new Browser()
    const headers = { 'user-agent': 'Phone/1', 'x-forwarded-for': '192.0.2.7' }
    await browser.post('/sv/sign-in', { email }, headers)
    const [mail] = await db.select().from(mails).where(eq(mails.recipient, email))
    await browser.post('/sv/sign-in/code', { email, code: /\d{6}/.exec(mail!.body)![0] }, headers)
    const [session] = await db
      .select({ userAgent: sessions.userAgent, ipAddress: sessions.ipAddress })
      .from(sessions)
      .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.email, email)))
    expect(session).toEqual({ userAgent: '', ipAddress: '' })
  })
})
