import { catalogue } from 'virtual:catalogue'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { attempts, type DrawnQuestion, remarkings, submissions } from '../../worker/db/schema/quizzes.ts'
import { voidQuestions } from '../../worker/quizzes/voiding/apply/void-questions.ts'
import { type MadeCourse, makeCourse } from '../support/made-course.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

interface Sheet {
  path: string
  /** In the order drawn: id, the right option's token, a wrong one's. */
  choices: [id: string, right: string, wrong: string][]
}

const start = ({ id }: MadeCourse) => `/sv/courses/${id}/badge`

async function openTest(browser: Browser, course: MadeCourse): Promise<Sheet> {
  const path = (await browser.post(`${start(course)}/attempts`, {})).location!
  return readTest(browser, course, path)
}

async function readTest(browser: Browser, course: MadeCourse, path: string): Promise<Sheet> {
  const { text } = await browser.get(path)
  const options = [...text.matchAll(/name="q\.([^"]+)" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g)]
  const choices = [...new Set(options.map(([, id]) => id!))].map((id): Sheet['choices'][number] => {
    const { text: words, key } = course.pool.find((each) => each.id === id)!
    const isRight = ([, , , said]: RegExpExecArray) => said === words.sv.options[key[0]!]!.text
    const own = options.filter(([, name]) => name === id)
    return [id, own.find(isRight)![2]!, own.find((option) => !isRight(option))![2]!]
  })
  return { path, choices }
}

/** Right for the first so many, wrong for the others; those left out are not in the form at all. */
function fields({ choices }: Sheet, right: number, without: string[] = []): Record<string, string> {
  return Object.fromEntries(
    choices.flatMap(([id, yes, no], i) => (without.includes(id) ? [] : [[`q.${id}`, i < right ? yes : no]])),
  )
}

const apply = (course: MadeCourse) =>
  voidQuestions({ db, catalogue: { ...catalogue, courses: [course.summary] }, now: new Date() })

async function rowsOf(email: string) {
  const learner = (await db.select().from(users).where(eq(users.email, email)))[0]!.id
  return {
    attempt: (await db.select().from(attempts).where(eq(attempts.learner, learner)))[0]!,
    submissions: await db.select().from(submissions).where(eq(submissions.learner, learner)),
    remarkings: await db.select().from(remarkings).where(eq(remarkings.learner, learner)),
    awards: await db.select().from(awards).where(eq(awards.learner, learner)),
  }
}

async function opened(course: MadeCourse) {
  const email = somebody()
  const browser = await signedIn(email)
  return { email, browser, sheet: await openTest(browser, course) }
}

test('one that is not answered is another one at the next load, and the test is handed in with that', async () => {
  const course = await makeCourse(db)
  const { email, browser, sheet } = await opened(course)
  const voided = sheet.choices[3]![0]
  course.voids(course.voiding(voided))
  await apply(course)
  await apply(course)

  const now = await readTest(browser, course, sheet.path)
  const [before, after] = [sheet, now].map(({ choices }) => choices.map(([id]) => id))
  expect(after!.filter((id) => !before!.includes(id))).toEqual([after![3]])
  expect(after).toHaveLength(10)
  expect(after).not.toContain(voided)
  const competence = (id: string) => course.pool.find((each) => each.id === id)!.competence
  expect(competence(after![3]!)).toBe(competence(voided))
  await browser.post(`${sheet.path}/submission`, fields(now, 8))
  expect(await rowsOf(email)).toMatchObject({ submissions: [{ score: 8, passed: true }], remarkings: [], awards: [{}] })
})

