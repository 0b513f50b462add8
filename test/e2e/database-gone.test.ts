import { afterEach, expect, inject, test } from 'vitest'

import { choose, content, course } from '../support/course-key.ts'
import { openBrowser, Person } from '../support/person.ts'
import { signsInByCode } from './steps.ts'

const pid = () => inject('databasePid')

afterEach(() => {
  process.kill(pid(), 'SIGCONT')
})

test('with the database stalled the lesson still comes, the answer stays in the browser, and is sent when it is back', async () => {
  const browser = await openBrowser()
  const amira = await Person.arrives('amira', browser, { locale: 'sv', width: 360, script: true })
  await signsInByCode(amira, 'amira-stalled@plat.example')
  const { lessons } = await content()
  const [question] = lessons[0]!.questions
  await amira.opens(`/courses/${course}/${lessons[0]!.id}`)

  process.kill(pid(), 'SIGSTOP')
  const again = await amira.page.goto(amira.page.url())
  expect(again!.status()).toBe(200)
  await amira.looks('-lesson-without-database')
  expect(await amira.text()).toContain('Vi når inte databasen')
  const began = Date.now()
  const refused = await amira.page.request.get(`${amira.origin}/sv/me`)
  expect(refused.status()).toBe(503)
  expect(await refused.text()).toMatch(/N-[2-9A-Z]{8}/)
  expect(Date.now() - began).toBeLessThan(3500)

  await choose(amira, question!, true)
  await amira.presses(`#q-${question!.id} .question__foot button`)
  await amira.page.waitForSelector('[data-said], .notice[role="status"]')
  process.kill(pid(), 'SIGCONT')
  await amira.page.waitForSelector(`section#q-${question!.id}`, { timeout: 30_000 })
  await amira.opens(`/courses/${course}/${lessons[0]!.id}`)
  expect(await amira.page.locator(`section#q-${question!.id}`).count()).toBe(1)
  await browser.close()
})
