import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { addresses, users } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function mailTo(email: string): Promise<{ code: string; link: string; body: string }> {
  const [mail] = await db.select().from(mails).where(eq(mails.recipient, email)).orderBy(desc(mails.createdAt)).limit(1)
  const body = mail?.body ?? ''
  return { body, code: /\d{6}/.exec(body)?.[0] ?? '', link: /http\S+/.exec(body)?.[0] ?? '' }
}

async function addAddress(browser: Browser, email: string) {
  await browser.post('/sv/me/addresses', { email })
  return browser.post('/sv/me/addresses/code', { email, code: (await mailTo(email)).code })
}

async function idOf(email: string): Promise<string | undefined> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user?.id
}

describe('a second address', () => {
  test('signs in to the same account as the first', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const added = await addAddress(browser, home)
    expect(added.location).toBe('/sv/me')

    const other = await signedIn(home)
    const page = await other.get('/sv/me/addresses')
    expect(page.text).toContain(work)
    expect(page.text).toContain(home)
    expect(await idOf(home)).toBeUndefined()
    expect((await signedIn(work)).jar.size).toBeGreaterThan(0)
  })

  test('is added only with the mailed code, and the link alone adds nothing', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const asked = await browser.post('/sv/me/addresses', { email: home })
    expect(asked.location).toMatch(/^\/sv\/me\/addresses\/code\?email=/)
    const { code, link, body } = await mailTo(home)
    expect(body).toContain(work)
    const opened = await browser.get(link)
    expect(opened.text).toContain(`value="${code}"`)
    expect(opened.text).toContain(home)
    expect(await db.select().from(addresses).where(eq(addresses.email, home))).toEqual([])

    const wrong = await browser.post('/sv/me/addresses/code', {
      email: home,
      code: code === '000000' ? '111111' : '000000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Du har fyra försök kvar')
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).status).toBe(303)
  })

  test('is proven once: pressing again is no error, and the code is of no more use to anybody', async () => {
    const home = somebody('hemma')
    const browser = await signedIn()
    await addAddress(browser, home)
    const { code } = await mailTo(home)
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).location).toBe('/sv/me')

    const stranger = await signedIn()
    expect((await stranger.post('/sv/me/addresses/code', { email: home, code })).status).toBe(422)
  })

  test('holds for five guesses, however many come at once', async () => {
    const home = somebody('hemma')
    const browser = await signedIn()
    await browser.post('/sv/me/addresses', { email: home })
    const { code } = await mailTo(home)
    const guesses = Array.from({ length: 50 }, (_, i) => String(i).padStart(6, '9')).filter((guess) => guess !== code)
    const answers = await Promise.all(
      guesses.map((guess) => browser.post('/sv/me/addresses/code', { email: home, code: guess })),
    )
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).status).toBe(429)
  })

  test('that belongs to somebody else is answered the same, and refused only to who proved to own it', async () => {
    const taken = somebody('anders')
    await signedIn(taken)
    const browser = await signedIn()
    const free = await browser.post('/sv/me/addresses', { email: somebody('ledig') })
    const asked = await browser.post('/sv/me/addresses', { email: taken })
    expect([asked.status, asked.location!.split('?')[0]]).toEqual([free.status, free.location!.split('?')[0]])

    const answer = await browser.post('/sv/me/addresses/code', { email: taken, code: (await mailTo(taken)).code })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Adressen hör till ett annat konto')
    expect(await db.select().from(addresses).where(eq(addresses.email, taken))).toEqual([])
  })

  test('that somebody else added before is refused too', async () => {
    const home = somebody('hemma')
    await addAddress(await signedIn(), home)
    expect((await addAddress(await signedIn(), home)).status).toBe(409)
  })

  test('that is the first one already is not mailed to', async () => {
    const email = somebody()
    const browser = await signedIn(email)
    const answer = await browser.post('/sv/me/addresses', { email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Den adressen är redan din')
  })

  test('needs somebody signed in, by a session that has not been ended elsewhere', async () => {
    const home = somebody('hemma')
    expect((await new Browser().post('/sv/me/addresses', { email: home })).location).toContain('/sv/sign-in')

    const email = somebody()
    const [stolen, own] = [await signedIn(email), await signedIn(email)]
    await own.post('/sv/me/sessions', {})
    expect((await stolen.post('/sv/me/addresses', { email: home })).location).toContain('/sv/sign-in')
    expect((await mailTo(home)).body).toBe('')
  })
})

