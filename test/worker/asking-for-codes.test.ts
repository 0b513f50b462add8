import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { codes } from '../../worker/db/schema/accounts.ts'
import { askForCode, clockOf, mailTo, mailsTo, minutesPass, otherThan } from '../support/mailed.ts'
import { signedIn as signedInAs, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

/** Without the address and the times in it. */
function faceless(text: string, email: string): string {
  return text
    .replaceAll(email, 'SOMEBODY')
    .replaceAll(encodeURIComponent(email), 'SOMEBODY')
    .replaceAll(/\d\d[:.]\d\d/g, 'THEN')
}

describe('asking for codes', () => {
  test('is answered the same whether or not there is an account', async () => {
    const known = somebody()
    await signedInAs(known)
    const unknown = somebody()
    const browsers = [new Browser(), new Browser()]
    const answers = await Promise.all([known, unknown].map((email, i) => browsers[i]!.post('/sv/sign-in', { email })))
    const shown = await Promise.all(answers.map(({ location }, i) => browsers[i]!.get(location!)))
    const shapes = answers.map(({ status, location, trips }, i) => {
      const email = [known, unknown][i]!
      return { status, trips, location: faceless(location!, email), main: faceless(mainOf(shown[i]!.text), email) }
    })
    expect(shapes[0]).toEqual(shapes[1])
    expect(shapes[0]!.main).toContain('Koden skickades till SOMEBODY')
  })

  test('works five times an hour in one browser; then the live code stays, and the page says from when it is', async () => {
    const email = somebody()
    const browser = new Browser()
    for (let i = 0; i < 5; i += 1) expect((await browser.post('/sv/sign-in', { email })).status).toBe(303)
    const { code } = await mailTo(email)
    const sixth = await browser.post('/sv/sign-in', { email })
    expect(sixth.status).toBe(303)
    expect(await mailsTo(email)).toHaveLength(5)
    const page = await browser.get(sixth.location!)
    const [live] = await db.select().from(codes).where(eq(codes.email, email)).orderBy(codes.sentAt).offset(4).limit(1)
    expect(page.text).toContain(`Koden från ${clockOf(live!.sentAt)} gäller fortfarande`)
    expect((await browser.post('/sv/sign-in', { email: somebody() })).status).toBe(303)
    expect((await browser.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test('does not say of a code that was guessed to the end that it holds', async () => {
    const email = somebody()
    const browser = new Browser()
    for (let i = 0; i < 5; i += 1) await browser.post('/sv/sign-in', { email })
    const { code } = await mailTo(email)
    for (let guess = 1; guess <= 5; guess += 1)
      await browser.post('/sv/sign-in/code', { email, code: otherThan(code, guess) })
    const sixth = await browser.post('/sv/sign-in', { email })
    expect([sixth.status, sixth.text.includes('tryck på länken')]).toEqual([429, true])
    expect((await browser.get(`/sv/sign-in/code?email=${email}`)).text).toContain('Den koden går inte att försöka med')
  })

  test('says nothing of a link where the mail has none', async () => {
    const browser = await signedInAs()
    for (let i = 0; i < 5; i += 1) await browser.post('/sv/me/erasure', { sure: 'yes' })
    await db.update(codes).set({ tries: 5 }).where(eq(codes.purpose, 'erase'))
    const sixth = await browser.post('/sv/me/erasure', { sure: 'yes' })
    expect([sixth.status, sixth.text.includes('länken')]).toEqual([429, false])
    expect((await browser.get('/sv/me/erasure/code')).text).not.toContain('tryck på länken i det')
  })

  test('tells who has no live code to wait, or to press the link in the mail, and works again when the hour is over', async () => {
    const email = somebody()
    const browser = new Browser()
    for (let i = 0; i < 5; i += 1) await browser.post('/sv/sign-in', { email })
    await minutesPass(email, 16)
    const sixth = await browser.post('/sv/sign-in', { email })
    expect(sixth.status).toBe(429)
    expect(sixth.text).toContain('tryck på länken')
    expect(sixth.text).toContain(email)
    await minutesPass(email, 45)
    expect((await browser.post('/sv/sign-in', { email })).status).toBe(303)
  })

  test('is a person’s own: what a stranger asks for does not use up their five', async () => {
    const email = somebody()
    const stranger = new Browser()
    for (let i = 0; i < 7; i += 1) await stranger.post('/sv/sign-in', { email })
    const owner = new Browser()
    const code = await askForCode(owner, email)
    expect((await owner.post('/sv/sign-in/code', { email, code })).status).toBe(303)
  })

  test('is limited to twenty an hour for one address, whoever asks, even when forty ask at the same moment', async () => {
    const email = somebody()
    const answers = await Promise.all(Array.from({ length: 40 }, () => new Browser().post('/sv/sign-in', { email })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20)
    expect(await mailsTo(email)).toHaveLength(20)
    const owner = new Browser()
    expect((await owner.post((await mailTo(email)).link, {})).status).toBe(303)
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
