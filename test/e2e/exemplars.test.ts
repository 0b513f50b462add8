import { rm } from 'node:fs/promises'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { exemplarsFolder } from '../support/exemplars.ts'
import { openBrowser, Person } from '../support/person.ts'
import { looksInDark, presses, tabsTo } from './keyboard.ts'

const course = '/courses/tre-lektioner'
let browser: Browser
let server: DevServer
let folder: string
beforeAll(async () => {
  folder = await exemplarsFolder()
  server = await startDevServer({ COURSES: folder })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true })
})

const readers = [
  { name: 'phone', locale: 'sv', width: 360, script: true },
  { name: 'desk', locale: 'en', width: 1280, script: true },
  { name: 'plain', locale: 'sv', width: 360, script: false },
] as const

/** Sends a form of the lesson's text, which is answered by the page itself. */
async function guesses(person: Person, text: string): Promise<void> {
  await person.page.locator('.estimate input:not([type="hidden"])').fill(text)
  await person.sends('.estimate button')
}

describe.each(readers)('in the model lessons ($name, $locale, $width)', ({ name, ...surroundings }) => {
  const arrives = (what: string) =>
    Person.arrives(`exemplar-${what}-${name}`, browser, { ...surroundings, base: server.base })
  const sv = surroundings.locale === 'sv'

  test('a guess is made before the explanation is read, and stands beside an answer that is nought', async () => {
    const person = await arrives('guess')
    const { page } = person
    const section = page.getByText(sv ? 'Ingen av dem är ett bevis' : 'Not one of them is proof')
    await person.opens(`${course}/voice-on-the-phone`)
    await looksInDark(person, '-guess')
    expect(await section.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect([await section.isVisible(), await page.locator('.estimate form').isVisible()]).toEqual([true, false])
    await page.emulateMedia({ media: 'screen' })
    await tabsTo(person, '.fold summary')
    await presses(person, 'Enter')
    await section.waitFor()
    expect(await page.locator('.fold').innerText()).toContain(sv ? 'Svaret: 0\u00A0av 5' : 'The answer: 0\u00A0of 5')
    await person.looks('-read-on')

    await page.locator('.estimate input').fill('många')
    await page.locator('.estimate input').press('Enter')
    await page.locator('.estimate [role="alert"]').waitFor()
    expect(await page.locator('.estimate input').inputValue()).toBe('många')
    await person.looks('-guess-sent-back')

    await guesses(person, sv ? '3 av 5' : '3 of 5')
    expect(await page.locator('.estimate').innerText()).toMatch(sv ? /3\s*av 5[^]*0\s*av 5/ : /3\s*of 5[^]*0\s*of 5/)
    expect(await page.locator('.estimate:focus').count()).toBe(1)
    await section.waitFor()
    await person.looks('-guessed')
    await looksInDark(person, '-guessed')
    await page.reload()
    expect(await page.locator('.estimate__bars').count()).toBe(1)
    await page.goBack()
    await page.goBack()
    expect(await page.locator('.estimate__bars').count()).toBe(0)
    expect(await section.isVisible()).toBe(false)

    await guesses(person, '1000000000000')
    await person.looks('-guessed-far-off')
    await tabsTo(person, '.estimate a')
    await presses(person, 'Enter')
    await page.locator('.estimate form').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await person.leaves()
  })

  test('a story is walked to where the boss is rung up, and a wrong answer leads to where it is taught', async () => {
    const person = await arrives('story')
    const { page } = person
    await person.opens(`${course}/voice-on-the-phone`)
    const chooses = async (words: string, next: string) => {
      await page.locator('#q-under-the-sink .choices button', { hasText: words }).click()
      await page.locator('#q-under-the-sink h3', { hasText: next }).waitFor()
    }
    await chooses(sv ? 'Jag ringer upp' : 'call you back', sv ? 'Sms' : 'text')
    await person.looks('-part')
    await chooses(sv ? 'nummer i listan' : 'in the list', sv ? 'Listan' : 'list')
    await page.locator('#q-under-the-sink .choices button', { hasText: sv ? 'nästa på listan' : 'next' }).click()
    await page.locator('section#q-under-the-sink .ending.f-forest').waitFor()
    await person.looks('-good-end')
    await looksInDark(person, '-good-end')

    const number = page.locator('#q-number-on-the-card')
    await number
      .locator('label', { hasText: sv ? 'Ur samtalslistan' : 'call log' })
      .locator('input')
      .check()
    await number.locator('.question__foot button').click()
    await page.locator('section#q-number-on-the-card').waitFor()
    expect(await number.locator('.read-again a').getAttribute('href')).toMatch(/voice-on-the-phone#s-hang-up$/)
    await person.leaves()
  })

  test('pairs, a passage without fault and a picture that carries the point', async () => {
    const person = await arrives('pairs')
    const { page } = person
    await person.opens(`${course}/sees-what-you-may-see`)
    const image = page.locator('figure.figure img')
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0)
    await looksInDark(person, '-whole')
    const spot = page.locator('#q-note-in-the-staff-room')
    await spot
      .locator('label', { hasText: sv ? 'Ingen av meningarna' : 'None of the sentences' })
      .locator('input')
      .check()
    await spot.locator('.question__foot button').click()
    await page.locator('section#q-note-in-the-staff-room').waitFor()
    expect(await page.locator('section#q-note-in-the-staff-room').innerText()).toMatch(sv ? /Rätt/ : /Right|Correct/)
    await person.looks('-no-fault')
    await person.leaves()
  })

  test('a replay is read, and a number has two hints that come one at a time', async () => {
    const person = await arrives('replay')
    const { page } = person
    await person.opens(`${course}/report-with-links`)
    await page.locator('#q-canoe-prices input[name="o"]').first().check()
    await page.locator('#q-canoe-prices .question__foot button').click()
    await page.locator('section#q-canoe-prices').waitFor()
    await person.looks('-replay')
    await looksInDark(person, '-replay')
    const hints = page.locator('#q-five-links .hint')
    expect(await hints.count()).toBe(2)
    await hints.first().locator('summary').first().click()
    expect(await hints.nth(1).locator('p').isVisible()).toBe(false)
    await hints.nth(1).locator('summary').click()
    await hints.nth(1).locator('p').waitFor()
    await person.looks('-hints')
    await page.locator('#typed-five-links').fill('2')
    await page.locator('#q-five-links .question__foot button').click()
    await page.locator('section#q-five-links').waitFor()
    await person.looks('-counted')
    await person.leaves()
  })
})