describe('removing an address', () => {
  test('takes away that way in, and any code already mailed there', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    await addAddress(browser, home)
    const other = new Browser()
    await other.post('/sv/sign-in', { email: home })
    const { code } = await mailTo(home)

    expect((await browser.post('/sv/me/addresses', { remove: home })).location).toBe('/sv/me')
    expect((await other.post('/sv/sign-in/code', { email: home, code })).status).toBe(422)
    expect((await other.post('/sv/sign-in/code', { email: work, code })).status).toBe(422)
    expect((await browser.get('/sv/me/addresses')).text).not.toContain(home)
  })

  test('may take the first one: the oldest of the others becomes first, at once', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const id = await idOf(work)
    await addAddress(browser, home)
    await browser.post('/sv/me/addresses', { remove: work })

    expect(await idOf(home)).toBe(id)
    expect(await db.select().from(addresses).where(eq(addresses.userId, id!))).toEqual([])
    const page = await browser.get('/sv/me/addresses')
    expect(page.text).toContain(home)
    expect(page.text).not.toContain(work)
    await signedIn(work)
    expect(await idOf(work)).not.toBe(id)
  })

  test('leaves the last one, even when two are removed at the same moment', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const id = await idOf(work)
    await addAddress(browser, home)
    await Promise.all([work, home].map((email) => browser.post('/sv/me/addresses', { remove: email })))

    const [user] = await db.select().from(users).where(eq(users.id, id!))
    expect([work, home]).toContain(user?.email)
    expect((await browser.post('/sv/me/addresses', { remove: user!.email })).status).toBe(409)
    expect(await idOf(user!.email)).toBe(id)
  })

  test("touches nobody else's", async () => {
    const [home, anders] = [somebody('hemma'), somebody('anders')]
    await addAddress(await signedIn(anders), home)
    await (await signedIn()).post('/sv/me/addresses', { remove: home })
    await (await signedIn()).post('/sv/me/addresses', { remove: anders })
    expect(await db.select().from(addresses).where(eq(addresses.email, home))).toHaveLength(1)
    expect(await idOf(anders)).toBeDefined()
  })
})

describe('a name', () => {
  test('is saved and shown at once', async () => {
    const browser = await signedIn()
    expect((await browser.post('/sv/me/name', { name: ' Åsa Öberg ' })).location).toBe('/sv/me')
    const page = await browser.get('/sv/me/name')
    expect(page.text).toContain('value="Åsa Öberg"')
    expect(page.trips).toBe(0)
  })

  test.each([
    ['', 'Skriv ett namn'],
    ['å'.repeat(81), 'längre än 80 tecken'],
    ['Amira\u202Egnp.exe', 'tecken som inte syns'],
  ])('that is %j is refused, the field named and what was typed kept', async (name, words) => {
    const browser = await signedIn()
    const answer = await browser.post('/sv/me/name', { name })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('aria-describedby="name-hint name-error"')
    expect(answer.text).toContain(`value="${name}"`)
  })

  test('with HTML in it shows as it was typed', async () => {
    const browser = await signedIn()
    await browser.post('/sv/me/name', { name: '<b onmouseover="x">Amira' })
    const page = await browser.get('/sv/me/name')
    expect(page.text).toContain('&lt;b onmouseover=&quot;x&quot;&gt;Amira')
    expect(page.text).not.toContain('<b onmouseover')
  })
})
