import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { randomId } from '../../worker/chance.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { attempts, remarkings } from '../../worker/db/schema/quizzes.ts'
import { voidQuestions } from '../../worker/quizzes/voiding/apply/void-questions.ts'
import { makeCourse, only } from '../support/made-course.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const now = new Date('2026-11-29T09:00:00Z')
const ten = [...Array(10)].map((_, i) => `b-${i + 1}`)
const seven = ten.slice(1, 8)

async function voidAll(of: Catalogue): Promise<void> {
  while (await voidQuestions({ db, catalogue: of, now }));
}

test.each(['[1e999,"",""]', '[9000000000000000,"",""]', '[1,2,3]', '{}', 'x'])(
  'a place called %s is none: everything is looked at again, and no other course waits',
  async (cursor) => {
    const [spoilt, other] = [await makeCourse(db), await makeCourse(db)]
    for (const course of [spoilt, other]) course.voids(course.voiding('b-1'))
    await voidAll(only(spoilt))
    await db.run(sql`update requirements set cursor = ${cursor} where subject = ${`voided:${spoilt.id}`}`)
    const tests = [
      await spoilt.handedIn({ drawn: ten, right: seven }),
      await other.handedIn({ drawn: ten, right: seven }),
    ]
    await voidAll(only(spoilt, other))
    for (const { attempt } of tests)
      expect(await db.select().from(remarkings).where(eq(remarkings.attempt, attempt))).toHaveLength(1)
  },
)

test('what is voided again, after it was not, is drawn anew in tests that were opened meanwhile', async () => {
  const course = await makeCourse(db)
  const drawnIn = async () => {
    const id = randomId()
    const learner = randomId()
    const person = { email: `${learner}@plat.example`, name: '', emailVerified: true, createdAt: now, updatedAt: now }
    await db.insert(users).values({ id: learner, ...person })
    const drawn = ten.map((question) => ({
      question,
      version: course.pool.find((each) => each.id === question)!.version,
      order: [0, 1, 2],
    }))
    const openedAt = new Date(now.getTime() - 60_000)
    await db
      .insert(attempts)
      .values({ learner, id, course: course.id, courseVersion: course.summary.version, openedAt, drawn })
    return async () =>
      (await db.select().from(attempts).where(eq(attempts.id, id)))[0]!.drawn.map(({ question }) => question)
  }
  const first = await drawnIn()
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  course.voids()
  await voidAll(only(course))
  const second = await drawnIn()
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  const third = await drawnIn()
  await voidAll(only(course))
  for (const drawn of [first, second, third]) expect(await drawn()).not.toContain('b-1')
})
