import { setTimeout as sleep } from 'node:timers/promises'

import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'

import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../tools/database/prepare-database.ts'
import { openWorld } from '../../../tools/demo/demo-visit.ts'
import { givenTo } from '../../../tools/demo/seed-demo.ts'
import { makeKey } from '../../../tools/keys/make-key.ts'
import { startDatabase } from '../../../tools/start/database-process.ts'
import { isSetInStatusList } from '../../../formats/credentials/status-list.ts'
import { signAwards } from '../../../worker/credentials/sign-awards.ts'
import { showOnBadge } from '../../../worker/credentials/show-on-badge.ts'
import { withdrawBadge } from '../../../worker/credentials/withdraw-badge.ts'
import { awards } from '../../../worker/db/schema/badges.ts'
import { credentials, statusEntries, statusLists } from '../../../worker/db/schema/credentials.ts'
import { submissions } from '../../../worker/db/schema/quizzes.ts'
import { openAttempt } from '../../../worker/quizzes/open-attempt.ts'
import { readAttempt } from '../../../worker/quizzes/read-attempt.ts'
import { submitAttempt } from '../../../worker/quizzes/submit-attempt.ts'
import { temporaryFile } from '../libsql/support.ts'

const course = 'granska-svaret'
const kills = 12
/** Who hand in for the first time in each life of the database, so that every kill meets somebody half-way. */
const eachLife = 4
const people = kills * eachLife

/** A database of its own process, which comes back when it is killed, and people with their badge tests filled in. */
async function world() {
  const database = await startDatabase(temporaryFile())
  onTestFinished(() => database.stop())
  const catalogue = await loadCatalogue('test/fixtures/courses')
  await prepareDatabase(database.url, database.token, catalogue)
  const { url, token } = database
  const product = openWorld({ url, token, secret: 'a secret for tests, long enough for anybody', catalogue })
  onTestFinished(() => product.close())
  return { database, ...product }
}

async function filledIn({ makeLearner, visit }: Awaited<ReturnType<typeof world>>, i: number) {
  const now = new Date()
  const learner = await makeLearner(`learner-${i}@siljansplat.example`, 'Amira', now)
  const own = visit(learner, now)
  const { id } = await openAttempt(own, course)
  const { questions } = await readAttempt(own, course, id)
  const answers = await Promise.all(
    questions.map(async (question) => [question.id, await givenTo(own, question, true)] as const),
  )
  return { learner: learner.id, attempt: id, submit: () => submitAttempt(own, course, id, Object.fromEntries(answers)) }
}

test(
  'every badge test that was handed in while the database was killed again and again has one award, and no more',
  { timeout: 240_000 },
  async () => {
    const running = await world()
    const { database, db } = running
    const tests = await Promise.all(Array.from({ length: people }, (_, i) => filledIn(running, i)))
    const acknowledged = new Map<string, number>()
    let isOver = false

    /** Hands in until it is told so; then again and again, as impatient people do. */
    const handIn = async ({ learner, submit }: (typeof tests)[number]) => {
      while (!isOver || !acknowledged.has(learner)) {
        const score = await submit().then(
          ({ score: told }) => told,
          () => undefined,
        )
        if (score !== undefined) acknowledged.set(learner, score)
        await sleep(Math.random() * 20)
      }
    }
    const work: Promise<void>[] = []
    for (let killed = 0; killed < kills; killed += 1) {
      await answering(db)
      work.push(...tests.slice(killed * eachLife, (killed + 1) * eachLife).map(handIn))
      await sleep(Math.random() * 40)
      const pid = database.pid()
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => database.pid(), { timeout: 20_000 }).not.toBe(pid)
    }
    isOver = true
    await Promise.all(work)
    await answering(db)

    expect(acknowledged.size).toBe(people)
    const [handedIn, awarded, proofs] = await Promise.all([
      db.select().from(submissions),
      db.select().from(awards).where(eq(awards.course, course)),
      db.select().from(credentials),
    ])
    expect(handedIn.map(({ learner, score }) => [learner, score]).sort()).toEqual([...acknowledged].sort())
    const held = awarded.map(({ learner, attempt }) => `${learner} ${attempt}`).sort()
    expect(held).toEqual(tests.map(({ learner, attempt }) => `${learner} ${attempt}`).sort())
    expect(awarded.filter(({ id }) => proofs.filter(({ award }) => award === id).length !== 1)).toEqual([])
  },
)

async function answering(db: Awaited<ReturnType<typeof world>>['db']): Promise<void> {
  await expect
    .poll(
      () =>
        db.run('select 1').then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true)
}

test('a clock that jumps back makes no badge older than it was, and gives no place twice', async () => {
  const running = await world()
  const { db, visit } = running
  const keys = { keys: [makeKey(new Date('2026-11-24'))] }
  const [late, early] = [new Date('2026-11-24T12:00:00Z'), new Date('2026-11-01T12:00:00Z')]
  const settings = { ...visit({ id: '', email: '', name: '', sessionToken: '' }, late).settings, SIGNING_KEYS: keys }
  const sign = (now: Date) => signAwards({ db, settings, now })

  const { submit, learner } = await filledIn(running, 0)
  await submit()
  await sign(late)
  const read = async () => (await db.select().from(credentials))[0]!
  const before = await read()

  const own = visit({ id: learner, email: '', name: '', sessionToken: '' }, early)
  await showOnBadge(own, before.award, { holder: 'Åsa', email: undefined })
  await sign(early)
  const after = await read()
  expect(after.validFrom.getTime()).toBeGreaterThan(before.validFrom.getTime())
  expect(JSON.parse(after.json!).proof[0].created).toBe(JSON.parse(after.json!).validFrom)
  expect([after.statusList, after.statusIndex]).not.toEqual([before.statusList, before.statusIndex])

  const other = await filledIn(running, 1)
  await other.submit()
  await sign(early)
  const places = await db.select().from(statusEntries)
  expect(new Set(places.map(({ list, index }) => `${list} ${index}`)).size).toBe(3)

  await withdrawBadge(own, after.award)
  await sign(early)
  const [list] = await db.select().from(statusLists)
  const { encodedList } = JSON.parse(list!.json!).credentialSubject
  const bits = await Promise.all(places.map(({ index }) => isSetInStatusList(encodedList, index)))
  expect(bits.filter(Boolean)).toHaveLength(2)
  expect(list!.signed).toBe(list!.revision)
})
