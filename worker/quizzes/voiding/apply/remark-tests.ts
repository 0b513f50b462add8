import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../../db/client.ts'
import { logError } from '../../../log.ts'
import { awardPathsSince, awardSince } from './award-since.ts'
import { remarkedIn } from './remarked-in.ts'
import { settledMinutes } from '../rules.ts'
import { recordRemarking } from '../store.ts'
import { type HandedIn, type Place, selectNextHandedIn, selectVersions } from './store.ts'
import type { VoidedCourse, Voiding } from './voiding.ts'

type Statement = Parameters<Database['batch']>[0][number]

/** Tests whose rows are written together: each whole, with what it earns. */
const perBatch = 50

/**
 * Counts the voided questions of a course's next tests as right, a row each, and awards the badge to whoever passes by it.
 * The place moves with the last of the rows. A test that cannot be read is logged, and passed by.
 */
export async function remarkTests(
  voiding: Voiding,
  course: VoidedCourse,
  { after, most, moveTo }: { after: Place | null; most: number; moveTo: (place: Place) => Statement },
): Promise<{ isMore: boolean }> {
  const { db, now } = voiding
  const questions = course.voided.map(({ question }) => question)
  const until = minutesAfter(now, settledMinutes)
  const tests = await selectNextHandedIn(db, { course: course.id, after, until, questions, most })
  const last = tests.at(-1)
  if (!last) return { isMore: false }

  const versions = await readVersions(db, tests)
  const learners = new Set<string>()
  const groups = tests.flatMap((test): Statement[][] => {
    const { statements, isEarned } = remarkTest(voiding, course, test, versions)
    if (isEarned) learners.add(test.learner)
    return statements.length > 0 ? [statements] : []
  })
  for (let from = 0; from < groups.length; from += perBatch) {
    // oxlint-disable-next-line no-await-in-loop -- a bounded number of rows at a time
    await inOne(db, groups.slice(from, from + perBatch).flat())
  }
  const isMore = tests.length === most
  const paths = await awardPathsSince(voiding, course.id, [...learners])
  await inOne(db, [...paths, moveTo(isMore ? placeOf(last) : settled(last, now))])
  return { isMore }
}

async function readVersions(db: Database, tests: readonly HandedIn[]): Promise<Question[]> {
  const versions = [...new Set(tests.flatMap((test) => test.versions))]
  return versions.length > 0 ? (await selectVersions(db, versions)).map(({ content }) => content) : []
}

function remarkTest(
  voiding: Voiding,
  course: VoidedCourse,
  test: HandedIn,
  versions: readonly Question[],
): { statements: Statement[]; isEarned: boolean } {
  const nothing = { statements: [], isEarned: false }
  try {
    const remarked = remarkedIn(test, course.voided, versions)
    const fresh = remarked.filter(({ question }) => !test.counted.includes(question))
    // Also where it was earned before: whoever was cut off then has not looked at the paths.
    const isEarned = !test.passed && remarked.some(({ passed }) => passed)
    const { learner, attempt } = test
    const rows = fresh.map((each) =>
      recordRemarking(voiding.db, { learner, attempt, course: course.id, ...each, at: voiding.now }, test),
    )
    const reasons = fresh.map(({ reason }) => reason)
    const awarded = isEarned && rows.length > 0 ? awardSince(voiding, course, test, reasons) : []
    return { statements: [...rows, ...awarded], isEarned }
  } catch (error) {
    logError('voiding', 'failed-later', error)
    return nothing
  }
}

function placeOf({ at, learner, attempt }: HandedIn): Place {
  return [at.getTime(), learner, attempt]
}

/** No nearer than what may still be written behind it. */
function settled(last: HandedIn, now: Date): Place {
  const place = placeOf(last)
  const before = minutesAfter(now, -settledMinutes).getTime()
  return place[0] > before ? [before, '', ''] : place
}

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

async function inOne(db: Database, [first, ...others]: Statement[]): Promise<void> {
  if (first) await db.batch([first, ...others])
}
