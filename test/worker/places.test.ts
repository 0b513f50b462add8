import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { remarks } from '../../worker/db/schema/remarks.ts'
import { type App, openVisit } from '../../worker/http/open-visit.ts'
import { course, formOf, lesson, lessonPath, picks } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { askAt, type Placed, placedQuestions, routesAsking, tells, wrongPlaces } from '../support/place-walk.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const questions = await placedQuestions()
const noAttempt = 'f'.repeat(32)

/** Routes in whose address a course stands, but for remarks, which are limited in all; and taking over. */
const inCourses = routesAsking(app, /:course\b(?!.*remarks)|takeover/)

interface Walk {
  of?: Parameters<typeof askAt>[0]['app']
  routes?: typeof inCourses
  asked?: readonly Placed[]
  attempt?: string
  cookie?: string
}

/** Every question in every place that is not its own, at every route: what was told that should not have been. */
async function told({ of = app, routes = inCourses, asked = questions, attempt = noAttempt, cookie = '' }: Walk) {
  const found: string[] = []
  for (const route of routes) {
    for (const placed of asked) {
      for (const place of wrongPlaces(placed)) {
        const answers = await askAt({ app: of, route, placed, place, attempt, cookie })
        if (answers.some((answer) => tells(answer, placed.question)))
          found.push(`${route.method} ${route.path} told ${placed.question.id} in ${place.course}/${place.page}`)
      }
    }
  }
  return found
}

function cookieOf(browser: Browser): string {
  return [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

async function storedOf(email: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`select
    (select count(*) from answers a join users u on u.id = a.learner where u.email = ${email}) +
    (select count(*) from attempts a join users u on u.id = a.learner
      where u.email = ${email} and (a.draft is not null or a.closed_at is not null)) as n`)
  return row!.n
}

test('the routes that are walked are those that take questions in', () => {
  const paths = inCourses.map(({ method, path }) => `${method} ${path}`)
  expect(paths).toContain('POST /:l{(?:sv|en)}/courses/:course/:lesson/answers/:question')
  expect(paths).toContain('PUT /api/v1/courses/:course/lessons/:lesson/answers/:id')
  expect(paths).toContain('POST /:l{(?:sv|en)}/me/takeover')
  expect(questions.length).toBeGreaterThan(40)
})

test('signed out, no question is marked or told of in a place where it does not stand, at any route', async () => {
  expect(await told({})).toEqual([])
}, 300_000)

test('nor signed in, with an attempt of one’s own open; and nothing is kept', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const attempt = (await browser.post(`/sv/courses/${course}/badge/attempts`, {})).location!.split('/').at(-1)!
  // What was drawn may be handed in: that is its place. All else, and the others in every wrong place, may not.
  const routes = inCourses.filter(
    ({ method, path }) => method !== 'GET' && !/submission|hand-in|draft|attempts\/:attempt$/.test(path),
  )
  expect(await told({ routes, attempt, cookie: cookieOf(browser) })).toEqual([])
  expect(await storedOf(email)).toBe(0)
}, 300_000)

test("another learner's attempt, and one's own in another course, take nothing and tell nothing", async () => {
  const [email, other] = [somebody(), somebody()]
  const owner = await signedIn(email)
  const attempt = (await owner.post(`/sv/courses/${course}/badge/attempts`, {})).location!.split('/').at(-1)!
  const routes = inCourses.filter(({ path }) => /attempts\//.test(path))
  expect(routes.length).toBeGreaterThan(3)
  const asked = questions.filter(({ page }) => page === 'badge')
  const stranger = cookieOf(await signedIn(other))
  const own = cookieOf(owner)
  for (const route of routes) {
    for (const placed of asked) {
      const elsewhere = { course: placed.course === course ? 'all-types' : course, page: 'badge' }
      const answers = [
        ...(await askAt({ app, route, placed, place: { course, page: 'badge' }, attempt, cookie: stranger })),
        ...(await askAt({ app, route, placed, place: { ...elsewhere, course: 'all-types' }, attempt, cookie: own })),
      ]
      expect(answers.filter((answer) => tells(answer, placed.question))).toEqual([])
    }
  }
  expect(await storedOf(email)).toBe(0)
  expect(await storedOf(other)).toBe(0)
}, 300_000)

test('a route that marks by the version alone is caught', async () => {
  const forgetful = new Hono<App>()
  forgetful.use(openVisit)
  forgetful.post('/sv/courses/:course/:lesson/marks/:question', async (c) => {
    const version = String((await c.req.parseBody()).version)
    const [row] = await c.var.visit.db.select().from(questionVersions).where(eq(questionVersions.version, version))
    return c.json(row?.content ?? {})
  })
  const asked = questions.filter(({ page }) => page === 'badge').slice(0, 2)
  const found = await told({ of: forgetful, routes: routesAsking(forgetful, /:course\b/), asked })
  expect(found.length).toBeGreaterThan(0)
})

test('the walk hears what is told: a practice question in its own place is', async () => {
  const route = { method: 'POST', path: '/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question' }
  const placed = questions.find(({ question }) => question.id === 'nuts-promise')!
  const [answer] = await askAt({ app, route, placed, place: placed, attempt: '', cookie: '' })
  expect(tells(answer!, placed.question)).toBe(true)
})

test('a question that moved to another lesson keeps both places, and the lesson that is stored is the one answered in', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  await db.run(sql`insert or ignore into question_places (version, page) values (${form.version}, 'lesson-before')`)
  const fields = { version: form.version, o: picks(form, 'Tonen') }
  const before = form.action.replace(lesson, 'lesson-before')
  expect((await browser.post(before, { ...fields, id: crypto.randomUUID() })).status).toBe(303)
  expect((await browser.post(form.action, { ...fields, id: crypto.randomUUID() })).status).toBe(303)

  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  const rows = await db.all<{ lesson: string }>(sql`select lesson from answers where learner = ${user!.id} order by at`)
  expect(rows.map((row) => row.lesson)).toEqual(['lesson-before', lesson])
})

test('a question that moved from its lesson to the badge test is told no more, though it stood in the lesson', async () => {
  const tested = questions.find((each) => each.page === 'badge' && each.course === course)!
  await db.run(
    sql`insert or ignore into question_places (version, page) values (${tested.question.version}, ${lesson})`,
  )
  const route = { method: 'POST', path: '/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question' }
  const answers = await askAt({ app, route, placed: tested, place: { course, page: lesson }, attempt: '', cookie: '' })
  expect(answers.filter((answer) => tells(answer, tested.question))).toEqual([])
})

test('a remark is kept only about a question that stood on the page it names', async () => {
  const route = { method: 'POST', path: '/:l{(?:sv|en)}/courses/:course/remarks' }
  const [practised] = questions.filter((each) => each.page === lesson)
  const tested = questions.find((each) => each.page === 'badge' && each.course === 'all-types')!
  const count = async () => (await db.select().from(remarks).where(eq(remarks.text, 'Fel.'))).length
  const before = await count()
  const ask = (placed: Placed, place: { course: string; page: string }) =>
    askAt({ app, route, placed, place, attempt: '', cookie: '' })
  await ask(practised!, { course, page: 'badge' })
  await ask(practised!, { course: 'all-types', page: lesson })
  await ask(tested, { course: 'all-types', page: 'every-type' })
  expect(await count()).toBe(before)
})
