import { catalogue as real } from 'virtual:catalogue'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import type { Catalogue, CourseSummary, LearningPath } from '../../formats/catalogue/catalogue.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { credentials } from '../../worker/db/schema/credentials.ts'
import { courseCompletions, courseStarts, lessonCompletions, requirements } from '../../worker/db/schema/progress.ts'
import { latestAnswers } from '../../worker/db/schema/quizzes.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { lookAgain } from '../../worker/quizzes/look-again.ts'
import { runScheduled } from '../../worker/scheduled.ts'
import { readSettings } from '../../worker/env.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const then = new Date('2026-11-24T10:00:00Z')
const now = new Date('2026-12-01T23:30:00Z')
const today = '2026-12-02'
const [version] = await db.select({ version: questionVersions.version }).from(questionVersions).limit(1)

let number = 0

/** A course of its own for each test: lessons by id, with the ids of their questions. */
function courseOf(lessons: Record<string, string[]>, id = `made-${(number += 1)}-${crypto.randomUUID()}`) {
  const [model] = real.courses as [CourseSummary]
  const [lesson] = model.lessons
  return {
    ...model,
    id,
    version: JSON.stringify(lessons),
    lessons: Object.entries(lessons).map(([name, questions]) => ({ ...lesson!, id: name, questions })),
  }
}

function catalogueOf(courses: CourseSummary[], paths: LearningPath[] = []): Catalogue {
  return { ...real, courses, paths: { ...real.paths, paths } }
}

async function learnerWith(course: string, { answered = [] as string[], done = [] as string[] }): Promise<string> {
  const id = crypto.randomUUID()
  const row = { learner: id, course, lesson: 'any', version: version!.version, chosen: [0], correct: true, at: then }
  await db
    .insert(users)
    .values({ id, email: `${id}@x.example`, name: 'x', emailVerified: true, createdAt: then, updatedAt: then })
  await db.insert(courseStarts).values({ learner: id, course, at: then, lastAt: then })
  for (const question of answered) await db.insert(latestAnswers).values({ ...row, question, answer: question })
  for (const lesson of done)
    await db.insert(lessonCompletions).values({ learner: id, course, lesson, version: 'v', at: then })
  return id
}

async function completionOf(learner: string, course: string) {
  const rows = await db
    .select({ day: courseCompletions.day, version: courseCompletions.version })
    .from(courseCompletions)
    .where(and(eq(courseCompletions.learner, learner), eq(courseCompletions.course, course)))
  return rows[0]
}

async function lookThrough(catalogue: Catalogue, most?: number): Promise<number> {
  let runs = 0
  while (await lookAgain({ db, catalogue, now }, most)) runs += 1
  return runs
}

describe('when a course asks less', () => {
  test('who lacked only the retired lesson is done from the day it was looked at', async () => {
    const before = courseOf({ one: ['q1'], two: ['q2'] })
    await lookThrough(catalogueOf([before]))
    const learner = await learnerWith(before.id, { answered: ['q1'], done: ['one'] })
    const after = courseOf({ one: ['q1'] }, before.id)
    await lookThrough(catalogueOf([after]))
    expect(await completionOf(learner, before.id)).toEqual({ day: today, version: after.version })
  })

  test('who lacked only the retired question has done the lesson, and the course', async () => {
    const before = courseOf({ one: ['q1', 'q2'] })
    await lookThrough(catalogueOf([before]))
    const learner = await learnerWith(before.id, { answered: ['q1'] })
    expect(await completionOf(learner, before.id)).toBeUndefined()
    await lookThrough(catalogueOf([courseOf({ one: ['q1'] }, before.id)]))
    expect(await completionOf(learner, before.id)).toMatchObject({ day: today })
  })

  test('nobody else is: not who lacks another lesson, not who answered nothing, not who never began', async () => {
    const before = courseOf({ one: ['q1'], two: ['q2'], three: ['q3'] })
    const half = await learnerWith(before.id, { answered: ['q1'], done: ['one'] })
    const none = await learnerWith(before.id, {})
    await lookThrough(catalogueOf([courseOf({ one: ['q1'], two: ['q2'] }, before.id)]))
    expect(await completionOf(half, before.id)).toBeUndefined()
    expect(await completionOf(none, before.id)).toBeUndefined()
    expect(await db.select().from(courseCompletions).where(eq(courseCompletions.course, before.id))).toEqual([])
  })

  test('who was done already keeps the day and the version, and a lesson that came asks nothing of them', async () => {
    const before = courseOf({ one: ['q1'] })
    const learner = await learnerWith(before.id, { answered: ['q1'], done: ['one'] })
    const earlier = { learner, course: before.id, version: 'earlier', at: then, day: '2026-11-24' }
    await db.insert(courseCompletions).values(earlier)
    await lookThrough(catalogueOf([courseOf({ one: ['q1'], two: ['q2'] }, before.id)]))
    expect(await completionOf(learner, before.id)).toEqual({ day: '2026-11-24', version: 'earlier' })
  })
})

