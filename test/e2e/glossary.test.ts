import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { course } from '../support/course-key.ts'
import { openBrowser, Person } from '../support/person.ts'

const lesson = `/courses/${course}/why-wrong-sounds-right`
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

test('a term is explained when it is pointed at, and the pointer may move on to the explanation', async () => {
  const reader = await Person.arrives('reader', browser, { locale: 'sv', width: 1280, script: true })
  await reader.page.clock.install()
  await reader.opens(lesson)
  const [term, note] = [reader.page.locator('.term').first(), reader.page.locator('.term-note').first()]
  expect(await note.isVisible()).toBe(false)

  await term.hover()
  await note.waitFor({ state: 'visible' })
  await note.hover()
  await reader.page.clock.runFor(500)
  expect(await note.isVisible()).toBe(true)
  await reader.page.mouse.move(5, 5)
  await note.waitFor({ state: 'hidden' })
  await reader.leaves()
})

test('a term is explained when the keyboard reaches it; Escape puts the explanation away', async () => {
  const reader = await Person.arrives('reader', browser, { locale: 'en', width: 360, script: true })
  await reader.opens(lesson)
  const [term, note] = [reader.page.locator('.term').first(), reader.page.locator('.term-note').first()]
  await reader.page.locator('.steps-nav a').last().focus()
  await reader.page.keyboard.press('Tab')
  await note.waitFor({ state: 'visible' })
  await reader.looks('-term-in-focus')
  expect(await term.evaluate('this.document.activeElement.className')).toBe('term')
  await reader.page.keyboard.press('Escape')
  expect(await note.isVisible()).toBe(false)
  await reader.page.keyboard.press('Enter')
  await note.waitFor({ state: 'visible' })
  await reader.page.keyboard.press('Tab')
  await note.waitFor({ state: 'hidden' })
  await reader.leaves()
})

test('without JavaScript a press explains a term, and every term is listed at the end', async () => {
  const reader = await Person.arrives('reader', browser, { locale: 'sv', width: 360, script: false })
  await reader.opens(lesson)
  await reader.presses('.term')
  await reader.page.locator('.term-note').first().waitFor({ state: 'visible' })
  await reader.looks('-term-pressed')
  const terms = await reader.page.locator('.term').allInnerTexts()
  expect(terms.length).toBeGreaterThan(1)
  expect(await reader.page.locator('.words dt').count()).toBe(terms.length)
  expect(await reader.page.locator('.words dd').allInnerTexts()).toEqual(
    await reader.page.locator('.term-note').allTextContents(),
  )
  await reader.leaves()
})
