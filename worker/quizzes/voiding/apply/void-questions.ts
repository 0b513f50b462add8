import type { CourseSummary } from '../../../../formats/catalogue/catalogue.ts'
import { moveCursor, recordRequirement, selectRequirements } from '../../../progress/store.ts'
import { settledMinutes } from '../rules.ts'
import { remarkTests } from './remark-tests.ts'
import type { Place } from './store.ts'
import { swapVoided } from './swap-voided.ts'
import type { VoidedCourse, Voiding } from './voiding.ts'

/** Tests of one course that are looked at in one go, and courses in one run. */
const mostTests = 500
const mostCourses = 20

/**
 * Has voided questions count as right in the tests that were handed in, and draws others in those that are open. A bounded
 * part at a time, each with its cursor in the database: what is done twice writes nothing, and what is cut off goes on.
 * Tests are looked at in the order of handing in, the newest again each time: a build of before may hand in meanwhile.
 * Gives whether there is more to do; costs nothing where nothing is voided.
 */
export async function voidQuestions(voiding: Voiding, most = mostTests): Promise<boolean> {
  const courses = voiding.catalogue.courses.filter(isOfVoided)
  if (courses.length === 0) return false

  const known = new Map((await selectRequirements(voiding.db)).map((row) => [row.subject, row]))
  let left = 0
  // No other course waits for one whose rows cannot be looked at.
  let broken: { error: unknown } | undefined
  for (const course of courses) {
    const [tests, open] = subjectsOf(course)
    // oxlint-disable-next-line no-await-in-loop -- a course at a time, so that a run stays small
    const isMore = await lookAtCourse(voiding, { course, tests, open, known, most }).catch((error: unknown) => {
      broken ??= { error }
      return false
    })
    left += Number(isMore)
    if (left >= mostCourses) break
  }
  if (broken) throw broken.error
  return left > 0
}

function isOfVoided(course: CourseSummary): course is VoidedCourse {
  return course.voided !== undefined
}

/** What is voided, without its words: with another list both searches begin anew. */
function subjectsOf({ id, voided }: VoidedCourse) {
  const asked = JSON.stringify(
    voided
      .map(({ question, versions }) => [question, versions === 'all' ? versions : versions.toSorted()])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  )
  return [
    { subject: `voided:${id}`, asked },
    { subject: `swapped:${id}`, asked },
  ] as const
}

interface Looked {
  course: VoidedCourse
  tests: { subject: string; asked: string }
  open: { subject: string; asked: string }
  known: ReadonlyMap<string, { asked: string; cursor: string | null }>
  most: number
}

async function lookAtCourse(voiding: Voiding, { course, tests, open, known, most }: Looked): Promise<boolean> {
  const { db } = voiding
  const cursorOf = ({ subject, asked }: Looked['open']) => {
    const row = known.get(subject)
    return row?.asked === asked ? row.cursor : ''
  }
  if ([tests, open].some(({ subject, asked }) => known.get(subject)?.asked !== asked)) {
    await db.batch([recordRequirement(db, tests), recordRequirement(db, open)])
  }
  const last = await remarkTests(voiding, course, { after: placeIn(cursorOf(tests), voiding.now), most, moveTo })
  // Open tests are few, and one may have been drawn by a build that did not know: each run looks at them all.
  const before = cursorOf(open)
  const swapped = await swapVoided(voiding, course, { after: before ?? '', most })
  if (swapped !== before) await moveCursor(db, open, swapped)
  return last.isMore || swapped !== null

  function moveTo(place: Place) {
    return moveCursor(db, tests, JSON.stringify(place))
  }
}

/** A cursor that cannot be read, or stands where nothing has come yet, is none: everything is looked at again. */
function placeIn(cursor: string | null, now: Date): Place | null {
  try {
    const place: unknown = JSON.parse(cursor ?? '')
    if (!Array.isArray(place) || place.length !== 3) return null
    const [at, learner, attempt] = place as unknown[]
    return Number.isSafeInteger(at) &&
      (at as number) <= now.getTime() + settledMinutes * 60_000 &&
      typeof learner === 'string' &&
      typeof attempt === 'string'
      ? [at as number, learner, attempt]
      : null
  } catch {
    return null
  }
}
