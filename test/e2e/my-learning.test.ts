import { afterAll, expect, test } from 'vitest'

import { openBrowser, Person } from '../support/person.ts'
import { presses, tabsTo } from './keyboard.ts'
import { signsInByCode } from './steps.ts'

const browser = await openBrowser()
afterAll(() => browser.close())

test.each([
  ['amira', /Fortsätt med/, { locale: 'sv', width: 360, script: false }],
  ['anders', /Nothing is waiting/, { locale: 'en', width: 1280, script: true }],
  ['ny', /Börja med fem minuter/, { locale: 'sv', width: 768, script: false }],
] as const)(
  '%s reaches the one thing to do by keyboard, before anything else of the page',
  async (name, sentence, at) => {
    const person = await Person.arrives(`${name}-me`, browser, at)
    await signsInByCode(person, `${name}@siljansplat.example`)
    await person.opens('/me')
    expect(await person.page.locator('.now h2').first().innerText()).toMatch(sentence)

    await tabsTo(person, 'main a')
    const button = person.page.locator('main a:focus')
    expect(await button.getAttribute('class')).toContain('button')
    const href = await button.getAttribute('href')
    await presses(person, 'Enter')
    await person.page.waitForURL((url) => url.href.endsWith(href!))
    await person.leaves()
  },
)

test('the thing to do is on the first screen of a phone', async () => {
  const amira = await Person.arrives('amira-me', browser, { locale: 'sv', width: 360, script: true })
  await signsInByCode(amira, 'amira@siljansplat.example')
  await amira.page.setViewportSize({ width: 360, height: 640 })
  await amira.opens('/me')
  const box = await amira.page.locator('.now .button').boundingBox()
  expect(box!.y + box!.height).toBeLessThanOrEqual(640)
  await amira.leaves()
})
