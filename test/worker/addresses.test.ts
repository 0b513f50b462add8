import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { addresses, users } from '../../worker/db/schema/accounts.ts'
import { askForCode, mailTo, mailsTo, otherThan } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, passStepUp, removeAddress } from '../support/step-up.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function idOf(email: string): Promise<string | undefined> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user?.id
}

describe('a second address', () => {
  test('signs in to the same account as the first, and both are told', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const added = await addAddress(browser, home)
    expect(added.location).toBe('/sv/me/addresses')

    const other = await signedIn(home)
    const page = await other.get('/sv/me/addresses')
    expect(page.text).toContain(work)
    expect(page.text).toContain(home)
    expect(await idOf(home)).toBeUndefined()
    for (const email of [work, home]) {
      const subjects = (await mailsTo(email)).map(({ subject }) => subject)
      expect(subjects).toContain('En adress har lagts till ditt konto i Navet')
    }
  })

  test('needs a code to an address that the account has, then one to the new address, both in this browser', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const asked = await browser.post('/sv/me/addresses', { email: home })
    expect(asked.location).toMatch(/^\/sv\/me\/addresses\/confirmation\?do=add&email=/)
    const page = await browser.get(asked.location!)
    expect(page.text).toContain(`Koden skickades till ${work}`)
    expect(await mailsTo(home)).toEqual([])

    const stepUp = (await mailTo(work)).code
    const early = await browser.post('/sv/me/addresses/code', { email: home, code: stepUp })
    expect([early.status, early.text.includes('Ingen kod gäller')]).toEqual([422, true])
    const deed = { do: 'add', email: home }
    expect((await browser.post('/sv/me/addresses/confirmation', { ...deed, code: otherThan(stepUp) })).status).toBe(422)
    const another = await signedIn(work)
    expect((await another.post('/sv/me/addresses/confirmation', { ...deed, code: stepUp })).status).toBe(422)
    await browser.post('/sv/me/addresses/confirmation', { ...deed, code: stepUp })

    const { code, body, link } = await mailTo(home)
    expect([body.includes(work), link]).toEqual([true, ''])
    const wrong = await browser.post('/sv/me/addresses/code', { email: home, code: otherThan(code) })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Du har fyra försök kvar')
    expect(await db.select().from(addresses).where(eq(addresses.email, home))).toEqual([])
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).status).toBe(303)
  })

  test('cannot be added with a code that was asked for by another account, in whatever browser', async () => {
    const home = somebody('hemma')
    const [amira, anders] = [await signedIn(), await signedIn(somebody('anders'))]
    await passStepUp(amira, { email: home })
    const { code } = await mailTo(home)
    expect((await anders.post('/sv/me/addresses/code', { email: home, code })).status).toBe(422)
    anders.jar.set('navet.browser', amira.jar.get('navet.browser')!)
    expect((await anders.post('/sv/me/addresses/code', { email: home, code })).status).toBe(422)
    expect((await amira.post('/sv/me/addresses/code', { email: home, code })).status).toBe(303)
  })

  test('cannot be added with a code for another deed, or for another address', async () => {
    const [work, home, other] = [somebody(), somebody('hemma'), somebody('annan')]
    const browser = await signedIn(work)
    await addAddress(browser, home)
    await browser.post('/sv/me/addresses', { email: other })
    const { code } = await mailTo(work)
    for (const deed of [
      { do: 'remove', email: home },
      { do: 'add', email: somebody() },
    ])
      expect((await browser.post('/sv/me/addresses/confirmation', { ...deed, code })).status).toBe(422)
    expect((await browser.post('/sv/me/erasure/code', { code })).status).toBe(422)
    expect((await browser.post('/sv/me/addresses/confirmation', { do: 'add', email: other, code })).status).toBe(303)
  })

  test('that strangers claim and guess at is no reason to refuse its owner a code for a deed', async () => {
    const email = somebody('agare')
    const owner = await signedIn(email)
    for (let round = 0; round < 4; round += 1) {
      const stranger = await signedIn(somebody('frammande'))
      await passStepUp(stranger, { email })
      for (let guess = 1; guess <= 5; guess += 1) {
        const { code } = await mailTo(email)
        await stranger.post('/sv/me/addresses/code', { email, code: otherThan(code, guess) })
      }
    }
    await owner.post('/sv/me/erasure', { sure: 'yes' })
    const { code } = await mailTo(email)
    expect((await owner.post('/sv/me/erasure/code', { code })).location).toBe('/sv/me/erasure/done')
  })

  test('is proven once: pressing again is no error', async () => {
    const home = somebody('hemma')
    const browser = await signedIn()
    await addAddress(browser, home)
    const code = (await mailsTo(home)).find((mail) => mail.code)!.code
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).location).toBe('/sv/me/addresses')
  })

  test('holds for five guesses, however many come at once', async () => {
    const home = somebody('hemma')
    const browser = await signedIn()
    await passStepUp(browser, { email: home })
    const { code } = await mailTo(home)
    const guesses = Array.from({ length: 50 }, (_, i) => otherThan(code, i + 1))
    const answers = await Promise.all(
      guesses.map((guess) => browser.post('/sv/me/addresses/code', { email: home, code: guess })),
    )
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
    expect((await browser.post('/sv/me/addresses/code', { email: home, code })).status).toBe(429)
  })

  test('that belongs to somebody else is answered the same, and refused only to who proved to own it', async () => {
    const taken = somebody('anders')
    await signedIn(taken)
    const [first, second] = [await signedIn(), await signedIn()]
    const free = await passStepUp(first, { email: somebody('ledig') })
    const asked = await passStepUp(second, { email: taken })
    expect([asked.status, asked.location!.split('?')[0]]).toEqual([free.status, free.location!.split('?')[0]])

    const answer = await second.post('/sv/me/addresses/code', { email: taken, code: (await mailTo(taken)).code })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Adressen hör till ett annat konto')
    expect(await db.select().from(addresses).where(eq(addresses.email, taken))).toEqual([])
  })

  test('that somebody else added before is refused too', async () => {
    const home = somebody('hemma')
    await addAddress(await signedIn(), home)
    expect((await addAddress(await signedIn(), home)).status).toBe(409)
  })

  test('that is one of the account’s already is not mailed to', async () => {
    const [email, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(email)
    await addAddress(browser, home)
    for (const own of [email, home]) {
      const answer = await browser.post('/sv/me/addresses', { email: own })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Den adressen är redan din')
    }
  })

  test('needs somebody signed in, by a session that has not been ended elsewhere', async () => {
    const home = somebody('hemma')
    expect((await new Browser().post('/sv/me/addresses', { email: home })).location).toContain('/sv/sign-in')

    const email = somebody()
    const [stolen, own] = [await signedIn(email), await signedIn(email)]
    await own.post('/sv/me/sessions', {})
    expect((await stolen.post('/sv/me/addresses', { email: home })).location).toContain('/sv/sign-in')
    expect(await mailsTo(home)).toEqual([])
  })
})

