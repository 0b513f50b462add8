import { randomId } from '../chance.ts'
import { dayOf } from '../../formats/day.ts'
import type { SignedInVisit } from '../visit.ts'
import { pathBadge, pathCourse, wholePaths } from './achievements.ts'
import { recordPathAward } from './store.ts'

/** The badges of the paths that this course may bring to their end: statements for the batch that awards its badge. */
export function awardPaths({ db, learner: { id: learner }, catalogue, now: at }: SignedInVisit, course: string) {
  const day = dayOf(at)
  return wholePaths(catalogue)
    .filter(({ steps }) => steps.some((step) => step.includes(course)))
    .map((path) => {
      const id = randomId()
      const award = { id, learner, badge: pathBadge(path), course: pathCourse(path), version: path.version, at, day }
      return { id, learner, day, statement: recordPathAward(db, award, path.steps) }
    })
}
