import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { choose, content, course } from '../support/course-key.ts'
import { openBrowser, Person } from '../support/person.ts'
import { signsInByCode } from './steps.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

test('an answer that waits for the net is never kept for whoever signed in on the same computer meanwhile', async () => {
  const amira = await Person.arrives('shared-amira', browser, { locale: 'sv', width: 768, script: true })
  await signsInByCode(amira, 'shared-amira@plat.example')
  const { lessons } = await content()
  const { id, questions } = lessons[0]!
  const question = questions[0]!
  await amira.opens(`/courses/${course}/${id}`)
  await choose(amira, question, true)
  await amira.page.route('**/answers/**', (route) => route.abort())
  await amira.presses(`#q-${question.id} .question__foot button`)
  const said = amira.page.locator(`practice-question:has(#q-${question.id}) [data-said]`)
  await expect.poll(() => said.innerText()).toContain('kunde inte skickas')

  const left = amira.page
  Object.assign(amira, { page: await amira.context.newPage() })
  await amira.opens('/me')
  await amira.presses('form[action$="sign-out"] button')
  await expect.poll(() => amira.page.locator('body').getAttribute('data-signed-in')).toBe('no')
  await signsInByCode(amira, 'shared-bo@plat.example')
  await expect.poll(() => amira.page.locator('body').getAttribute('data-signed-in')).toBe('yes')

  await left.unroute('**/answers/**')
  await left.evaluate("dispatchEvent(new Event('online'))")
  await expect.poll(() => said.innerText()).toContain('Någon annan är inloggad')
  await amira.opens(`/courses/${course}/${id}`)
  expect(await amira.page.locator(`form#q-${question.id}`).count(), 'the other one has not answered').toBe(1)
  expect(await amira.page.locator('local-takeover').isVisible(), 'nor is it offered to them').toBe(false)
  await amira.leaves()
})
