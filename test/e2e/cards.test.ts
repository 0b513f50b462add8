import { afterAll, expect, inject, test } from 'vitest'

import { urls } from '../../web/urls.ts'
import { course } from '../support/course-key.ts'
import { openBrowser, Person } from '../support/person.ts'
import { signsInByCode } from './steps.ts'

const browser = await openBrowser()
const here = inject('baseUrl')
afterAll(() => browser.close())

/** Of each thing on the page, whether its corners and its middle lie in a link. */
function pressable(selector: string): string {
  return `[...document.querySelectorAll('${selector}')].map((each) => {
    each.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = each.getBoundingClientRect()
    return [[.03, .1], [.5, .5], [.97, .1], [.97, .9]].every(([x, y]) =>
      document.elementFromPoint(left + width * x, top + height * y)?.closest('a'))
  })`
}

test.each([
  [urls.catalogue('sv'), '.course'],
  [urls.catalogue('sv'), '.path'],
  [urls.catalogue('sv'), '.area'],
  [urls.course('sv', course), '.lessons li'],
  [urls.path('sv', 'employee'), '.course:not(.course--coming)'],
])('on %s the whole of a card is a link: %s', async (path, selector) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' })
  await page.goto(here + path)
  const found = await page.evaluate<boolean[]>(pressable(selector))
  expect(found.length).toBeGreaterThan(0)
  expect(found).not.toContain(false)
  await page.close()
})

test('my courses and my badges are pressed anywhere, and what leads elsewhere in them still does', async () => {
  const anders = await Person.arrives('anders', browser, { locale: 'sv', width: 360, script: true })
  await signsInByCode(anders, 'anders@siljansplat.example')
  await anders.page.goto(here + urls.me('sv'))
  for (const selector of ['.me-courses > li', '.shelf li']) {
    const found = await anders.page.evaluate<boolean[]>(pressable(selector))
    expect(found.length).toBeGreaterThan(0)
    expect(found).not.toContain(false)
  }
  // The link lies above its picture: it is what is pressed there.
  await anders.page.locator('.me-course__badge svg').first().click({ force: true })
  await anders.page.waitForURL(/\/badges\//)
  await anders.leaves()
})

test('the first screen of a phone has something to do', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.goto(here + urls.catalogue('sv'))
  const box = await page.locator('.hero .button').boundingBox()
  expect(box!.y + box!.height).toBeLessThanOrEqual(640)
  await page.locator('.hero .button').click()
  await page.waitForURL(/\/courses\/[^/]+\/[^/]+$/)
  await page.close()
})

test('at four times the size nothing stands in the way of the text', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 256 } })
  await page.goto(here + urls.lesson('sv', course, 'three-questions'))
  const covering = await page.evaluate<number>(
    `Math.max(0, ...[...document.querySelectorAll('body *')].filter((e) => ['sticky', 'fixed'].includes(getComputedStyle(e).position))
      .map((e) => e.getBoundingClientRect()).filter((r) => r.top < innerHeight && r.bottom > 0).map((r) => r.height / innerHeight))`,
  )
  expect(covering).toBe(0)
  await page.close()
})
