import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { answeredOn, choose, content, course, drawnOn } from '../support/course-key.ts'
import { openBrowser, Person } from '../support/person.ts'
import { signsInByCode } from './steps.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const arrives = (name: string, script = true) => Person.arrives(name, browser, { locale: 'sv', width: 360, script })

/** In a badge test that was opened just now. */
async function tested(name: string): Promise<Person> {
  const person = await arrives(name)
  await signsInByCode(person, `${name}@plat.example`)
  await opensTest(person)
  return person
}

async function opensTest(person: Person): Promise<void> {
  await person.opens(`/courses/${course}/badge`)
  await person.presses('main form button')
  await person.page.waitForURL(/badge\/attempts\/[0-9a-f]+$/)
}

const said = (person: Person) => person.page.locator('.test-said')

/** What another device of the same person finds answered. */
async function answeredElsewhere(name: string): Promise<number> {
  const phone = await arrives(`${name}-phone`)
  await signsInByCode(phone, `${name}@plat.example`)
  await opensTest(phone)
  const answered = await answeredOn(phone)
  await phone.leaves()
  return answered
}

test('Enter in a badge test saves and hands nothing in', async () => {
  const amira = await tested('enter')
  // Enter sends a form from a field; what is put in order or paired has none.
  const first = (await drawnOn(amira)).find(({ type }) => type !== 'match' && type !== 'order')
  await choose(amira, first!, true)
  await amira.page.locator(`#q-${first!.id} input:not([type=hidden])`).first().press('Enter')
  await expect.poll(() => said(amira).innerText()).toBe('Sparat.')
  expect(amira.path()).toMatch(/attempts\/[0-9a-f]+$/)
  expect(await answeredElsewhere('enter')).toBe(1)
  await amira.leaves()
})

test('without a net the choices are said to be unsaved, wait in the browser, and are sent when it is back', async () => {
  const amira = await tested('offline')
  const questions = await drawnOn(amira)
  await amira.context.setOffline(true)
  for (const question of questions.slice(0, 3)) await choose(amira, question, true)
  await expect.poll(() => said(amira).innerText()).toContain('kunde inte sparas just nu')
  await amira.looks('-test-offline')
  await amira.page.locator('button[value="hand-in"]').click()
  await expect.poll(() => said(amira).innerText()).toContain('kunde inte sparas just nu')
  expect(amira.path()).toMatch(/attempts\/[0-9a-f]+$/)

  await amira.context.setOffline(false)
  await expect.poll(() => said(amira).innerText()).toBe('Sparat.')
  expect(await answeredElsewhere('offline')).toBe(3)
  await amira.leaves()
})

test('a tab that is closed at once loses no choice', async () => {
  const amira = await tested('closed')
  const [first, second] = await drawnOn(amira)
  await choose(amira, first!, true)
  await choose(amira, second!, true)
  await amira.page.close()
  Object.assign(amira, { page: await amira.context.newPage() })
  await opensTest(amira)
  await expect.poll(() => answeredOn(amira)).toBe(2)
  await expect.poll(() => answeredElsewhere('closed')).toBe(2)
  await amira.leaves()
})

test('of two tabs with one test none throws away what the other could not send', async () => {
  const amira = await tested('tabs')
  const [first, second] = (await drawnOn(amira)).filter(({ type }) => type === 'single')
  const page = await amira.context.newPage()
  const beside = Object.assign(Object.create(Person.prototype) as Person, amira, { page })
  await page.goto(amira.page.url())
  await amira.context.setOffline(true)
  for (const [tab, question] of [
    [amira, first],
    [beside, second],
  ] as const) {
    await choose(tab, question!, true)
    await expect.poll(() => said(tab).innerText()).toContain('kunde inte sparas')
  }
  await page.close()
  await amira.page.close()
  await amira.context.setOffline(false)
  Object.assign(amira, { page: await amira.context.newPage() })
  await opensTest(amira)
  await expect.poll(() => answeredOn(amira)).toBe(2)
  await expect.poll(() => answeredElsewhere('tabs')).toBe(2)
  await amira.leaves()
})

test('when the session has ended it is said, with a way back to the same test, where the choice still stands', async () => {
  const amira = await tested('ended')
  const drawn = await drawnOn(amira)
  // Pairs have words of their own on the page; the way back was once looked for among them.
  const first = drawn.find(({ type }) => type === 'match') ?? drawn[0]
  await amira.context.clearCookies()
  await choose(amira, first!, true)
  await expect.poll(() => said(amira).innerText()).toContain('Du är inte inloggad längre')
  // The first question is far above the foot of the form.
  const below = `document.querySelector('.test-said').getBoundingClientRect().bottom - innerHeight`
  expect(await amira.page.evaluate(below)).toBeLessThanOrEqual(0)
  const page = amira.path()
  await amira.looks('-test-session-ended')
  await amira.presses('[data-ended-way] a')
  await amira.page.waitForURL(/sign-in/)
  await signsInByCode(amira, 'ended@plat.example')
  // To the question that was on the screen.
  await expect.poll(() => amira.path()).toMatch(new RegExp(`^${page}#q-`))
  await expect.poll(() => answeredOn(amira)).toBe(1)
  expect(await answeredElsewhere('ended')).toBe(1)
  await amira.leaves()
})

