import { randomId } from '../chance.ts'
import type { LearningPath } from '../../formats/catalogue/catalogue.ts'
import { dayOf } from '../../formats/day.ts'
import type { SignedInVisit } from '../visit.ts'
import { pathBadge, pathCourse, wholePaths } from './achievements.ts'
import { recordPathAward } from './store.ts'

/** The badges of the paths that this course may bring to their end: statements for the batch that awards its badge. */
export function awardPaths(visit: SignedInVisit, course: string) {
  return awardsOf(
    visit,
    visit.learner.id,
    wholePaths(visit.catalogue).filter(({ steps }) => steps.some((step) => step.includes(course))),
  )
}

type Awarding = Pick<SignedInVisit, 'db' | 'catalogue' | 'now'>

/** The same of every path there is, for somebody who may have come by several badges at once. */
export function awardWholePaths(awarding: Awarding, learner: string) {
  return awardsOf(awarding, learner, wholePaths(awarding.catalogue))
}

function awardsOf({ db, now: at }: Awarding, learner: string, paths: readonly LearningPath[]) {
  const day = dayOf(at)
  return paths.map((path) => {
    const id = randomId()
    const award = { id, learner, badge: pathBadge(path), course: pathCourse(path), version: path.version, at, day }
    return { id, learner, day, statement: recordPathAward(db, award, path.steps) }
  })
}
