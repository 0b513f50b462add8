import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { mailTo, openBrowser, Person, type Surroundings } from '../support/person.ts'
import { signsInByCode, startsCompany } from './steps.ts'

/**
 * A kick-off: sixty people in one hall. Fifty-six come in by the link on the wall with their own phones, three have no
 * mailbox and come in by a slip of paper, and one, invited by mail, reads what is shared and says no. Everybody has a
 * browser of their own, a few at a time as in a hall; it is to take minutes, not the ten that a hall has.
 */
const byLink = 56
const onPaper = ['Pelle Lager', 'Stina Ugn', 'Ove Press']
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
  'sixty people in one hall: by the link, by slips of paper without a mailbox, and one who says no and is told of to nobody',
  { timeout: hallMs + 120_000 },
  async () => {
    const owner = await Person.arrives('kick-off-owner', browser, desk)
    await signsInByCode(owner, 'anders-kick-off@plat.example')
    const company = await startsCompany(owner, 'Kickoff Plåt', 'Anders Öst')
    await owner.opens(`${company.path}/invitations/poster`)
    const slips = await printsSlips(owner, company.path)
    const invited = 'rut-kick-off@plat.example'
    await invitesByMail(owner, company.path, invited)

    const began = Date.now()
    const joined = await inTurns(byLink, atOnce, (n) => joins(n, company.link))
    const papers = await inTurns(slips.length, slips.length, (n) => joinsByPaper(slips[n]!, n))
    await declines(invited)
    expect(Date.now() - began).toBeLessThan(hallMs)

    expect([...joined, ...papers].filter(({ path }) => path !== `${company.path}/seen`)).toEqual([])
    // What each sees of the company is the own row, and nobody else's.
    expect([...joined, ...papers].filter(({ name, seen }) => !seen[0]?.includes(name) || seen.length > 1)).toEqual([])
    expect(new Set(papers.map(({ card }) => card)).size).toBe(onPaper.length)

    const names = await namesOn(owner, company.path)
    expect(names.toSorted()).toEqual(['Anders Öst', ...[...joined, ...papers].map(({ name }) => name)].toSorted())
    // The no looks like an invitation that nobody has answered.
    await owner.opens(`${company.path}/invitations`)
    expect(await owner.text()).toContain(invited)
    expect(await owner.text()).not.toMatch(/tackat nej|nej tack/i)
    await owner.leaves()
  },
)

/** Slips of paper for those without a mailbox: their codes, as they stand on the sheet. */
async function printsSlips(owner: Person, company: string): Promise<string[]> {
  await owner.opens(`${company}/papers`)
  await owner.types('names', onPaper.join('\n'))
  await owner.presses('form[action$="/papers"] button')
  await owner.page.goto(`${owner.origin}/sv${company}/papers/sheet`)
  await owner.looks('-slips')
  const sheet = await owner.page.locator('.way-cards').innerText()
  const codes = sheet.match(/\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/g) ?? []
  expect(new Set(codes).size).toBe(onPaper.length)
  return [...new Set(codes)]
}

async function invitesByMail(owner: Person, company: string, email: string): Promise<void> {
  await owner.opens(`${company}/invitations`)
  await owner.types('rows', `Rut Nej, ${email}`)
  await owner.presses('form[action$="/invitations/list"] button')
  await owner.page.waitForURL(/\/results\//)
  await owner.looks('-invited')
}

/** Reads what would be shared, and says no: nothing more is asked. */
async function declines(email: string): Promise<void> {
  const person = await Person.arrives('kick-off-decliner', browser, phone)
  const { link } = await mailTo(email)
  await person.page.goto(link)
  const place = person.page.url()
  await signsInByCode(person, email)
  await person.page.goto(place)
  await person.looks('-invited-one')
  await person.presses('button[formaction$="/decline"]')
  await person.page.waitForURL(/\/decline$/)
  await person.looks('-declined')
  await person.opens('/companies?all=1')
  expect(await person.text()).not.toContain('Kickoff Plåt')
  await person.leaves()
}

/** Types the code of a slip, says yes, and is shown the recovery card before anything else. */
async function joinsByPaper(code: string, n: number) {
  const person = await Person.arrives(`kick-off-paper-${n}`, browser, phone)
  const { page } = person
  await page.goto(`${person.origin}/sv/join`)
  await person.types('code', code)
  await person.presses('main form button')
  await page.waitForURL(/\/join\/[0-9A-Z]{16}/)
  if (n === 0) await person.looks('-paper')
  const name = await page.locator('[name="name"]').inputValue()
  await page.locator('[name="accept"]').check()
  await person.presses('main form.form button')
  await page.waitForSelector('.way-card__code')
  if (n === 0) await person.looks('-recovery-card')
  const card = await page.locator('.way-card__code strong').innerText()
  await person.presses('form[action$="/recovery/card"] button')
  await page.waitForURL(/\/seen/)
  const seen = await page.locator('.matrix tbody [role="rowheader"]').allInnerTexts()
  const path = person.path()
  await person.leaves()
  return { name, path, card, seen: seen.map((each) => each.trim()) }
}

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
