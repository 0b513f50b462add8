import { createHash } from 'node:crypto'

import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { codes, users } from '../../worker/db/schema/accounts.ts'
import { askForCode, clockOf, isSignedIn, mailTo, minutesPass, otherThan } from '../support/mailed.ts'
import { signedIn as signedInAs, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

describe('signing in', () => {
  test('a learner signs in with the mailed code and goes on to where they were', async () => {
    const browser = new Browser()
    const email = somebody()
    const asked = await browser.post('/sv/sign-in', {
      email: ` ${email.toUpperCase()} `,
      next: '/sv/courses/granska-svaret',
    })
    expect([asked.status, asked.trips]).toEqual([303, 1])
    const page = await browser.get(asked.location!)
    expect(page.text).toContain(email)

    const { code } = await mailTo(email)
    const done = await browser.post('/sv/sign-in/code', { email, code, next: '/sv/courses/granska-svaret' })

    expect([done.status, done.trips]).toEqual([303, 2])
    expect(done.location).toBe('/sv/courses/granska-svaret')
    const me = await browser.get('/sv/me/addresses')
    expect(me.status).toBe(200)
    expect(me.text).toContain(email)
  })

  test('the first time makes the account, the second finds it again', async () => {
    const email = somebody()
    await signedInAs(email)
    await signedInAs(email)
    expect(await db.select().from(users).where(eq(users.email, email))).toHaveLength(1)
  })

  test('two who sign in for the first time at the same moment share one account', async () => {
    const email = somebody()
    const browsers = [new Browser(), new Browser(), new Browser()]
    const mailed: string[] = []
    for (const browser of browsers) mailed.push(await askForCode(browser, email))
    await Promise.all(browsers.map((browser, i) => browser.post('/sv/sign-in/code', { email, code: mailed[i]! })))
    expect(browsers.map(isSignedIn)).toEqual([true, true, true])
    expect(await db.select().from(users).where(eq(users.email, email))).toHaveLength(1)
  })

  test('the mail is in the language of the page, and begins with the code', async () => {
    const email = somebody()
    await new Browser().post('/en/sign-in', { email })
    const { body, link, code } = await mailTo(email)
    expect(body.split('\n')[0]).toBe(`${code} is your code for Navet.`)
    expect(link).toMatch(/^\/en\/sign-in\/link\/[0-9a-f]{32}$/)
  })

  test('a link to another site is not followed after sign-in', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    const done = await browser.post('/sv/sign-in/code', { email, code, next: '//evil.example' })
    expect(done.location).toBe('/sv/me')
  })

  test('an address with a plus and an apostrophe comes back as it was, and breaks no page', async () => {
    const email = `o'neill+ai-${crypto.randomUUID().slice(0, 8)}@firma.example`
    const asked = await new Browser().post('/sv/sign-in', { email })
    expect(new URL(asked.location!, 'http://x').searchParams.get('email')).toBe(email)
    const wrong = await new Browser().post('/sv/sign-in', { email: '"><script>alert(1)</script>' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).not.toContain('<script>alert')
    expect(wrong.text).toContain('&quot;&gt;&lt;script&gt;')
  })
})

describe('a code', () => {
  test('that is wrong is named, kept in the field, and the tries left are told in words', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    const answer = await browser.post('/sv/sign-in/code', { email, code: otherThan(code) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Du har fyra försök kvar')
    expect(answer.text).toContain(`value="${otherThan(code)}"`)
    expect(answer.text).toContain('aria-invalid="true"')
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test.each([' ab cd ef ', 'ab-cd-ef', 'abc\u00A0def', 'abc\u202Fdef', 'abc\u2011def', 'abc.def', '\u200Babcdef'])(
    'that is pasted as %j is read for its digits',
    async (form) => {
      const browser = new Browser()
      const email = somebody()
      const code = await askForCode(browser, email)
      const pasted = form.replaceAll(/[a-f]/g, (place) => code['abcdef'.indexOf(place)]!)
      const answer = await browser.post('/sv/sign-in/code', { email, code: pasted })
      expect(answer.status).toBe(303)
    },
  )

  test('that is not six digits costs no try', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    for (let i = 0; i < 6; i += 1)
      expect((await browser.post('/sv/sign-in/code', { email, code: '12345' })).status).toBe(422)
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test('holds only in the browser that asked for it', async () => {
    const [office, stranger] = [new Browser(), new Browser()]
    const email = somebody()
    const code = await askForCode(office, email)
    const elsewhere = await stranger.post('/sv/sign-in/code', { email, code })
    expect([elsewhere.status, isSignedIn(stranger)]).toEqual([422, false])
    expect(elsewhere.text).toContain('Ingen kod gäller i den här webbläsaren')

    await askForCode(stranger, somebody())
    expect((await stranger.post('/sv/sign-in/code', { email, code })).status).toBe(422)
    expect((await office.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test('holds for five tries, then not even the right one helps', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    for (let i = 1; i <= 5; i += 1) await browser.post('/sv/sign-in/code', { email, code: otherThan(code, i) })
    const answer = await browser.post('/sv/sign-in/code', { email, code })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('En kod får fem försök')
    expect(isSignedIn(browser)).toBe(false)
  })

  test('gets five guesses between them when a thousand guess at once, in its own browser', async () => {
    const email = somebody()
    const browser = new Browser()
    const code = await askForCode(browser, email)
    const waiting = Array.from({ length: 1000 }, (_, i) => otherThan(code, i + 1))
    const statuses: number[] = []
    let unanswered = 0
    // Who is told that there are too many at once guesses again, as long as it takes.
    while (waiting.length > 0) {
      const guesses = waiting.splice(0)
      const answers = await Promise.all(
        guesses.map((guess) => browser.post('/sv/sign-in/code', { email, code: guess })),
      )
      for (const [i, { status }] of answers.entries())
        if (status === 503) {
          waiting.push(guesses[i]!)
          unanswered += 1
        } else statuses.push(status)
    }
    // One that was counted and whose answer was lost is not told again that it was wrong.
    const wrong = statuses.filter((status) => status === 422).length
    expect(wrong).toBeLessThanOrEqual(4)
    expect(wrong).toBeGreaterThanOrEqual(Math.max(0, 4 - unanswered))
    expect(statuses.filter((status) => status === 429)).toHaveLength(1000 - wrong)
    const [row] = await db.select().from(codes).where(eq(codes.email, email))
    expect(row!.tries).toBe(5)
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(429)
  }, 180_000)

  test('is not touched by a stranger who guesses in browsers of their own, and after twenty guesses the link still is not', async () => {
    const email = somebody()
    const owner = new Browser()
    const code = await askForCode(owner, email)
    const { link } = await mailTo(email)
    for (let i = 0; i < 4; i += 1) {
      const stranger = new Browser()
      const mailed = await askForCode(stranger, email)
      for (let n = 1; n <= 5; n += 1) await stranger.post('/sv/sign-in/code', { email, code: otherThan(mailed, n) })
      if (i === 0) {
        const own = await owner.post('/sv/sign-in/code', { email, code: otherThan(code) })
        expect(own.text).toContain('Du har fyra försök kvar')
      }
    }
    const guess = await owner.post('/sv/sign-in/code', { email, code })
    expect([guess.status, isSignedIn(owner)]).toEqual([429, false])
    expect(guess.text).toContain('tryck på länken')
    expect((await owner.post(link, {})).status).toBe(303)
    expect(isSignedIn(owner)).toBe(true)
  })

  test('is guessed at twenty times an hour for one address, over all browsers and at any moment', async () => {
    const email = somebody()
    const browsers = Array.from({ length: 8 }, () => new Browser())
    const mailed: string[] = []
    for (const browser of browsers) mailed.push(await askForCode(browser, email))
    const answers = await Promise.all(
      browsers.flatMap((browser, i) =>
        Array.from({ length: 5 }, (_, n) =>
          browser.post('/sv/sign-in/code', { email, code: otherThan(mailed[i]!, n + 1) }),
        ),
      ),
    )
    expect(answers.every(({ status }) => status === 422 || status === 429)).toBe(true)
    const rows = await db.select().from(codes).where(eq(codes.email, email))
    expect(rows.reduce((sum, { tries }) => sum + tries, 0)).toBe(20)
    await minutesPass(email, 61)
    const later = new Browser()
    expect((await later.post('/sv/sign-in/code', { email, code: await askForCode(later, email) })).status).toBe(303)
  })

  test('signs in once only', async () => {
    const email = somebody()
    const browser = new Browser()
    const code = await askForCode(browser, email)
    await browser.post('/sv/sign-in/code', { email, code })
    const thief = new Browser()
    thief.jar.set('navet.browser', browser.jar.get('navet.browser')!)
    const answer = await thief.post('/sv/sign-in/code', { email, code })
    expect([answer.status, isSignedIn(thief)]).toEqual([422, false])
    expect(answer.text).toContain('Den koden är redan använd')
  })

  test('pressed twice, or again with the back button, is no error for who is signed in', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    await browser.post('/sv/sign-in/code', { email, code, next: '/sv/join/AB' })
    const again = await browser.post('/sv/sign-in/code', { email, code, next: '/sv/join/AB' })
    expect(again.status).toBe(303)
    expect(again.location).toBe('/sv/join/AB')
    const back = await browser.get(`/sv/sign-in/code?email=${email}`)
    expect(back.text).toContain('Du är redan inloggad')
  })

  test('that is wrong is wrong also in a browser whose session was ended elsewhere, as is a link that is spent', async () => {
    const email = somebody()
    const [here, elsewhere] = [await signedInAs(email), await signedInAs(email)]
    await elsewhere.post('/sv/me/sessions', { end: 'others' })
    const code = await askForCode(here, email)
    expect((await here.post('/sv/sign-in/code', { email, code: otherThan(code) })).status).toBe(422)
    expect((await here.post(`/sv/sign-in/link/${'0'.repeat(32)}`, {})).status).toBe(410)
    expect((await here.post('/sv/sign-in/code', { email, code })).status).toBe(303)
    expect((await here.get('/sv/me')).status).toBe(200)
  })

  test('that was replaced is told apart from a wrong one, costs no try, and the newer one is named by its time', async () => {
    const browser = new Browser()
    const email = somebody()
    const older = await askForCode(browser, email)
    await minutesPass(email, 3)
    const newer = await askForCode(browser, email)
    const [row] = await db.select().from(codes).where(eq(codes.email, email)).orderBy(codes.sentAt).limit(1).offset(1)
    for (let i = 0; i < 6; i += 1) {
      const answer = await browser.post('/sv/sign-in/code', { email, code: older })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Det finns en nyare kod')
      expect(answer.text).toContain(`Skriv den från ${clockOf(row!.sentAt)}`)
    }
    expect((await browser.post('/sv/sign-in/code', { email, code: otherThan(newer) })).text).toContain('fyra försök')
    expect((await browser.post('/sv/sign-in/code', { email, code: newer })).status).toBe(303)
  })

  test('holds for fifteen minutes, and the page says so', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    await minutesPass(email, 15)
    const answer = await browser.post('/sv/sign-in/code', { email, code })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Koden har gått ut')
    expect((await browser.get(`/sv/sign-in/code?email=${email}`)).text).toContain('Koden har gått ut')
  })

  test('and its link are not in the database in a form that a search undoes, nor is the browser or its network', async () => {
    const email = somebody()
    const browser = new Browser(bindings({ ON_CLOUDFLARE: '1' }))
    await browser.post('/sv/sign-in', { email }, { 'cf-connecting-ip': '192.0.2.77' })
    const { code, link } = await mailTo(email)
    const row = JSON.stringify(await db.select().from(codes).where(eq(codes.email, email)))
    for (const secret of [code, link.slice(-32), browser.jar.get('navet.browser')!, '192.0.2.77']) {
      expect(row.replaceAll(/\d{4}-\d\d-\d\dT[^"]+/g, '')).not.toContain(secret)
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(row).not.toContain(createHash('sha256').update(secret).digest(form).slice(0, 20))
    }
  })
})
