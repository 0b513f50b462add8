import { catalogue } from 'virtual:catalogue'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { credentials } from '../../worker/db/schema/credentials.ts'
import { remarkings, submissions } from '../../worker/db/schema/quizzes.ts'
import { voidQuestions } from '../../worker/quizzes/voiding/apply/void-questions.ts'
import type { Database } from '../../worker/db/client.ts'
import { type HandedIn, makeCourse, only, pathOver } from '../support/made-course.ts'
import { mailsTo } from '../support/mailed.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const now = new Date('2026-11-29T09:00:00Z')
const ten = [...Array(10)].map((_, i) => `b-${i + 1}`)
const seven = ten.slice(1, 8)

async function voidAll(of: Catalogue, most?: number, on: Database = db): Promise<number> {
  for (let rounds = 1; ; rounds += 1) if (!(await voidQuestions({ db: on, catalogue: of, now }, most))) return rounds
}

async function rowsOf({ learner, attempt }: HandedIn) {
  return {
    remarkings: await db
      .select({ question: remarkings.question, score: remarkings.score, passed: remarkings.passed, at: remarkings.at })
      .from(remarkings)
      .where(eq(remarkings.attempt, attempt))
      .orderBy(remarkings.at, remarkings.question),
    awards: await db.select().from(awards).where(eq(awards.learner, learner)),
  }
}

const voidedMails = async ({ email }: HandedIn) =>
  (await mailsTo(email)).filter(({ body }) => /var fel|was wrong/.test(body))

test('who passes by a voided question gets the badge of that day, once, with a credential to be signed and a mail that says why', async () => {
  const course = await makeCourse(db)
  const test = await course.handedIn({ drawn: ten, right: seven })
  const submission = () => db.select().from(submissions).where(eq(submissions.attempt, test.attempt))
  const before = await submission()
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  await voidAll(only(course))

  const rows = await rowsOf(test)
  expect(rows.remarkings).toEqual([{ question: 'b-1', score: 8, passed: true, at: now }])
  expect(await submission()).toEqual(before)
  // Half past eleven in the evening here is another day than in UTC.
  expect(rows.awards).toMatchObject([{ badge: course.badge, attempt: test.attempt, at: test.at, day: '2026-11-20' }])
  expect(await db.select().from(credentials).where(eq(credentials.award, rows.awards[0]!.id))).toHaveLength(1)
  const mails = await voidedMails(test)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.subject).toBe('Märket AI-granskare är ditt')
  expect(mails[0]!.body).toContain('20 november 2026')
  expect(mails[0]!.body).toContain('Två av svaren var rätt.')
})

test('the mail is in the language of whoever gets it', async () => {
  const course = await makeCourse(db)
  const test = await course.handedIn({ drawn: ten, right: seven, locale: 'en' })
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  expect((await voidedMails(test)).map(({ body }) => body)).toEqual([
    expect.stringContaining('Two of the answers were right.'),
  ])
})

test('an unanswered one counts as well, and who is still short of eight gets the point and no badge', async () => {
  const course = await makeCourse(db)
  const short = await course.handedIn({ drawn: ten, right: seven.slice(1), unanswered: ['b-1'] })
  const just = await course.handedIn({ drawn: ten, right: seven, unanswered: ['b-1'] })
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  expect(await rowsOf(short)).toMatchObject({ remarkings: [{ score: 7, passed: false }], awards: [] })
  expect(await rowsOf(just)).toMatchObject({ remarkings: [{ score: 8, passed: true }], awards: [{}] })
  expect(await voidedMails(short)).toEqual([])
})

test('who had it right is told that it was voided, and keeps their score; who was not drawn it is left alone', async () => {
  const course = await makeCourse(db)
  const right = await course.handedIn({ drawn: ten, right: seven })
  const others = await course.handedIn({ drawn: [...ten.slice(0, 7), 'b-18', 'b-19', 'b-20'], right: [] })
  course.voids(course.voiding('b-8'))
  await voidAll(only(course))
  expect((await rowsOf(right)).remarkings).toMatchObject([{ question: 'b-8', score: 7, passed: false }])
  expect(await rowsOf(others)).toMatchObject({ remarkings: [], awards: [] })
})

