import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { course } from '../support/course-key.ts'
import { mailTo, openBrowser, Person, type Surroundings } from '../support/person.ts'
import { earnsBadge, finishesLessons, practises, signsInByCode, signsInByLink, startsCompany } from './steps.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const everywhere: Surroundings[] = [
  { locale: 'sv', width: 360, script: true },
  { locale: 'en', width: 360, script: true },
  { locale: 'sv', width: 1280, script: true },
  { locale: 'en', width: 1280, script: true },
]

describe.each(everywhere)('the whole way in $locale at $width px', (surroundings) => {
  test('from the first lesson to a badge on the manager’s screen, and out again with everything of one’s own', async () => {
    const tag = `${surroundings.locale}${surroundings.width}`
    const amiraMail = `amira-${tag}@plat.example`
    const andersMail = `anders-${tag}@plat.example`

    const amira = await Person.arrives('amira', browser, surroundings)
    await practises(amira)
    await signsInByLink(amira, amiraMail)
    await amira.page.locator('local-takeover button[value="yes"]').click()
    await expect
      .poll(() => amira.page.evaluate('localStorage.getItem("navet.answers")').catch(() => 'loading'))
      .toBeNull()
    // The page then comes again, without the offer.
    await expect
      .poll(() => amira.page.evaluate('document.querySelector("local-takeover")?.hidden').catch(() => false))
      .toBe(true)
    await amira.page.waitForLoadState()
    await amira.opens('')
    expect(await amira.page.locator('.resume .button').getAttribute('href')).toContain('#q-')

    const office = await Person.arrives('amira-office', browser, surroundings)
    await signsInByCode(office, amiraMail)
    await office.opens('/me')
    expect(await office.text()).toContain(surroundings.locale === 'sv' ? 'Granska svaret' : 'Check the answer')
    await addsAddress(office, amiraMail, `own-${amiraMail}`)
    await office.leaves()

    await amira.opens('/me')
    await amira.page.locator('form[data-sign-out] button').first().click()
    await amira.page.waitForURL(/\/(sv|en)$/)
    await signsInByCode(amira, `own-${amiraMail}`)
    await finishesLessons(amira)
    const badge = await earnsBadge(amira, amiraMail)

    const stranger = await Person.arrives('stranger', browser, surroundings)
    await stranger.opens(badge)
    expect(await stranger.text()).not.toContain('amira')

    const anders = await Person.arrives('anders', browser, surroundings)
    await signsInByCode(anders, andersMail)
    const company = await startsCompany(anders, `Plåt & Co ${tag}`, 'Anders Öst')

    await stranger.opens(company.link)
    expect(await stranger.text()).toContain(`Plåt & Co ${tag}`)
    await stranger.leaves()
    await amira.opens(company.link)
    await amira.types('name', 'Amira Haddad')
    await amira.page.locator('[name="accept"]').check()
    await amira.presses('main form.form button')
    await amira.page.waitForURL(/\/seen\?joined=1$/)
    await amira.looks('-seen')
    const cells = await amira.page.locator('.matrix td').count()
    // Every course reads "not started", and so does the legend.
    expect(await amira.page.locator('.c-none').count()).toBe(cells + 1)

    await anders.opens(company.path)
    expect(await rowOf(anders, 'Amira')).not.toMatch(/\d{4}/)
    await amira.page.locator('[name="earlier"]').first().check()
    await amira.sends('form[action$="/shares"] button')
    await anders.opens(company.path)
    expect(await rowOf(anders, 'Amira')).toMatch(/\d{4}[\s\S]*\d{4}/)

    await amira.opens(company.path)
    expect(await amira.text()).not.toContain('Anders Öst')

    await anders.opens(`${company.path}/members`)
    await anders.looks('-members')
    await anders.page.getByRole('link', { name: 'Amira Haddad' }).click()
    await anders.page.waitForURL(/\/members\/[0-9a-f]+$/)
    await anders.looks('-member')
    await anders.presses('a[href$="/removal"]')
    await anders.page.waitForURL(/\/removal$/)
    await anders.looks('-removal')

    await amira.page.goto(`${amira.origin}/${surroundings.locale}${company.path}/seen`)
    await amira.presses('a[href$="/departure"]')
    await amira.page.waitForURL(/\/departure$/)
    await amira.looks('-departure')
    await amira.presses('form[action$="/departure"] button')
    await amira.page.waitForURL(/\/me\/receipts\//)
    await amira.looks('-left')
    await amira.opens('/me')
    expect(await amira.page.locator('a[href*="/badges/"]').count()).toBeGreaterThan(0)
    await anders.opens(company.path)
    expect(await anders.text()).not.toContain('Amira Haddad')
    await anders.opens('/me/privacy')
    await anders.leaves()
    await amira.leaves()
  })
})

async function addsAddress(person: Person, first: string, email: string): Promise<void> {
  await person.opens('/me/addresses')
  await person.types('email', email)
  await person.presses('form:has([name="email"]) button')
  await person.page.waitForURL(/addresses\/confirmation/)
  await person.looks('-step-up')
  await person.types('code', (await mailTo(first)).code)
  await person.presses('form:has([name="code"]) button')
  await person.page.waitForURL(/addresses\/code/)
  await person.looks('-address-code')
  await person.types('code', '12-34')
  await person.presses('form:has([name="code"]) button')
  await person.looks('-address-code-fault')
  expect(await person.page.title()).toMatch(/^(Fel|Error): /)
  expect(await person.page.evaluate('document.activeElement.className')).toContain('errors')
  const { code } = await mailTo(email)
  await person.types('code', `${code.slice(0, 3)} ${code.slice(3)}`)
  await person.presses('form:has([name="code"]) button')
  await person.page.waitForURL(/me\/addresses$/)
}

function rowOf(person: Person, name: string): Promise<string> {
  return person.page.locator('.matrix tbody tr', { hasText: name }).innerText()
}

test('pages that nobody passes on the way are sound as well', async () => {
  const person = await Person.arrives('visitor', browser, { locale: 'sv', width: 768, script: true })
  for (const path of [
    '/about',
    '/accessibility',
    '/paths/employee',
    '/paths/starter',
    `/courses/${course}/artefact`,
    '/no-such-page',
    `/courses/${course}/no-such-lesson`,
    '/join/NOSUCHCODE',
  ])
    await person.opens(path)
  await person.leaves()
})