test('one that is answered stays, counts as right, and the review says why', async () => {
  const course = await makeCourse(db)
  const { email, browser, sheet } = await opened(course)
  const voided = sheet.choices[9]![0]
  await browser.post(sheet.path, { ...fields(sheet, 7), intent: 'stay' })
  course.voids(course.voiding(voided))
  await apply(course)
  expect((await readTest(browser, course, sheet.path)).choices.map(([id]) => id)).toContain(voided)

  await browser.post(`${sheet.path}/hand-in`, {})
  const rows = await rowsOf(email)
  expect(rows).toMatchObject({
    submissions: [{ score: 7, passed: false }],
    remarkings: [{ question: voided, score: 8, passed: true }],
    awards: [{ badge: course.badge }],
  })
  const review = await browser.get(sheet.path)
  expect(review.text).toContain('Du klarade det.')
  expect(review.text).toContain('8 rätt av 10')
  expect(review.text).toContain('En fråga i provet var fel och räknas som rätt.')
  expect(review.text).toContain('Två av svaren var rätt.')
  const told = await browser.get(start(course))
  expect(told.text).toContain('En fråga i ett prov som du har gjort var fel och räknas som rätt.')
  expect(told.text).toContain('Provet har nu 8 rätt av 10.')
  const json = JSON.parse(
    (await browser.get(`/api/v1/courses/${course.id}/attempts/${rows.attempt.id}`)).text,
  ) as object
  expect(json).toMatchObject({
    score: 8,
    passed: true,
    voided: [{ question: voided, reason: 'Two of the answers were right.' }].map((each) => ({
      ...each,
      reason: expect.any(String) as string,
    })),
  })
})

test('a form of before that carries the voided one loses nothing, in two tabs and either order', async () => {
  const course = await makeCourse(db)
  const { email, browser, sheet: old } = await opened(course)
  const voided = old.choices[0]![0]
  course.voids(course.voiding(voided))
  await apply(course)
  const fresh = await readTest(browser, course, old.path)
  const other = fresh.choices[0]![0]

  // The old tab: its answer to the voided one is kept, and stands again in the place that was not answered.
  expect((await browser.post(old.path, { ...fields(old, 10), intent: 'stay' })).status).toBe(303)
  expect((await readTest(browser, course, old.path)).choices[0]![0]).toBe(voided)
  // The new tab: whoever answers the one in its place has it.
  expect((await browser.post(old.path, { [`q.${other}`]: fresh.choices[0]![1], intent: 'stay' })).status).toBe(303)
  expect((await readTest(browser, course, old.path)).choices[0]![0]).toBe(other)
  // And once more the old one, which takes nothing back.
  expect((await browser.post(old.path, { ...fields(old, 10), intent: 'stay' })).status).toBe(303)
  const page = await browser.get(old.path)
  expect(page.text).toContain(`name="q.${other}" value="${fresh.choices[0]![1]}" checked=""`)
  await browser.post(`${old.path}/hand-in`, {})
  expect(await rowsOf(email)).toMatchObject({ submissions: [{ score: 10 }], remarkings: [] })
})

test('handed in from a page of before, unanswered or wrong, the voided one is right', async () => {
  for (const without of [true, false]) {
    const course = await makeCourse(db)
    const { email, browser, sheet } = await opened(course)
    const voided = sheet.choices[9]![0]
    course.voids(course.voiding(voided))
    await apply(course)
    const done = await browser.post(`${sheet.path}/submission`, fields(sheet, 7, without ? [voided] : []))
    expect(done.location).toBe(sheet.path)
    expect(await rowsOf(email)).toMatchObject({ submissions: [{ score: 7 }], remarkings: [{ score: 8 }], awards: [{}] })
    expect((await browser.get(sheet.path)).text).toContain('Räknas som rätt, för frågan var fel.')
    expect((await browser.post(`${sheet.path}/submission`, fields(sheet, 7, without ? [voided] : []))).status).toBe(303)
  }
})