test('another version of the question is another question, and so is one of that name in another course', async () => {
  const [course, other] = [await makeCourse(db), await makeCourse(db)]
  const test = await course.handedIn({ drawn: ten, right: seven })
  const elsewhere = await other.handedIn({ drawn: ten, right: seven })
  course.voids(course.voiding('b-1', { versions: ['f'.repeat(32)] }))
  other.voids()
  await voidAll(only(course, other))
  expect(await rowsOf(test)).toMatchObject({ remarkings: [], awards: [] })

  course.voids(course.voiding('b-1', { versions: 'all' }))
  await voidAll(only(course, other))
  expect((await rowsOf(test)).awards).toHaveLength(1)
  expect(await rowsOf(elsewhere)).toMatchObject({ remarkings: [], awards: [] })
})

test('a second voiding counts on top, and one that ended takes nothing away', async () => {
  const course = await makeCourse(db)
  const test = await course.handedIn({ drawn: ten, right: seven.slice(1) })
  const [first, second] = [course.voiding('b-1'), course.voiding('b-9')]
  course.voids(first)
  await voidAll(only(course))
  expect((await rowsOf(test)).awards).toEqual([])

  course.voids(second)
  await voidAll(only(course))
  expect(await rowsOf(test)).toMatchObject({
    remarkings: [
      { question: 'b-1', score: 7 },
      { question: 'b-9', score: 8 },
    ],
    awards: [{ day: '2026-11-20' }],
  })
  course.voids()
  await voidAll(only(course))
  expect((await rowsOf(test)).awards).toHaveLength(1)
})

test('a badge that is held already stays as it is, and nobody is mailed about it', async () => {
  const course = await makeCourse(db)
  const test = await course.handedIn({ drawn: ten, right: seven })
  const held = { id: crypto.randomUUID(), learner: test.learner, badge: course.badge, course: course.id }
  await db.insert(awards).values({ ...held, courseVersion: 'v', attempt: 'later', at: now, day: '2026-11-29' })
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  expect(await rowsOf(test)).toMatchObject({
    remarkings: [{ passed: true }],
    awards: [{ attempt: 'later', day: '2026-11-29' }],
  })
  expect(await voidedMails(test)).toEqual([])
})

test('the badge of a path follows, dated when the last of its badges was earned', async () => {
  const [course, other] = [await makeCourse(db), await makeCourse(db)]
  const late = await course.handedIn({ drawn: ten, right: seven })
  const early = await course.handedIn({ drawn: ten, right: seven })
  const held = { badge: other.badge, course: other.id, courseVersion: 'v', attempt: 'x' }
  const [after, before] = [new Date('2026-11-25T10:00:00Z'), new Date('2026-11-02T10:00:00Z')]
  await db.insert(awards).values([
    { ...held, id: crypto.randomUUID(), learner: late.learner, at: after, day: '2026-11-25' },
    { ...held, id: crypto.randomUUID(), learner: early.learner, at: before, day: '2026-11-02' },
  ])
  const path = pathOver(course.id, [[other.id], [course.id]])
  course.voids(course.voiding('b-1'))
  const known = { ...only(course, other), paths: { ...catalogue.paths, paths: [path] } }
  await voidAll(known)
  await voidAll(known)
  const ofPath = async (of: HandedIn) => (await rowsOf(of)).awards.filter(({ badge }) => badge === `path-${course.id}`)
  expect(await ofPath(late)).toMatchObject([{ day: '2026-11-25', at: after }])
  expect(await ofPath(early)).toMatchObject([{ day: '2026-11-20', at: early.at }])
})

test('tests come a bounded part at a time, many of one moment among them, and none is looked over', async () => {
  const course = await makeCourse(db)
  const tests = await Promise.all([...Array(9)].map(() => course.handedIn({ drawn: ten, right: seven })))
  course.voids(course.voiding('b-1'))
  await voidQuestions({ db, catalogue: only(course), now }, 4)
  const awarded = async () => (await Promise.all(tests.map(rowsOf))).filter((rows) => rows.awards.length > 0).length
  expect(await awarded()).toBe(4)
  expect(await voidAll(only(course), 4)).toBe(2)
  expect(await awarded()).toBe(9)
})

