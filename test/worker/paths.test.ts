import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { courseCompletions } from '../../worker/db/schema/progress.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

test('the document to take home has a page of its own in both languages', async () => {
  for (const locale of ['sv', 'en']) {
    const page = await new Browser().get(`/${locale}/courses/granska-svaret/artefact`)
    expect([page.status, page.trips]).toEqual([200, 0])
    expect(page.text).toContain('class="lesson-text')
  }
  expect((await new Browser().get('/sv/courses/no-such/artefact')).status).toBe(404)
})

test('a path shows its courses in order, and by title those that are to come', async () => {
  const { text } = await new Browser().get('/sv/paths/employee')
  expect(text).toMatch(
    /Steg 1[\s\S]*\/sv\/courses\/granska-svaret[\s\S]*Steg 2: välj en av 2[\s\S]*Senare[\s\S]*På väg/,
  )
  expect((await new Browser().get('/sv/paths/no-such')).status).toBe(404)
})

test('the first meetings lead to the lessons there are, name the others, and say what to say, to ask and to do', async () => {
  const { text } = await new Browser().get('/en/paths/starter')
  expect(text).toContain('href="/en/courses/granska-svaret/three-questions"')
  expect(text).toMatch(/The first thing[\s\S]*From the course Later. On its way/)
  const inOrder =
    /Meeting 1: Can it be trusted\?[^]*We read “in silence” first[^]*What would you have answered\?[^]*Write down one thing to try/
  expect(text).toMatch(inOrder)
  expect((await new Browser().get('/en')).text).toContain('href="/en/paths/starter"')
})

test('the catalogue says how much of a path there is, and how much of it is mine', async () => {
  const email = somebody()
  const learner = await signedIn(email)
  expect((await learner.get('/sv')).text).toContain('2 kurser, 1 finns nu')
  const [{ id } = { id: '' }] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  await db
    .insert(courseCompletions)
    .values({ learner: id, course: 'granska-svaret', version: 'v', at: new Date(), day: '2026-11-23' })
  expect((await learner.get('/sv')).text).toContain('Din väg: 1 av 2 kurser klar')
})
