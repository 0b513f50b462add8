import type { Client } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import { voidingOf } from '../../../../formats/catalogue/voiding-of.ts'
import type { Database } from '../../../../worker/db/client.ts'
import type { DrawnQuestion } from '../../../../worker/db/schema/quizzes.ts'
import { hoursBefore } from '../../../../worker/quizzes/open-attempt.ts'
import { openHours } from '../../../../worker/quizzes/rules.ts'
import { everDrawn } from '../../../../worker/quizzes/voiding/rules.ts'
import { remarkedIn } from '../../../../worker/quizzes/voiding/apply/remarked-in.ts'
import {
  type HandedIn,
  type Place,
  selectNextHandedIn,
  selectNextOpen,
  selectVersions,
} from '../../../../worker/quizzes/voiding/apply/store.ts'
import type { Voided } from './voided-with.ts'

/** How many it is about: only counts leave the database, never who. */
export interface Touched {
  /** Handed in with it, and by how many people. */
  tests: number
  people: number
  /** Who get the badge by it. */
  passing: number
  /** Tests that are open. */
  open: number
  /** Who answered it in a lesson. */
  practised: number
  /** Tests of which cannot be read what was drawn or answered. */
  unread: number
}

interface Asked {
  course: string
  question: string
  voided: Voided
}

const perRound = 2000

export async function countTouched(client: Client, asked: Asked): Promise<Touched> {
  const db = drizzle(client)
  const holders = await holdersOf(client, asked.course)
  const people = new Set<string>()
  const passing = new Set<string>()
  const counts = { tests: 0, unread: 0 }
  for await (const { test, remarked } of handedIn(db, asked)) {
    if (!remarked) counts.unread += 1
    if (!remarked?.some(({ question }) => question === asked.question)) continue
    counts.tests += 1
    people.add(test.learner)
    if (!test.passed && remarked.some(({ passed }) => passed) && !holders.has(test.learner)) passing.add(test.learner)
  }
  const [open, practised] = [await countOpen(db, asked), await countPractised(client, asked)]
  return { ...counts, people: people.size, passing: passing.size, open, practised }
}

/** Every test of the course, with what it comes to; undefined for one that cannot be read. */
async function* handedIn(db: Database, { course, voided }: Asked) {
  const questions = voided.map(({ question }) => question)
  let after: Place | null = null
  for (;;) {
    const looked = { course, after, until: new Date(), questions, most: perRound }
    // oxlint-disable-next-line no-await-in-loop -- a part at a time
    const tests: HandedIn[] = await selectNextHandedIn(db, looked)
    const versions = [...new Set(tests.flatMap((test) => test.versions))]
    // oxlint-disable-next-line no-await-in-loop -- as above
    const contents = (await selectVersions(db, versions)).map(({ content }) => content)
    for (const test of tests) yield { test, remarked: remarkedOrNone(test, voided, contents) }
    const last = tests.at(-1)
    if (!last || tests.length < perRound) return
    after = [last.at.getTime(), last.learner, last.attempt]
  }
}

function remarkedOrNone(...test: Parameters<typeof remarkedIn>) {
  try {
    return remarkedIn(...test)
  } catch {
    return undefined
  }
}

async function holdersOf(client: Client, course: string): Promise<ReadonlySet<string>> {
  const sql = 'select learner from awards where course = ? and learner is not null'
  const { rows } = await client.execute({ sql, args: [course] })
  return new Set(rows.map(({ learner }) => String(learner)))
}

async function countOpen(db: Database, { course, question, voided }: Asked): Promise<number> {
  const openedSince = hoursBefore(new Date(), openHours)
  const most = 1_000_000
  const open = await selectNextOpen(db, { course, after: '', openedSince, questions: [question], most })
  return open.filter(({ drawn }) =>
    everDrawn(JSON.parse(drawn) as DrawnQuestion[]).some(
      (each) => each.question === question && voidingOf(voided, each),
    ),
  ).length
}

async function countPractised(client: Client, { course, question, voided }: Asked): Promise<number> {
  const sql = 'select learner, version from answers where course = ? and question = ? group by learner, version'
  const { rows } = await client.execute({ sql, args: [course, question] })
  const own = rows.filter(({ version }) => voidingOf(voided, { question, version: String(version) }))
  return new Set(own.map(({ learner }) => String(learner))).size
}