describe('removing an address', () => {
  test('takes away that way in, and any code and link already mailed there', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    await addAddress(browser, home)
    const other = new Browser()
    const code = await askForCode(other, home)
    const { link } = await mailTo(home)

    expect((await removeAddress(browser, home)).location).toBe('/sv/me/addresses')
    expect((await other.post('/sv/sign-in/code', { email: home, code })).status).toBe(422)
    expect((await other.post(link, {})).status).toBe(410)
    expect((await browser.get('/sv/me/addresses')).text).not.toContain(home)
  })

  test('is not done by an open session alone: nothing changes without the code, and the code goes to the owner', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    await addAddress(browser, home)
    const asked = await browser.post('/sv/me/addresses', { remove: work })
    expect(asked.location).toContain('/confirmation')
    const page = await browser.get(asked.location!)
    expect(page.text).toContain(`Skicka till ${work} i stället`)
    await browser.post('/sv/me/addresses/confirmation', { do: 'remove', email: work, code: '000000' })
    expect(await idOf(work)).toBeDefined()
    expect((await mailTo(home)).body).toContain(`ta bort adressen ${work} från ditt konto`)
  })

  test('may take the first one: the oldest of the others becomes first, at once', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    const id = await idOf(work)
    await addAddress(browser, home)
    await removeAddress(browser, work)

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
    await Promise.all([removeAddress(browser, work), removeAddress(browser, home)])

    const [user] = await db.select().from(users).where(eq(users.id, id!))
    expect([work, home]).toContain(user?.email)
    const last = await browser.post('/sv/me/addresses', { remove: user!.email })
    expect([last.status, last.text.includes('Den sista adressen går inte att ta bort')]).toEqual([409, true])
    expect(await idOf(user!.email)).toBe(id)
  })

  test("touches nobody else's", async () => {
    const [home, anders] = [somebody('hemma'), somebody('anders')]
    await addAddress(await signedIn(anders), home)
    await removeAddress(await signedIn(), home)
    await removeAddress(await signedIn(), anders)
    expect(await db.select().from(addresses).where(eq(addresses.email, home))).toHaveLength(1)
    expect(await idOf(anders)).toBeDefined()
  })
})
