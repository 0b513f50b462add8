import { createHash } from 'node:crypto'

import { desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { codeGuesses, limits, users, verifications } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { signedIn as signedInAs, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
async function mailTo(email: string): Promise<{ code: string; link: string; body: string }> {
  const [mail] = await db.select().from(mails).where(eq(mails.recipient, email)).orderBy(desc(mails.createdAt)).limit(1)
  const body = mail?.body ?? ''
  return { body, code: /\d{6}/.exec(body)?.[0] ?? '', link: /http\S+/.exec(body)?.[0] ?? '' }
}

async function askForCode(browser: Browser, email: string): Promise<string> {
  await browser.post('/sv/sign-in', { email })
  return (await mailTo(email)).code
}

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

/** Without the address and the times in it. */
function faceless(text: string, email: string): string {
  return text
    .replaceAll(email, 'SOMEBODY')
    .replaceAll(encodeURIComponent(email), 'SOMEBODY')
    .replaceAll(/\d{13}|\d\d[:.]\d\d/g, 'THEN')
}

function otherThan(code: string): string {
  return code === '000000' ? '111111' : '000000'
}

/** The count of all the hour's codes is shared by every test of every file. */
beforeEach(async () => {
  await db.delete(limits).where(eq(limits.subject, 'code asked from everywhere'))
})

describe('signing in', () => {
  test('a learner signs in with the mailed code and goes on to where they were', async () => {
    const browser = new Browser()
    const email = somebody()
    const asked = await browser.post('/sv/sign-in', {
      email: ` ${email.toUpperCase()} `,
      next: '/sv/courses/granska-svaret',
    })
    expect(asked.status).toBe(303)
    const page = await browser.get(asked.location!)
    expect(page.text).toContain(email)

    const { code } = await mailTo(email)
    const done = await browser.post('/sv/sign-in/code', { email, code, next: '/sv/courses/granska-svaret' })

    expect(done.status).toBe(303)
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

  test('the mail is in the language of the page', async () => {
    const email = somebody()
    await new Browser().post('/en/sign-in', { email })
    const { body, link } = await mailTo(email)
    expect(body).toContain('is your code for Navet')
    expect(new URL(link).pathname).toBe('/en/sign-in/code')
  })

  test('opening the mailed link names the account, fills in the code and uses nothing up', async () => {
    const email = somebody()
    const { link, code } = await askForCode(new Browser(), email).then(() => mailTo(email))
    for (let i = 0; i < 20; i += 1) {
      const scanner = new Browser()
      const opened = await scanner.get(link)
      expect(opened.text).toContain(email)
      expect(opened.text).toContain(`value="${code}"`)
      expect(scanner.jar.size).toBe(0)
    }
    const phone = new Browser()
    expect((await phone.post('/sv/sign-in/code', { email, code })).status).toBe(303)
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

  test('that is not six digits costs no try', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    for (let i = 0; i < 6; i += 1)
      expect((await browser.post('/sv/sign-in/code', { email, code: '12345' })).status).toBe(422)
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test('holds for five tries, then not even the right one helps', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    for (let i = 0; i < 5; i += 1) await browser.post('/sv/sign-in/code', { email, code: otherThan(code) })
    const answer = await browser.post('/sv/sign-in/code', { email, code })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('En kod får fem försök')
    expect(browser.jar.size).toBe(0)
  })

  test('reaches comparison at most five times when a thousand guess at once', async () => {
    const email = somebody()
    const code = await askForCode(new Browser(), email)
    const guesses = Array.from({ length: 1000 }, (_, i) => String(i).padStart(6, '9')).filter((guess) => guess !== code)
    const answers = await Promise.all(
      guesses.map((guess) => new Browser().post('/sv/sign-in/code', { email, code: guess })),
    )
    const statuses = new Set(answers.map(({ status }) => status))
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
    expect([...statuses].sort()).toEqual(statuses.has(422) ? [422, 429] : [429])
    const [kept] = await db
      .select()
      .from(codeGuesses)
      .where(eq(codeGuesses.identifier, `sign-in-otp-${email}`))
    expect(kept?.tries).toBe(5)
    expect((await new Browser().post('/sv/sign-in/code', { email, code })).status).toBe(429)
  })

  test('signs in once only', async () => {
    const email = somebody()
    const code = await askForCode(new Browser(), email)
    await new Browser().post('/sv/sign-in/code', { email, code })
    const thief = new Browser()
    const answer = await thief.post('/sv/sign-in/code', { email, code })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Den koden gäller inte längre')
    expect(thief.jar.size).toBe(0)
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

  test('is replaced by a newer one', async () => {
    const browser = new Browser()
    const email = somebody()
    const older = await askForCode(browser, email)
    const newer = await askForCode(browser, email)
    const kept = await db
      .select()
      .from(verifications)
      .where(eq(verifications.identifier, `sign-in-otp-${email}`))
    expect(kept).toHaveLength(1)
    if (older !== newer) expect((await browser.post('/sv/sign-in/code', { email, code: older })).status).toBe(422)
    expect((await browser.post('/sv/sign-in/code', { email, code: newer })).status).toBe(303)
  })

  test('holds for fifteen minutes', async () => {
    const browser = new Browser()
    const email = somebody()
    const code = await askForCode(browser, email)
    await db
      .update(codeGuesses)
      .set({ sentAt: new Date(Date.now() - 15 * 60_000 - 1) })
      .where(eq(codeGuesses.identifier, `sign-in-otp-${email}`))
    const answer = await browser.post('/sv/sign-in/code', { email, code })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Koden har gått ut')
  })

  test('is not kept in the database in a form that a search of a million codes undoes', async () => {
    const email = somebody()
    const code = await askForCode(new Browser(), email)
    const [row] = await db
      .select()
      .from(verifications)
      .where(eq(verifications.identifier, `sign-in-otp-${email}`))
    expect(row!.value).not.toContain(code)
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      expect(row!.value).not.toContain(createHash('sha256').update(code).digest(form))
    }
  })
})

describe('asking for codes', () => {
  test('is answered the same whether or not there is an account', async () => {
    const known = somebody()
    await signedInAs(known)
    const unknown = somebody()
    const answers = await Promise.all([known, unknown].map((email) => new Browser().post('/sv/sign-in', { email })))
    const shown = await Promise.all(answers.map(({ location }) => new Browser().get(location!)))
    const shapes = answers.map(({ status, location }, i) => {
      const email = [known, unknown][i]!
      return { status, location: faceless(location!, email), main: faceless(mainOf(shown[i]!.text), email) }
    })
    expect(shapes[0]).toEqual(shapes[1])
    expect(shapes[0]!.main).toContain('Koden är skickad till SOMEBODY')
  })

  test('works five times an hour for one address; the sixth is told to wait, and other addresses are not', async () => {
    const email = somebody()
    for (let i = 0; i < 5; i += 1) expect((await new Browser().post('/sv/sign-in', { email })).status).toBe(303)
    const sixth = await new Browser().post('/sv/sign-in', { email })
    expect(sixth.status).toBe(429)
    expect(sixth.text).toContain('för många koder')
    expect(sixth.text).toContain(email)
    expect((await new Browser().post('/sv/sign-in', { email: somebody() })).status).toBe(303)
  })

  test('is limited to five even when twenty ask at the same moment', async () => {
    const email = somebody()
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Browser().post('/sv/sign-in', { email })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
  })

  test('is limited to 60 an hour per client behind Cloudflare, by its own header', async () => {
    const env = bindings({ ON_CLOUDFLARE: '1' })
    const network = `2001:db8::${crypto.randomUUID().slice(0, 4)}`
    const ask = (ip: string) => new Browser(env).post('/sv/sign-in', { email: somebody() }, { 'cf-connecting-ip': ip })
    for (let i = 0; i < 60; i += 1) expect((await ask(`${network}:1`)).status).toBe(303)
    expect((await ask(`${network}:1`)).status).toBe(429)
    expect((await ask(`${network}:2`)).status).toBe(303)
  })

  test('says so when the mail could not be put into the outbox, and keeps the address', async () => {
    const email = somebody()
    const browser = new Browser(
      bindings({ DATABASE: databaseThat((body) => body.includes('insert into \\"mails\\"')) }),
    )
    const answer = await browser.post('/sv/sign-in', { email })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Koden kunde inte skickas just nu')
    expect(answer.text).toContain(email)
  })

  test('says the same when the database cannot be reached at all', async () => {
    const browser = new Browser(bindings({ DATABASE: databaseThat(() => true) }))
    expect((await browser.post('/sv/sign-in', { email: somebody() })).status).toBe(503)
    const code = await browser.post('/sv/sign-in/code', { email: somebody(), code: '123456' })
    expect(code.status).toBe(503)
    expect(code.text).toContain('value="123456"')
  })
})

/** The real database behind a door that fails requests like this. */
function databaseThat(fails: (body: string) => boolean) {
  return {
    async fetch(request: Request, init?: RequestInit) {
      const body = await request.clone().text()
      return fails(body) ? new Response('no', { status: 500 }) : fetch(request, init)
    },
  }
}
