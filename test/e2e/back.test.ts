import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { mailTo, openBrowser, Person } from '../support/person.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

/** On the page of the code, which has answered a wrong one. */
async function withWrongCode(name: string): Promise<Person> {
  const person = await Person.arrives(name, browser, { locale: 'sv', width: 360, script: true })
  await person.opens('/sign-in')
  await person.page.locator('[name="email"]').fill(`${name}@plat.example`)
  await person.page.locator('main form button').click()
  await person.page.waitForURL(/sign-in\/code/)
  const { code } = await mailTo(`${name}@plat.example`)
  await person.page.locator('[name="code"]').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await person.page.locator('main form button').first().click()
  await expect.poll(() => person.page.title()).toContain('Fel: ')
  return person
}

test('a page that answered a form and was left by a link is found again by the back button', async () => {
  const bo = await withWrongCode('back-link')
  await bo.page.locator('header a[hreflang]').click()
  await expect.poll(() => bo.page.locator('html').getAttribute('lang')).toBe('en')
  await bo.page.goBack()
  await expect.poll(() => bo.page.locator('html').getAttribute('lang')).toBe('sv')
  expect(bo.path()).toMatch(/^\/sign-in\/code/)
  await bo.leaves()
})

test('a reload of it, before that, still has what was typed', async () => {
  const bo = await withWrongCode('back-reload')
  const typed = await bo.page.locator('[name="code"]').inputValue()
  await bo.page.reload()
  await expect.poll(() => bo.page.title()).toContain('Fel: ')
  expect(await bo.page.locator('[name="code"]').inputValue()).toBe(typed)
  await bo.leaves()
})

test('after a wrong code and the right one, the back button finds the page of the code, and sends nothing again', async () => {
  const amira = await Person.arrives('back', browser, { locale: 'sv', width: 360, script: true })
  const email = 'back@plat.example'
  await amira.opens('/sign-in')
  await amira.page.locator('[name="email"]').fill(email)
  await amira.page.locator('main form button').click()
  await amira.page.waitForURL(/sign-in\/code/)
  const { code } = await mailTo(email)
  for (const wrong of [(Number(code) + 1) % 1_000_000, (Number(code) + 2) % 1_000_000]) {
    await amira.page.locator('[name="code"]').fill(String(wrong).padStart(6, '0'))
    await amira.page.locator('main form button').first().click()
    await expect.poll(() => amira.page.title()).toContain('Fel: ')
    await expect.poll(() => amira.page.locator('[name="code"]').inputValue()).toBe(String(wrong).padStart(6, '0'))
  }
  await amira.page.locator('[name="code"]').fill(code)
  await amira.page.locator('main form button').first().click()
  await amira.page.waitForURL(/\/me$/)

  await amira.page.goBack()
  expect(amira.path()).toMatch(/^\/sign-in\/code/)
  await expect.poll(() => amira.page.locator('main').innerText()).toContain('Du är redan inloggad')
  await amira.leaves()
})
