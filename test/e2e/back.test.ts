import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { mailTo, openBrowser, Person } from '../support/person.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

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
