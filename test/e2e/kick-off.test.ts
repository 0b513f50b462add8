import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { mailTo, openBrowser, Person, type Surroundings } from '../support/person.ts'
import { signsInByCode, startsCompany } from './steps.ts'

/**
 * A kick-off: sixty people in one hall with their own phones, a link on the wall, one who reads and says no. Everybody
 * signs in and joins in a browser of their own, a few at a time as a hall does; the whole is to take minutes, not the
 * ten that a hall has.
 */
const people = 60
const atOnce = 5
const hallMs = 240_000

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const desk: Surroundings = { locale: 'sv', width: 1280, script: true }
const phone: Surroundings = { locale: 'sv', width: 360, script: true }

test(
  'sixty people in one hall: all but one join by the link on the wall, and that one is seen by nobody',
  { timeout: hallMs + 60_000 },
  async () => {
    const owner = await Person.arrives('kick-off-owner', browser, desk)
    await signsInByCode(owner, 'anders-kick-off@plat.example')
    const company = await startsCompany(owner, 'Kickoff Plåt', 'Anders Öst')

    const decliner = await Person.arrives('kick-off-decliner', browser, phone)
    await decliner.opens(company.link)
    expect(await decliner.text()).toContain('Kickoff Plåt')
    await decliner.leaves()

    const began = Date.now()
    const joined = await inTurns(people - 1, atOnce, (n) => joins(n, company.link))
    expect(Date.now() - began).toBeLessThan(hallMs)
    expect(joined.filter(({ path }) => path !== `${company.path}/seen`)).toEqual([])
    // What each sees of the company is the own row, and nobody else's.
    expect(joined.filter(({ name, seen }) => !seen.includes(name) || seen.length > 1)).toEqual([])

    const names = await namesOn(owner, company.path)
    expect(names).toHaveLength(people)
    expect(names.filter((name) => name.startsWith('Person '))).toEqual(
      joined.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'sv')),
    )
    await owner.leaves()
  },
)

/** One person with a phone of their own: opens the link, signs in with the mailed code, reads, and says yes. */
async function joins(n: number, link: string) {
  const name = `Person ${String(n).padStart(2, '0')}`
  const email = `person-${n}-kick-off@plat.example`
  const person = await Person.arrives(`kick-off-${n}`, browser, phone)
  const { page } = person
  const place = `${person.origin}/sv${link}`
  await page.goto(place)
  await page.locator('main a[href*="/sign-in?next="]').first().click()
  await page.waitForURL(/\/sign-in\?next=/)
  await person.types('email', email)
  await person.presses('main form button')
  await page.waitForURL(/sign-in\/code/)
  await person.types('code', (await mailTo(email)).code)
  await person.presses('main form button')
  await page.waitForURL(`${place}*`)
  if (n === 0) await person.looks('-join')
  await person.types('name', name)
  await page.locator('[name="accept"]').check()
  await person.presses('main form.form button')
  await page.waitForURL(/\/seen\?joined=1$/)
  const seen = await page.locator('.matrix tbody [role="rowheader"]').allInnerTexts()
  if (n === 0) await person.looks('-joined')
  const path = person.path()
  await person.leaves()
  return { name, path, seen: seen.map((each) => each.trim()) }
}

/** Every name of the team, page after page. */
async function namesOn(owner: Person, path: string): Promise<string[]> {
  const names: string[] = []
  await owner.opens(path)
  for (;;) {
    const heads = await owner.page.locator('.matrix tbody [role="rowheader"]').allInnerTexts()
    names.push(...heads.map((each) => each.split('\n')[0]!.trim()))
    const next = owner.page.locator('main a[href*="after="]')
    if ((await next.count()) === 0) return names
    await next.first().click()
    await owner.page.waitForURL(/after=/)
  }
}

/** Does something so many times, a few at a time. */
async function inTurns<T>(times: number, most: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: most }, async () => {
      while (next < times) {
        const n = next++
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what a turn is
        done[n] = await work(n)
      }
    }),
  )
  return done
}
