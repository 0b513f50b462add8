import { catalogue } from 'virtual:catalogue'
import { and, eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { awardPaths } from '../../worker/badges/award-paths.ts'
import type { LearningPath } from '../../formats/catalogue/catalogue.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import type { SignedInVisit } from '../../worker/visit.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { course } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const other = catalogue.courses.find(({ id }) => id !== course)!.id

function path(id: string, steps: string[][]): LearningPath {
  const text = { sv: id, en: id }
  return { id, version: 'v1', name: text, description: text, badge: text, steps }
}

/** Somebody who holds the badge of `course`, among paths made for the test. */
async function holder(paths: LearningPath[]) {
  const email = somebody()
  await earnBadge(await signedIn(email), db)
  const [{ id }] = (await db.select({ id: users.id }).from(users).where(eq(users.email, email))) as [{ id: string }]
  const known = { ...catalogue, paths: { ...catalogue.paths, paths } }
  const visit = {
    db,
    learner: { id },
    catalogue: known,
    now: new Date('2026-11-24T12:00:00Z'),
  } as unknown as SignedInVisit
  return {
    async award() {
      for (const { statement } of awardPaths(visit, course)) await statement
      const held = await db
        .select({ badge: awards.badge, day: awards.day })
        .from(awards)
        .where(and(eq(awards.learner, id), like(awards.course, 'path:%')))
      return held.map(({ badge, day }) => `${badge} ${day}`).toSorted()
    },
  }
}

test('the badge of a path is earned with the last of its badges; of a choice one is enough', async () => {
  const { award } = await holder([path('short', [[course]]), path('choice', [[other, course]])])
  expect(await award()).toEqual(['path-choice 2026-11-24', 'path-short 2026-11-24'])
})

test('it is not earned while a badge is missing, a course is not published, or the course is no part of it', async () => {
  const { award } = await holder([
    path('both', [[course], [other]]),
    path('coming', [[course], ['not-published']]),
    path('elsewhere', [[other]]),
  ])
  expect(await award()).toEqual([])
})

test('earned twice it is one', async () => {
  const { award } = await holder([path('once', [[course]])])
  await award()
  expect(await award()).toHaveLength(1)
})