test('while somebody else is signed in nothing is saved as theirs, and the page goes on when its own learner is back', async () => {
  const amira = await tested('meanwhile')
  const [first, second] = (await drawnOn(amira)).filter(({ type }) => type === 'single')
  const page = await amira.context.newPage()
  const beside = Object.assign(Object.create(Person.prototype) as Person, amira, { page })
  await amira.context.clearCookies()
  await signsInByCode(beside, 'meanwhile-other@plat.example')
  await choose(amira, first!, true)
  await expect.poll(() => said(amira).innerText()).toContain('Någon annan är inloggad')
  await amira.context.clearCookies()
  await signsInByCode(beside, 'meanwhile@plat.example')
  await choose(amira, second!, true)
  await expect.poll(() => said(amira).innerText()).toBe('Sparat.')
  expect(await answeredElsewhere('meanwhile')).toBe(2)
  await amira.leaves()
})

test('a choice that never got through before the test was handed in is shown once, with the words why', async () => {
  const amira = await tested('late')
  const [first] = await drawnOn(amira)
  await amira.context.setOffline(true)
  await choose(amira, first!, true)
  await expect.poll(() => said(amira).innerText()).toContain('kunde inte sparas')
  const phone = await arrives('late-phone')
  await signsInByCode(phone, 'late@plat.example')
  await opensTest(phone)
  await phone.presses('button[value="hand-in"]')
  await phone.page.waitForURL(/hand-in$/)
  await phone.looks('-test-hand-in-empty')
  await phone.presses('main form button')
  await phone.page.waitForSelector('.answer')
  await phone.leaves()

  await amira.page.close()
  await amira.context.setOffline(false)
  Object.assign(amira, { page: await amira.context.newPage() })
  await amira.opens(`/courses/${course}/badge`)
  const late = amira.page.locator('late-choices')
  expect(await late.innerText()).toContain('kom för sent och räknas inte')
  expect(await late.locator('li').count()).toBe(1)
  await amira.opens(`/courses/${course}/badge`)
  expect(await late.isVisible()).toBe(false)
  await amira.leaves()
})

test('on a phone the reply to an answer begins with its verdict on the screen', async () => {
  const bo = await arrives('bo')
  const { lessons } = await content()
  await bo.opens(`/courses/${course}/${lessons[0]!.id}`)
  for (const question of lessons[0]!.questions) {
    await choose(bo, question, false)
    await bo.page.locator(`#q-${question.id} .question__foot button`).click()
    const verdict = bo.page.locator(`section#q-${question.id} .verdict`)
    await verdict.waitFor()
    await expect.poll(async () => (await verdict.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    expect((await verdict.boundingBox())!.y).toBeLessThan(400)
  }
  await bo.leaves()
})

test('without scripts and without an account the reply opens at the question', async () => {
  const bo = await arrives('bo-plain', false)
  const { lessons } = await content()
  const [question] = lessons[0]!.questions
  await bo.opens(`/courses/${course}/${lessons[0]!.id}`)
  await choose(bo, question!, true)
  await bo.presses(`#q-${question!.id} .question__foot button`)
  expect(new URL(bo.page.url()).hash).toBe(`#q-${question!.id}`)
  await bo.leaves()
})

test('going on signed out leads to the first unanswered question, also once the kept answers are in; so does the other language', async () => {
  const bo = await arrives('bo-goes-on')
  const { lessons } = await content()
  const [lesson] = lessons
  await bo.opens(`/courses/${course}/${lesson!.id}`)
  for (const question of lesson!.questions.slice(0, 2)) {
    await choose(bo, question, false)
    await bo.page.locator(`#q-${question.id} .question__foot button`).click()
    await bo.page.waitForSelector(`section#q-${question.id}`)
  }
  await bo.opens('')
  await bo.page.locator('.resume .button').click()
  for (const question of lesson!.questions.slice(0, 2)) await bo.page.waitForSelector(`section#q-${question.id}`)
  const next = bo.page.locator(`#q-${lesson!.questions[2]!.id}`)
  await expect.poll(async () => (await next.boundingBox())!.y).toBeLessThan(120)
  expect((await next.boundingBox())!.y).toBeGreaterThanOrEqual(0)

  await bo.page.locator('a[hreflang="en"]').dispatchEvent('click')
  await bo.page.waitForURL(/\/en\//)
  expect(bo.path()).toBe(`/courses/${course}/${lesson!.id}#q-${lesson!.questions[2]!.id}`)
  await bo.leaves()
})

test('where storage is switched off the page says that nothing is kept, and nothing breaks', async () => {
  const bo = await arrives('bo-full')
  const errors: string[] = []
  await bo.context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    for (const name of ['setItem', 'getItem', 'removeItem'] as const) Storage.prototype[name] = refuse
  })
  bo.page.on('pageerror', (error) => errors.push(error.message))
  const { lessons } = await content()
  const [question] = lessons[0]!.questions
  await bo.opens(`/courses/${course}/${lessons[0]!.id}`)
  expect(await bo.text()).toContain('webbläsarens minne är avstängt eller fullt')
  await choose(bo, question!, true)
  await bo.page.locator(`#q-${question!.id} .question__foot button`).click()
  await bo.page.waitForSelector(`section#q-${question!.id}`)
  expect(await bo.text()).toContain('Den här webbläsaren kan inte spara svaret')
  await bo.opens('')
  expect(errors).toEqual([])
  await bo.leaves()
})

test('what a person left in the browser goes when somebody else signs in', async () => {
  const bo = await arrives('bo-shared')
  await bo.opens('')
  await bo.page.evaluate(
    `localStorage.setItem('navet.unsent.gone', '[]'); localStorage.setItem('navet.test.gone', '[]')`,
  )
  await signsInByCode(bo, 'bo-shared@plat.example')
  await bo.opens('/me')
  const names = 'JSON.stringify(Object.keys(localStorage).filter((name) => name.endsWith(".gone")))'
  await expect.poll(() => bo.page.evaluate(names)).toBe('[]')
  await bo.leaves()
})
