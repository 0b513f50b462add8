import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { courseVersions } from '../../worker/db/schema/courses.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../../worker/db/schema/progress.ts'
import { course } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const at = new Date('2026-10-01T10:00:00Z')

/** Before the second lesson came, and the second question of the first. */
const smaller = [{ id: 'why-wrong-sounds-right', questions: ['likely-words-1'] }]

beforeAll(async () => {
  const row = { course, version: 'smaller', lessons: smaller, firstSeenAt: at }
  await database(bindings()).insert(courseVersions).values(row).onConflictDoNothing()
})

/** Somebody who completed the course when it was smaller. */
async function earlyBird(version: string): Promise<Browser> {
  const email = somebody()
  const browser = await signedIn(email)
  const db = database(browser.env)
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  const learner = user!.id
  await db.batch([
    db.insert(courseStarts).values({ learner, course, at, lastAt: at }),
    db.insert(lessonCompletions).values({ learner, course, lesson: 'why-wrong-sounds-right', version, at }),
    db.insert(courseCompletions).values({ learner, course, version, at, day: '2026-10-01' }),
  ])
  return browser
}

test('who completed a course that grew sees what is new on its page, with links, and is still done', async () => {
  const browser = await earlyBird('smaller')
  const page = await browser.get(`/sv/courses/${course}`)
  expect(page.text).toContain('2 nya saker sedan du blev klar. Du är fortfarande klar.')
  expect(page.text).toContain(
    `<a href="/sv/courses/${course}/why-wrong-sounds-right#q-likely-words-2">Ny fråga i lektionen Varför fel låter rätt</a>`,
  )
  expect(page.text).toContain(
    `<a href="/sv/courses/${course}/three-questions">Ny lektion: Tre frågor innan svaret lämnar huset</a>`,
  )
  expect(page.trips).toBe(1)
})

test('so does "my learning", where the course stays among those done', async () => {
  const browser = await earlyBird('smaller')
  const page = await browser.get('/en/me')
  expect(page.text).toContain('2 new things since you finished')
  expect(page.text).toMatch(/Done[\s\S]*2 new things/)
})

test('so does a program', async () => {
  const { text } = await (await earlyBird('smaller')).get('/api/v1/progress')
  const [progress] = JSON.parse(text).courses
  expect(progress.doneDay).toBe('2026-10-01')
  expect(progress.newSinceDone).toEqual([
    { lesson: 'why-wrong-sounds-right', question: 'likely-words-2' },
    { lesson: 'three-questions', question: null },
  ])
})

test('who completed it as it is now sees nothing new', async () => {
  const versions = await database(bindings()).select().from(courseVersions).where(eq(courseVersions.course, course))
  const now = versions.find(({ version }) => version !== 'smaller')
  const browser = await earlyBird(now!.version)
  expect((await browser.get(`/sv/courses/${course}`)).text).not.toContain('sedan du blev klar')
})
