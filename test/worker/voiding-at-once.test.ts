import { catalogue } from 'virtual:catalogue'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { attempts, remarkings, submissions } from '../../worker/db/schema/quizzes.ts'
import { readSettings } from '../../worker/env.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { submitAttempt } from '../../worker/quizzes/submit-attempt.ts'
import { voidQuestions } from '../../worker/quizzes/voiding/apply/void-questions.ts'
import { randomId } from '../../worker/chance.ts'
import { isUnavailable } from '../../worker/refusal.ts'
import type { SignedInVisit } from '../../worker/visit.ts'
import { type MadeCourse, makeCourse } from '../support/made-course.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const settings = readSettings(bindings())
const people = 200

/** Somebody with a test of the first ten questions open. */
async function opens(course: MadeCourse) {
  const [learner, id] = [randomId(), randomId()]
  const at = new Date()
  const drawn = course.pool.slice(0, 10).map(({ id: question, version }) => ({ question, version, order: [0, 1, 2] }))
  const user = { id: learner, email: `${learner}@siljansplat.example`, name: 'x', emailVerified: true }
  await db.batch([
    db.insert(users).values({ ...user, createdAt: at, updatedAt: at }),
    db.insert(attempts).values({ learner, id, course: course.id, courseVersion: 'v', drawn, openedAt: at }),
  ])
  return { learner, id }
}

function visitOf(learner: string, known: Catalogue): SignedInVisit {
  const visit = { db, openDb: db, settings, catalogue: known, now: new Date(), locale: 'sv', learner: { id: learner } }
  return { ...visit, later: (work: Promise<unknown>) => void work.catch(() => undefined) } as unknown as SignedInVisit
}

/** Asks again while the database has no time, as a browser does, and the next scheduled run: nothing of it is done then. */
async function inTheEnd<R>(work: () => Promise<R>): Promise<R> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error)) throw error
    }
  }
}

/** A crowd, each of whom waits for their own. */
async function crowd<T, R>(all: readonly T[], work: (each: T, i: number) => Promise<R>): Promise<R[]> {
  const left = all.map((each, i) => ({ each, i }))
  const done: R[] = []
  const one = async () => {
    // oxlint-disable-next-line no-await-in-loop -- each takes the next when it is done
    for (let next = left.shift(); next; next = left.shift()) {
      const { each, i } = next
      done.push(await inTheEnd(() => work(each, i)))
    }
  }
  await Promise.all([...Array(20)].map(one))
  return done
}

test(
  'two hundred hand in while it is applied, half of them to the build of before, and each has the point and the badge once',
  { timeout: 120_000 },
  async () => {
    const course = await makeCourse(db)
    const open = await crowd([...Array(people).keys()], () => opens(course))
    const before = { ...catalogue, courses: [structuredClone(course.summary)] }
    course.voids(course.voiding('b-1'))
    const after = { ...catalogue, courses: [course.summary] }
    const sent = Object.fromEntries(
      await Promise.all(
        course.pool.slice(0, 8).map(async (question, i) => {
          const tokens = await optionTokens(question, settings.SECRET)
          // The voided one is wrong, or not answered at all; seven are right.
          return [question.id, [tokens[i === 0 ? (question.key[0]! + 1) % 3 : question.key[0]!]!]] as [string, string[]]
        }),
      ),
    )
    const { 'b-1': _, ...without } = sent
    let isOver = false
    const applying = (async () => {
      while (!isOver) await inTheEnd(() => voidQuestions({ db, catalogue: after, now: new Date() }, 20))
    })()
    const handedIn = await crowd(open, ({ learner, id }, i) =>
      submitAttempt(visitOf(learner, i % 2 ? before : after), course.id, id, i % 3 ? sent : without),
    )
    isOver = true
    await applying
    while (await inTheEnd(() => voidQuestions({ db, catalogue: after, now: new Date() }))) continue

    expect(handedIn).toHaveLength(people)
    const rows = await db
      .select({ score: submissions.score, remarked: remarkings.score, award: awards.id })
      .from(submissions)
      .innerJoin(remarkings, sql`${remarkings.attempt} = ${submissions.attempt}`)
      .innerJoin(awards, sql`${awards.learner} = ${submissions.learner}`)
      .where(eq(submissions.course, course.id))
    expect(rows).toHaveLength(people)
    expect(new Set(rows.map(({ score, remarked }) => `${score} ${remarked}`))).toEqual(new Set(['7 8']))
    expect(new Set(rows.map(({ award }) => award)).size).toBe(people)
  },
)