test('cut off after any of its batches it goes on, and comes to the same', async () => {
  const course = await makeCourse(db)
  const tests = await Promise.all([...Array(6)].map(() => course.handedIn({ drawn: ten, right: seven })))
  const other = await makeCourse(db)
  const path = pathOver(course.id, [[course.id]])
  course.voids(course.voiding('b-1'))
  const known = { ...only(course, other), paths: { ...catalogue.paths, paths: [path] } }
  let cut = 0
  for (let most = 1; ; most += 1) {
    const run = voidAll(known, 1, cutOff(most))
    const isCut = await run.then(
      () => false,
      (error: Error) => error.message === 'cut off',
    )
    if (!isCut) break
    cut += 1
  }
  expect(cut).toBeGreaterThanOrEqual(4)
  for (const test of tests) {
    const { awards: held, remarkings: counted } = await rowsOf(test)
    expect(held.map(({ badge }) => badge).toSorted()).toEqual([course.badge, `path-${course.id}`].toSorted())
    expect(counted).toHaveLength(1)
    expect(await voidedMails(test)).toHaveLength(1)
  }

  /** A database that is gone after so many batches. */
  function cutOff(batches: number): Database {
    let left = batches
    return new Proxy(db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name) as unknown
        return (...statements: Parameters<Database['batch']>) => {
          left -= 1
          return left < 0 ? Promise.reject(new Error('cut off')) : target.batch(...statements)
        }
      },
    })
  }
})

test('a test of which nothing can be read is passed by, and so is one whose person was erased meanwhile', async () => {
  const course = await makeCourse(db)
  const [one, two, three, four, gone, last] = await Promise.all(
    [...Array(6)].map((_, i) => course.handedIn({ drawn: ten, right: seven, at: new Date(Date.UTC(2026, 10, 20, i)) })),
  )
  await db.run(sql`update submissions set answers = '{' where attempt = ${one!.attempt}`)
  await db.run(sql`update attempts set drawn = '[null, {"question":"b-1"}]' where id = ${two!.attempt}`)
  await db.run(sql`update attempts set drawn = '{"question":"b-1"}' where id = ${three!.attempt}`)
  await db.run(sql`update submissions set answers = '{"b-1":7}' where attempt = ${four!.attempt}`)
  course.voids(course.voiding('b-1'))
  await voidAll(only(course), 500, erasing(gone!.learner))
  for (const each of [one, two, three, gone]) expect(await rowsOf(each!)).toMatchObject({ remarkings: [], awards: [] })
  expect((await rowsOf(last!)).awards).toHaveLength(1)

  /** In the moment between reading and writing: the first batch says only what is looked for. */
  function erasing(learner: string): Database {
    let batches = 0
    return new Proxy(db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name) as unknown
        return async (...statements: Parameters<Database['batch']>) => {
          batches += 1
          if (batches === 2) await target.delete(users).where(eq(users.id, learner))
          return target.batch(...statements)
        }
      },
    })
  }
})

test('a test that is handed in behind the place is found, and a day far ahead holds up nobody', async () => {
  const course = await makeCourse(db)
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
  const first = await course.handedIn({ drawn: ten, right: seven, at: minutes(-1) })
  const ahead = await course.handedIn({ drawn: ten, right: seven, at: new Date(9e14) })
  course.voids(course.voiding('b-1'))
  await voidAll(only(course))
  const behind = await course.handedIn({ drawn: ten, right: seven, at: minutes(-10) })
  await voidAll(only(course))
  for (const each of [first, behind]) expect((await rowsOf(each)).awards).toHaveLength(1)
  expect((await rowsOf(ahead)).awards).toEqual([])
})

test('nothing that is voided costs no question to the database', async () => {
  const untouched = catalogue.courses.filter(({ voided }) => voided === undefined)
  const never = new Proxy(db, {
    get() {
      throw new Error('asked')
    },
  })
  expect(await voidQuestions({ db: never, catalogue: { ...catalogue, courses: untouched }, now })).toBe(false)
})
