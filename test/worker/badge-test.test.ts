import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { ChoiceQuestion } from '../../worker/questions/choice.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { attempts, submissions } from '../../worker/db/schema/quizzes.ts'
import { course } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
const start = `/sv/courses/${course}/badge`

interface TestForm {
  path: string
  /** Tokens by question, in the order shown, with the words of each option. */
  questions: Map<string, { token: string; words: string }[]>
}

async function open(browser: Browser): Promise<TestForm> {
  const opened = await browser.post(`${start}/attempts`, {})
  expect(opened.status).toBe(303)
  return read(opened.location!, await browser.get(opened.location!))
}

function read(path: string, page: Answer): TestForm {
  const questions: TestForm['questions'] = new Map()
  for (const [, name, token, words] of page.text.matchAll(
    /name="q\.([^"]+)" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g,
  )) {
    questions.set(name!, [...(questions.get(name!) ?? []), { token: token!, words: words! }])
  }
  return { path, questions }
}

/** Answers `right` questions rightly and the rest wrongly, by the key as it is stored. */
async function sheet({ questions }: TestForm, right: number): Promise<Record<string, string>> {
  const entries = await Promise.all(
    [...questions].map(async ([name, options], i) => {
      const [row] = await db.select().from(questionVersions).where(eq(questionVersions.question, name))
      const question = row!.content as ChoiceQuestion
      const words = question.text.sv.options[question.key[0]!]!.text
      const option = options.find((each) => (each.words === words) === i < right)!
      return [`q.${name}`, option.token] as const
    }),
  )
  return Object.fromEntries(entries)
}

async function rows(email: string) {
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const of = user!.id
  return {
    attempts: await db.select().from(attempts).where(eq(attempts.learner, of)),
    submissions: await db.select().from(submissions).where(eq(submissions.learner, of)),
    awards: await db.select().from(awards).where(eq(awards.learner, of)),
  }
}

/** The clock, moved by moving what is remembered. */
async function hoursPass(email: string, hours: number): Promise<void> {
  const ms = hours * 3_600_000
  const of = sql`(select id from users where email = ${email})`
  await db.run(sql`update attempts set opened_at = opened_at - ${ms} where learner = ${of}`)
  await db.run(sql`update submissions set at = at - ${ms} where learner = ${of}`)
}

test('signed out, the badge test leads to sign-in and back', async () => {
  const { Browser } = await import('../support/worker.ts')
  const page = await new Browser().get(start)
  expect(page.status).toBe(303)
  expect(page.location).toBe(`/sv/sign-in?next=${encodeURIComponent(start)}`)
})

test('ten questions are drawn, spread over the outcomes, without key or reasons in the page', async () => {
  const browser = await signedIn()
  const form = await open(browser)
  expect(form.questions.size).toBe(10)
  const page = await browser.get(form.path)
  expect(page.text).not.toContain('Därför att alternativ')
})

test('a test that is left is resumed with the same questions and what was chosen so far', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  const answers = await sheet(form, 10)
  const some = Object.fromEntries(Object.entries(answers).slice(0, 3))
  expect((await browser.post(form.path, some)).location).toBe(`${start}?said=saved`)

  const elsewhere = await signedIn(email)
  const again = await open(elsewhere)
  expect(again.path).toBe(form.path)
  expect([...again.questions.keys()]).toEqual([...form.questions.keys()])
  const page = await elsewhere.get(form.path)
  expect([...page.text.matchAll(/checked=""/g)].length).toBe(3 + 1) // and the theme
})

test('eight right pass, and the badge has a public page that says nothing of the person', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  const done = await browser.post(`${form.path}/submission`, await sheet(form, 8))
  expect(done.location).toBe(form.path)
  const review = await browser.get(form.path)
  expect(review.text).toContain('Du klarade det.')
  expect(review.text).toContain('Därför att alternativ')

  const { awards: held } = await rows(email)
  expect(held).toHaveLength(1)
  const { Browser } = await import('../support/worker.ts')
  const page = await new Browser().get(`/en/badges/${held[0]!.id}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('AI Checker')
  expect(page.text).not.toContain(email)
})

test('seven right do not; the next draw waits ten minutes and has other questions first', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  await browser.post(`${form.path}/submission`, await sheet(form, 7))
  expect((await rows(email)).awards).toHaveLength(0)
  const review = await browser.get(form.path)
  expect(review.text).toContain('Inte den här gången.')

  expect((await browser.post(`${start}/attempts`, {})).location).toBe(start)
  expect((await browser.get(start)).text).toContain('Nya frågor kan du få kl.')

  await hoursPass(email, 10 / 60)
  const second = await open(browser)
  const repeated = [...second.questions.keys()].filter((name) => form.questions.has(name))
  expect(repeated).toEqual([])
})

test('after the clock was set back a test is drawn all the same, and resumed', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  await browser.post(`${form.path}/submission`, await sheet(form, 7))
  await hoursPass(email, -5)
  const second = await open(browser)
  expect(second.path).not.toBe(form.path)
  expect((await open(browser)).path).toBe(second.path)
})

test('the same submission again gives the first result; another one is a conflict; nothing doubles', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  const answers = await sheet(form, 9)
  await Promise.all([
    browser.post(`${form.path}/submission`, answers),
    browser.post(`${form.path}/submission`, answers),
  ])
  const before = await rows(email)
  expect((await browser.post(`${form.path}/submission`, answers)).status).toBe(303)
  const other = await browser.post(`${form.path}/submission`, await sheet(form, 10))
  expect(other.status).toBe(409)
  expect(other.text).toContain('Provet är redan inlämnat')
  expect(await rows(email)).toEqual(before)
  expect(before.awards).toHaveLength(1)
})

test('a test that is a day old closes, which is no failure, and a new one opens at once', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  const answers = await sheet(form, 10)
  await hoursPass(email, 24)
  const late = await browser.post(`${form.path}/submission`, answers)
  expect(late.status).toBe(409)
  expect(late.text).toContain('Provet har stängt')
  expect((await rows(email)).submissions).toHaveLength(0)
  const fresh = await open(browser)
  expect(fresh.path).not.toBe(form.path)
})

test('two tabs that open a test at once get the same one', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const [one, two] = await Promise.all([open(browser), open(browser)])
  expect(one.path).toBe(two.path)
  expect((await rows(email)).attempts).toHaveLength(1)
})

test("another learner's attempt does not exist", async () => {
  const form = await open(await signedIn())
  const stranger = await signedIn()
  expect((await stranger.get(form.path)).status).toBe(404)
  expect((await stranger.post(`${form.path}/submission`, await sheet(form, 10))).status).toBe(404)
})

test('a question that was not drawn, and an option that does not exist, are refused and nothing is stored', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = await open(browser)
  const answers = await sheet(form, 10)
  const [first] = Object.keys(answers)
  expect((await browser.post(`${form.path}/submission`, { ...answers, 'q.not-drawn': 'x' })).status).toBe(422)
  expect((await browser.post(`${form.path}/submission`, { ...answers, [first!]: 'x' })).status).toBe(422)
  expect((await rows(email)).submissions).toHaveLength(0)
})

test('drawing and submitting cost at most two round trips each', async () => {
  const browser = await signedIn()
  const opened = await browser.post(`${start}/attempts`, {})
  expect(opened.trips).toBeLessThanOrEqual(2)
  const page = await browser.get(opened.location!)
  expect(page.trips).toBe(1)
  const form = read(opened.location!, page)
  const done = await browser.post(`${form.path}/submission`, await sheet(form, 8))
  expect(done.trips).toBeLessThanOrEqual(2)
})
