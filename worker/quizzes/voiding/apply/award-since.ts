import { pathBadge, pathCourse, wholePaths } from '../../../badges/achievements.ts'
import { selectPathEarnersSince } from '../../../badges/since/store.ts'
import { awardWhere, recordPathAward } from '../../../badges/store.ts'
import { randomId } from '../../../chance.ts'
import type { InBoth } from '../../../../formats/catalogue/catalogue.ts'
import { recordNewCredential } from '../../../credentials/record-new-credential.ts'
import { dayOf } from '../../../../formats/day.ts'
import { mailHolder } from './mail-holder.ts'
import { hasPassedSince } from '../store.ts'
import type { VoidedCourse, Voiding } from './voiding.ts'

const recordAward = awardWhere(hasPassedSince)

interface Test {
  learner: string
  attempt: string
  courseVersion: string | null
  at: Date
}

/**
 * The statements that award a course's badge for a test that is passed since a question of it was voided, dated the day of
 * the test: with its credential, and a mail that says why. Who holds it already keeps theirs, and is mailed nothing.
 */
export function awardSince(
  { db, now }: Voiding,
  course: VoidedCourse,
  { learner, attempt, courseVersion, at }: Test,
  reasons: readonly InBoth<string>[],
) {
  const award = { id: randomId(), learner, at, day: dayOf(at) }
  const badge = { badge: course.badge.id, course: course.id, courseVersion: courseVersion ?? course.version, attempt }
  return [
    recordAward(db, { ...award, ...badge }),
    recordNewCredential(db, award),
    mailHolder({ db, now }, { award: award.id, badge: course.badge.name, at, reasons }),
  ]
}

/**
 * The same for the paths that these learners have come to the end of by it. Dated when the last of its badges was earned,
 * which may be long after the test, or the test itself.
 */
export async function awardPathsSince({ db, catalogue }: Voiding, course: string, learners: string[]) {
  const paths = wholePaths(catalogue).filter(({ steps }) => steps.some((step) => step.includes(course)))
  const [first, ...others] = paths.map((path) =>
    selectPathEarnersSince(db, { badge: pathBadge(path), steps: path.steps }, learners),
  )
  if (!first || learners.length === 0) return []

  const earners: { learner: string; at: Date; day: string }[][] = await db.batch([first, ...others])
  return paths.flatMap((path, i) =>
    earners[i]!.flatMap(({ learner, at, day }) => {
      const id = randomId()
      const award = { id, learner, badge: pathBadge(path), course: pathCourse(path), version: path.version, at, day }
      return [recordPathAward(db, award, path.steps), recordNewCredential(db, { id, learner, day })]
    }),
  )
}
