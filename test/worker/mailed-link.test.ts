import { describe, expect, test } from 'vitest'

import { askForCode, isSignedIn, mailTo, minutesPass, otherThan } from '../support/mailed.ts'
import { signedIn as signedInAs, somebody } from '../support/people.ts'
import { Browser } from '../support/worker.ts'

describe('the mailed link', () => {
  test('names the account and uses nothing up when it is opened, by however many scanners', async () => {
    const email = somebody()
    const code = await askForCode(new Browser(), email)
    const { link } = await mailTo(email)
    for (let i = 0; i < 20; i += 1) {
      const scanner = new Browser()
      const opened = await scanner.get(link)
      expect([opened.status, opened.trips]).toEqual([200, 1])
      expect(opened.text).toContain(`Länken loggar in ${email} här`)
      expect(opened.text).not.toContain(code)
      expect(scanner.jar.size).toBe(0)
    }
    const phone = new Browser()
    expect((await phone.post(link, { next: '/sv/me/name' })).location).toBe('/sv/me/name')
    expect(isSignedIn(phone)).toBe(true)
  })

  test('signs in where it is pressed, once, and the browser that asked is told', async () => {
    const email = somebody()
    const [office, phone] = [new Browser(), new Browser()]
    const code = await askForCode(office, email)
    const { link } = await mailTo(email)
    expect((await phone.post(link, {})).status).toBe(303)
    expect([isSignedIn(phone), isSignedIn(office)]).toEqual([true, false])

    const waiting = await office.get(`/sv/sign-in/code?email=${email}`)
    expect(waiting.text).toContain('Du loggade in på en annan enhet')
    const late = await office.post('/sv/sign-in/code', { email, code })
    expect([late.status, late.text.includes('Du loggade in på en annan enhet')]).toEqual([422, true])

    const thief = new Browser()
    expect((await thief.post(link, {})).status).toBe(410)
    expect((await thief.get(link)).text).toContain('Länken gäller inte längre')
    expect(isSignedIn(thief)).toBe(false)
    expect((await phone.post(link, {})).status).toBe(303)
  })

  test('is pressed by two at once: one is signed in', async () => {
    const email = somebody()
    await askForCode(new Browser(), email)
    const { link } = await mailTo(email)
    const many = Array.from({ length: 10 }, () => new Browser())
    await Promise.all(many.map((browser) => browser.post(link, {})))
    expect(many.filter(isSignedIn)).toHaveLength(1)
  })

  test('still holds when a newer code was asked for, and when its digits were guessed to the end', async () => {
    const email = somebody()
    const browser = new Browser()
    await askForCode(browser, email)
    const { link } = await mailTo(email)
    const newer = await askForCode(browser, email)
    for (let i = 1; i <= 6; i += 1) await browser.post('/sv/sign-in/code', { email, code: otherThan(newer, i) })
    const phone = new Browser()
    expect((await phone.post(link, {})).status).toBe(303)
  })

  test('holds for fifteen minutes', async () => {
    const email = somebody()
    await askForCode(new Browser(), email)
    const { link } = await mailTo(email)
    await minutesPass(email, 15)
    expect((await new Browser().get(link)).status).toBe(410)
    expect((await new Browser().post(link, {})).status).toBe(410)
  })

  test('of somebody else names them before it changes who is signed in', async () => {
    const [amira, anders] = [somebody(), somebody('anders')]
    const browser = await signedInAs(amira)
    await askForCode(new Browser(), anders)
    const { link } = await mailTo(anders)
    expect((await browser.get(link)).text).toContain(`Här är ${amira} inloggad`)
    await browser.post(link, {})
    expect((await browser.get('/sv/me/addresses')).text).toContain(anders)
  })

  test('of somebody else that is used up, or was never mailed, says so where one is signed in, and signs nobody out', async () => {
    const [amira, anders] = [somebody(), somebody('anders')]
    const browser = await signedInAs(amira)
    await askForCode(new Browser(), anders)
    const { link } = await mailTo(anders)
    await new Browser().post(link, {})
    for (const gone of [link, link.replace(/[0-9a-f]{32}/, '0'.repeat(32))]) {
      const answer = await browser.post(gone, {})
      expect([answer.status, answer.text.includes('Länken gäller inte längre')]).toEqual([410, true])
    }
    expect((await browser.get('/sv/me/addresses')).text).toContain(amira)
  })
})