test('one that is voided while it is handed in is right, and nothing is asked again', async () => {
  const course = await makeCourse(db)
  const { email, browser, sheet } = await opened(course)
  const voided = sheet.choices[9]![0]
  const [before] = await db
    .select()
    .from(attempts)
    .where(eq(attempts.id, sheet.path.split('/').at(-1)!))
  // Swapped between the reading and the writing of the request: by the time of its batch something else is drawn.
  const free = course.pool.find(({ id }) => !before!.drawn.some(({ question }) => question === id))!
  const swapped = before!.drawn.map((each): DrawnQuestion =>
    each.question === voided ? { question: free.id, version: free.version, order: [0, 1, 2], instead: each } : each,
  )
  course.voids(course.voiding(voided))
  const swap = () =>
    db.run(sql`update attempts set drawn = ${JSON.stringify(swapped)} where id = ${before!.id} and closed_at is null`)
  const done = await posting(browser, swap, `${sheet.path}/submission`, fields(sheet, 7, [voided]))
  expect(done.location).toBe(sheet.path)
  const rows = await rowsOf(email)
  expect(rows).toMatchObject({
    submissions: [{ score: 7 }],
    remarkings: [{ question: voided, score: 8 }],
    awards: [{}],
  })
  expect(rows.attempt.drawn).toEqual(swapped)
  expect((await browser.get(sheet.path)).text).toContain('Räknas som rätt, för frågan var fel.')
})

/** Posts, and does something in the moment after the request's first look at the attempt. */
async function posting(
  browser: Browser,
  meanwhile: () => Promise<unknown>,
  path: string,
  form: Record<string, string>,
) {
  let isDone = false
  const reach = browser.env.DATABASE!
  const watched = new Browser({
    ...browser.env,
    DATABASE: {
      fetch: async (...request: Parameters<typeof fetch>) => {
        const asked = await new Request(...request).clone().text()
        const answer = await reach.fetch(new Request(...request))
        if (!isDone && asked.includes('json_tree')) {
          isDone = true
          await meanwhile()
        }
        return answer
      },
    } as unknown as Fetcher,
  })
  for (const [name, value] of browser.jar) watched.jar.set(name, value)
  const done = await watched.post(path, form)
  expect(isDone).toBe(true)
  return done
}

test('a voided version is drawn for nobody any more', async () => {
  const course = await makeCourse(db)
  const voided = course.pool.slice(0, 10).map(({ id }) => id)
  course.voids(...voided.map((id) => course.voiding(id)))
  for (let i = 0; i < 3; i += 1) {
    const { sheet } = await opened(course)
    expect(sheet.choices.map(([id]) => id).filter((id) => voided.includes(id))).toEqual([])
  }
})

test('where nothing is left to draw it stays and counts as right', async () => {
  const course = await makeCourse(db)
  const { email, browser, sheet } = await opened(course)
  course.voids(...course.pool.map(({ id }) => course.voiding(id)))
  await apply(course)
  expect((await readTest(browser, course, sheet.path)).choices).toEqual(sheet.choices)
  await browser.post(`${sheet.path}/submission`, fields(sheet, 1))
  expect((await rowsOf(email)).remarkings.map(({ score }) => score)).toEqual(Array(10).fill(10))
})

test('a voided question in a lesson says so under its answer, which counts', async () => {
  const lesson = '/sv/courses/granska-svaret/three-questions'
  const browser = await signedIn()
  const page = await browser.get(lesson)
  const form = /<form class="question" id="q-nuts-promise"[\s\S]*?<\/form>/.exec(page.text)![0]
  const [action, id, version] = [/action="([^"]+)"/, /name="id" value="([^"]+)"/, /name="version" value="([^"]+)"/].map(
    (each) => each.exec(form)![1]!,
  )
  const o = /name="o" value="([^"]+)"/.exec(form)![1]!
  const course = catalogue.courses.find((each) => each.id === 'granska-svaret')!
  await browser.post(action!, { id: id!, version: version!, o })
  course.voided = [
    {
      question: 'nuts-promise',
      versions: [version!],
      reason: { sv: 'Båda stämmer.', en: 'Both hold.' },
      on: '2026-11-28',
    },
  ]
  const told = await browser.get(lesson)
  delete course.voided
  expect(told.text).toContain('Frågan var fel. Ditt svar räknas ändå.')
  expect(told.text).toContain('Båda stämmer.')
})