test('it comes a bounded part at a time, goes on where it stopped, and ends', async () => {
  const course = courseOf({ one: ['q1'] })
  const learners = await Promise.all([...Array(7)].map(() => learnerWith(course.id, { answered: ['q1'] })))
  const catalogue = catalogueOf([course])
  const doneNow = async () =>
    (await Promise.all(learners.map((id) => completionOf(id, course.id)))).filter(Boolean).length
  await lookAgain({ db, catalogue, now }, 3)
  expect(await doneNow()).toBe(3)
  await lookAgain({ db, catalogue, now }, 3)
  expect(await doneNow()).toBe(6)
  await lookThrough(catalogue, 3)
  expect(await doneNow()).toBe(7)
  expect(await lookAgain({ db, catalogue, now }, 3)).toBe(false)
})

test('a path that was shortened to badges that are held gives its badge, with a credential to be signed', async () => {
  const [held, other] = [courseOf({ one: ['q1'] }), courseOf({ one: ['q1'] })]
  const id = `made-${crypto.randomUUID()}`
  const text = { sv: id, en: id }
  const path = (steps: string[][]): LearningPath => ({
    id,
    version: JSON.stringify(steps),
    name: text,
    description: text,
    badge: text,
    steps,
  })
  const learner = await learnerWith(held.id, {})
  const stranger = await learnerWith(held.id, {})
  const award = { course: held.id, courseVersion: 'v', attempt: '', at: then, day: '2026-11-24' }
  await db.insert(awards).values({ ...award, id: crypto.randomUUID(), learner, badge: held.id })
  await db.insert(awards).values({ ...award, id: crypto.randomUUID(), learner: stranger, badge: other.id, course: 'x' })

  await lookThrough(catalogueOf([held, other], [path([[held.id], [other.id]])]))
  expect(
    await db
      .select()
      .from(awards)
      .where(eq(awards.badge, `path-${id}`)),
  ).toEqual([])
  await lookThrough(catalogueOf([held, other], [path([[held.id]])]))
  await lookThrough(catalogueOf([held, other], [path([[held.id]])]))
  const earned = await db
    .select()
    .from(awards)
    .where(eq(awards.badge, `path-${id}`))
  expect(earned).toMatchObject([{ learner, day: today, course: `path:${id}` }])
  expect(await db.select().from(credentials).where(eq(credentials.award, earned[0]!.id))).toHaveLength(1)
})

test('the scheduled run looks again, and once nothing has changed it costs one read', async () => {
  const settings = readSettings(bindings())
  await runScheduled({ openDb: db, settings, bindings: bindings(), now })
  const rows = await db.select().from(requirements)
  expect(rows.map((row) => row.subject)).toEqual(expect.arrayContaining(real.courses.map(({ id }) => id)))
  expect(await lookAgain({ db, catalogue: real, now })).toBe(false)
})
