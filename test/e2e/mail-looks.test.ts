import { mkdirSync } from 'node:fs'

import { afterAll, expect, test } from 'vitest'

import { brokenWordsOn, lowContrastOn, openBrowser } from '../support/person.ts'
import { sampleMails } from '../support/sample-mails.ts'

const browser = await openBrowser()
const page = await browser.newPage()
const mails = await sampleMails()
/** A picture of each: look at them when you have changed how mails look. */
const output = 'test-output/mails'
mkdirSync(output, { recursive: true })

afterAll(() => browser.close())

test.each(mails.map((mail) => [mail.name, mail.html]))(
  'the mail %s fits a narrow screen and a wide one, with no word broken',
  async (name, html) => {
    await page.setContent(html)
    for (const [width, colorScheme] of [
      [320, 'light'],
      [600, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 500 })
      expect(await brokenWordsOn(page), `${width} px`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} px`).toBeLessThanOrEqual(width)
      await page.screenshot({ path: `${output}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  },
)

/** The mails differ in their words alone: one of each lane, and the one with a link, have every colour. */
const looks = mails.filter(({ name }) => /^(code|removed-from|weekly)-1-sv$/.test(name))

test.each(looks.map((mail) => [mail.name, mail.html]))(
  'every word of %s can be read, light and dark',
  async (_, html) => {
    await page.setContent(html)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await lowContrastOn(page), colorScheme).toEqual([])
    }
  },
)

test('a mail whose styles were taken away can be read as well', async () => {
  for (const { html } of looks) {
    await page.setContent(html.replace(/<style>[\s\S]*<\/style>/, ''))
    await page.setViewportSize({ width: 320, height: 500 })
    expect(await lowContrastOn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  }
})
