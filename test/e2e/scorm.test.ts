import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { authoringOf } from '../../tools/authoring/questions/registry.ts'
import type { Chosen } from '../../worker/questions/given.ts'
import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'
import { questionTypes, rulesOf } from '../../worker/questions/registry.ts'
import { audit, openBrowser } from '../support/person.ts'
import { servePackage } from './serve-package.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Somebody with a browser of their own, in which nothing may be refused, missing or said on the console. */
async function opens(address: string, width = 1280): Promise<{ page: Page; frame: FrameLocator; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(response.url())
  })
  await page.goto(address)
  return { page, frame: page.frameLocator('iframe'), faults }
}

function kept(page: Page): Promise<{ core: Record<string, any>; suspend_data: string }> {
  return page.evaluate("JSON.parse(localStorage.getItem('cmi')).cmi ?? JSON.parse(localStorage.getItem('cmi'))")
}

/** A right answer, or a wrong one, and what Navet's own marking says of it. */
function answerTo(question: Question, locale: Locale, right: boolean) {
  const rules = rulesOf(question)
  const tokens = Array.from({ length: rules.count(question) }, (_, ordinal) => `${question.id}.${ordinal}`)
  const given = authoringOf(question).give(question, right, { locale, tokens })
  return { given, isRight: rules.mark(question, rules.read(question, given, { locale, tokens }) as Chosen) }
}

/** Answers as a person does in the native fields; gives whether that was right. */
async function answers(frame: FrameLocator, question: Question, locale: Locale, right: boolean): Promise<boolean> {
  const { given, isRight } = answerTo(question, locale, right)
  const form = frame.locator(`form#q-${question.id}`)
  const selects = form.locator('select')
  const isStory = (await form.locator('.story').count()) > 0
  if (isStory) for (const token of given as string[]) await form.locator(`button[value="${token}"]`).click()
  else if (typeof given === 'string') await form.locator('input[name="t"]').fill(given)
  else if ((await selects.count()) > 0) await choose(form, given as string[])
  else for (const token of given as string[]) await form.locator(`input[value="${token}"]`).check()
  if (!isStory) await form.locator('button[class*="button--wide"]').click()
  await frame.locator(`section#q-${question.id}`).waitFor()
  return isRight
}

/** An order's selects hold places, those of a match hold tokens. */
async function choose(form: ReturnType<FrameLocator['locator']>, tokens: string[]): Promise<void> {
  const isMatch = (await form.locator('select[data-place]').count()) > 0
  for (const [i, token] of tokens.entries()) {
    if (isMatch) await form.locator('select').nth(i).selectOption(token)
    else await form.locator(`select[name="p.${token}"]`).selectOption(String(i + 1))
  }
}

test.each(['sv', 'en'] as const)(
  'every type of question is answered in a platform (%s), and status and score are those of our own marking',
  async (locale) => {
    const { questions, address } = await servePackage(locale, 'all-types', 'granska-svaret')
    const { page, frame, faults } = await opens(address)
    await frame.locator('form').first().waitFor()
    expect((await kept(page)).core).toMatchObject({ lesson_status: 'incomplete', exit: 'suspend' })

    const all = questions.flat()
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(Object.keys(questionTypes)))
    let firstRight = 0
    for (const [i, question] of all.entries()) {
      const lesson = questions.findIndex((asked) => asked.includes(question))
      await frame.locator('.steps-nav a').nth(lesson).click()
      expect((await kept(page)).core.lesson_status).toBe('incomplete')
      const isRight = await answers(frame, question, locale, i % 3 !== 0)
      expect(isRight).toBe(i % 3 !== 0)
      if (isRight) firstRight += 1
      const { [question.id]: own } = JSON.parse((await kept(page)).suspend_data)
      expect([question.id, own[1]]).toEqual([question.id, Number(isRight)])
      expect(await frame.locator(`#verdict-${question.id}`).innerText()).not.toBe('')
    }
    expect(firstRight).toBe(all.length - Math.ceil(all.length / 3))
    const { core, suspend_data } = await kept(page)
    const raw = String(Math.round((100 * firstRight) / all.length))
    expect(core).toMatchObject({ lesson_status: 'completed', score: { raw, min: '0', max: '100' } })
    expect(suspend_data.length).toBeLessThan(4096)
    expect(await page.evaluate('API.lmsGetLastError()')).toBe('0')
    expect(faults).toEqual([])
  },
)

test('who closes the course and opens it again stands where they were, with their own answers', async () => {
  const { questions, address } = await servePackage('sv', 'granska-svaret')
  const { page, frame, faults } = await opens(address, 390)
  const [first, second] = [questions[0]![0]!, questions[1]!]
  await answers(frame, first, 'sv', true)
  await frame.locator('.steps-nav a').nth(1).click()
  await frame.getByRole('heading', { level: 1, name: 'Tre frågor innan svaret lämnar huset' }).waitFor()
  expect(await frame.locator('h1:focus').count()).toBe(1)
  await answers(frame, second[0]!, 'sv', false)
  const before = await kept(page)
  expect(before.core).toMatchObject({
    lesson_location: 'three-questions',
    lesson_status: 'incomplete',
    score: { raw: '5' },
  })

  await page.goto('about:blank')
  await page.goto(address)
  await frame.locator(`section#q-${second[0]!.id}`).waitFor()
  expect(await page.evaluate("localStorage.getItem('finished')")).toBe('yes')
  expect(await frame.locator('h1').innerText()).toBe('Tre frågor innan svaret lämnar huset')
  expect(await frame.locator(`section#q-${second[0]!.id} .yours`).count()).toBeGreaterThan(0)
  const isSeen = (id: string) =>
    frame.locator(`#q-${id}`).evaluate((element) => {
      const { top } = (element as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect()
      return top >= -1 && top < 800
    })
  await expect.poll(() => isSeen(second[1]!.id)).toBe(true)

  // The first answer is what counts, however often somebody tries.
  await frame.locator(`section#q-${second[0]!.id} [data-again]`).click()
  await answers(frame, second[0]!, 'sv', true)
  const after = await kept(page)
  expect(after.core).toMatchObject({ lesson_status: 'incomplete', score: { raw: '5' } })

  for (const [lesson, asked] of questions.entries()) {
    await frame.locator('.steps-nav a').nth(lesson).click()
    await frame.locator(`#q-${asked[0]!.id}`).waitFor()
    for (const question of asked)
      if ((await frame.locator(`form#q-${question.id}`).count()) > 0) await answers(frame, question, 'sv', true)
  }
  const total = questions.flat().length
  const raw = String(Math.round((100 * (total - 1)) / total))
  expect((await kept(page)).core).toMatchObject({ lesson_status: 'completed', score: { raw } })
  expect(faults).toEqual([])
})

test('a story is walked part by part, a step back and from a bad ending to where it turned; another prompt is a press away', async () => {
  const { questions, address } = await servePackage('sv', 'all-types')
  const { page, frame, faults } = await opens(address)
  const of = (type: Question['type']) => questions.flat().find((question) => question.type === type)!
  const [story, prompts] = [of('branch'), of('replay')]
  const form = frame.locator(`form#q-${story.id}`)
  const first = await form.locator('h3').innerText()
  const [token, ...rest] = answerTo(story, 'sv', true).given as string[]
  expect(rest.length).toBeGreaterThan(0)
  await form.locator(`button[value="${token}"]`).click()
  await expect.poll(() => form.locator('h3').innerText()).not.toBe(first)
  expect(await form.locator('h3:focus').count()).toBe(1)
  expect(JSON.parse((await kept(page)).suspend_data)).toEqual({})
  await form.locator('a[href*="far="]').click()
  await expect.poll(() => form.locator('h3').innerText()).toBe(first)

  await answers(frame, story, 'sv', false)
  const ending = frame.locator(`section#q-${story.id}`)
  await ending.locator('.ending a').click()
  await form.waitFor()
  expect(JSON.parse((await kept(page)).suspend_data)[story.id][1]).toBe(0)

  await answers(frame, prompts, 'sv', true)
  const tried = frame.locator(`section#q-${prompts.id}`)
  const before = await tried.locator('blockquote').innerText()
  await tried.locator('.choices button').first().click()
  await expect.poll(() => tried.locator('blockquote').innerText()).not.toBe(before)
  expect(JSON.parse((await kept(page)).suspend_data)[prompts.id][1]).toBe(1)
  expect(faults).toEqual([])
})

test('a guess stands beside the answer and opens what explains it; hints come one at a time; nothing of it is kept', async () => {
  const { questions, address } = await servePackage('sv', 'all-types')
  const { page, frame, faults } = await opens(address, 390)
  const [asked, told] = [frame.locator('.estimate'), frame.getByText('Tio personer provade')]
  expect(await told.isVisible()).toBe(false)
  await asked.locator('input').fill('3.900')
  await asked.locator('button').click()
  await asked.locator('[role="alert"]', { hasText: 'Skriv 3900 eller 3,9' }).waitFor()
  await asked.locator('input').fill('120 sek')
  await asked.locator('input').press('Enter')
  await told.waitFor()
  expect(await frame.locator('.estimate:focus').innerText()).toMatch(/gissade\s+120 sekunder\s+Svaret\s+38 sekunder/)
  await asked.locator('a').click()
  await asked.locator('form').waitFor()

  const hints = frame.locator(`#q-${questions.flat().find((question) => question.hints)!.id} .hint`)
  await hints.first().locator('summary').first().click()
  expect(await hints.locator('p').evaluateAll((all) => all.map((p) => (p as any).checkVisibility()))).toEqual([
    true,
    false,
  ])
  expect(JSON.parse((await kept(page)).suspend_data)).toEqual({})
  expect(faults).toEqual([])
})

test('an answer that is not whole is sent back in words and counts as none; the page says that it holds the key', async () => {
  const { questions, address } = await servePackage('sv', 'all-types')
  const { page, frame } = await opens(address)
  for (const question of questions.flat()) {
    const form = frame.locator(`form#q-${question.id}`)
    // In a story every press is a choice.
    if ((await form.locator('.story').count()) > 0) continue
    await form.locator('button[class*="button--wide"]').click()
    expect(await form.locator('[role="alert"]').innerText()).not.toBe('')
  }
  expect(JSON.parse((await kept(page)).suspend_data)).toEqual({})
  expect(await frame.locator('main').innerText()).toContain('Facit till övningarna följer med i det här paketet')
})

test('without a platform around it the course works, and says that nothing is kept', async () => {
  const { questions, address } = await servePackage('en', 'granska-svaret')
  const { page, faults } = await opens(`${address}package/index.html`, 360)
  await page.getByText('No learning platform answers').waitFor()
  const id = questions[0]![0]!.id
  await page.locator(`form#q-${id} input[name="o"]`).first().check()
  await audit(page, 'a course without a platform')
  expect(faults).toEqual([])
})

/** Somebody for whom the platform has kept something before. */
async function opensWith(cmi: object, address: string) {
  const { page, frame } = await opens(`${address}run-time.js`)
  await page.addInitScript((before) => localStorage.setItem('cmi', before), JSON.stringify(cmi))
  await page.goto(address)
  await frame.locator('form').first().waitFor()
  return { page, frame }
}

test('what a platform kept and nobody can read is told, and the course begins anew', async () => {
  const { address } = await servePackage('sv', 'granska-svaret')
  const { frame } = await opensWith({ suspend_data: '{broken', core: { lesson_location: 'gone' } }, address)
  await frame.getByText('Det som lärplattformen hade sparat går inte att läsa').waitFor()
})

test('who had completed the course before it grew has completed it', async () => {
  const { address } = await servePackage('sv', 'granska-svaret')
  const { page } = await opensWith({ suspend_data: '{}', core: { lesson_status: 'completed' } }, address)
  expect((await kept(page)).core.lesson_status).toBe('completed')
})
