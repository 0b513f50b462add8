import { pathBadge, pathCourse, wholePaths } from '../badges/achievements.ts'
import { nextHolders, recordPathAward, selectPathEarners } from '../badges/store.ts'
import { randomId } from '../chance.ts'
import type { Catalogue, CourseSummary, LearningPath } from '../../formats/catalogue/catalogue.ts'
import { recordNewCredential } from '../credentials/record-new-credential.ts'
import { dayOf } from '../../formats/day.ts'
import type { Database } from '../db/client.ts'
import { completeAgain, recordCursor, recordRequirement, selectRequirements } from '../progress/store.ts'
import { haveAnsweredAll } from './store.ts'

interface Looking {
  db: Database
  catalogue: Catalogue
  now: Date
}

/** Learners of one course or path at a time, and courses and paths in one run. */
const mostLearners = 500
const mostSubjects = 20

type Subject = { subject: string; asked: string } & ({ course: CourseSummary } | { path: LearningPath })

/**
 * Looks again at the learners of courses and paths whose requirement has changed: who lacked only what is asked no more
 * is done from today. Adding asks nothing of who is done, and what was written stays. A bounded part at a time, with a
 * cursor in the database; gives whether there is more to do.
 */
export async function lookAgain(looking: Looking, most = mostLearners): Promise<boolean> {
  const { db, catalogue } = looking
  const known = new Map((await selectRequirements(db)).map((row) => [row.subject, row]))
  const due = subjectsOf(catalogue).filter(({ subject, asked }) => {
    const row = known.get(subject)
    return row?.asked !== asked || row.cursor !== null
  })
  const now = due.slice(0, mostSubjects)
  await lookAtCourses(looking, now, most)
  await lookAtPaths(looking, now, most)
  return due.length > 0
}

/** What a course asks, as it is compared and read by the statements. */
export function askedBy(lessons: readonly { id: string; questions: readonly string[] }[]): string {
  return JSON.stringify(lessons.map(({ id, questions }) => ({ id, questions })))
}

function subjectsOf(catalogue: Catalogue): Subject[] {
  return [
    ...catalogue.courses.map((course) => ({ subject: course.id, asked: askedBy(course.lessons), course })),
    ...wholePaths(catalogue).map((path) => ({ subject: pathCourse(path), asked: JSON.stringify(path.steps), path })),
  ]
}

/** One round trip. */
async function lookAtCourses({ db, now: at }: Looking, due: Subject[], most: number): Promise<void> {
  const statements = due.flatMap((each) => {
    if (!('course' in each)) return []
    const { course, asked } = each
    const completed = { course, asked, at, day: dayOf(at) }
    return [recordRequirement(db, each), ...completeAgain(db, completed, haveAnsweredAll(course.id), most)]
  })
  const [first, ...rest] = statements
  if (first) await db.batch([first, ...rest])
}

/** Two round trips: who has earned them by what they hold, then their awards, each under its own condition. */
async function lookAtPaths({ db, now: at }: Looking, due: Subject[], most: number): Promise<void> {
  const day = dayOf(at)
  const paths = due.filter((each) => 'path' in each)
  // Each requirement first: with it the looking begins anew.
  const [first, ...others] = paths.map((each) => recordRequirement(db, each))
  if (!first) return

  const earners = paths.map(({ path, subject }) =>
    selectPathEarners(db, { badge: pathBadge(path), steps: path.steps }, nextHolders(subject, most)),
  )
  const found = (await db.batch([first, ...others, ...earners])).slice(paths.length) as { learner: string }[][]
  const earned = paths.flatMap(({ path, subject }, i) => {
    const awards = found[i]!.flatMap(({ learner }) => {
      const id = randomId()
      const award = { id, learner, badge: pathBadge(path), course: pathCourse(path), version: path.version, at, day }
      return [recordPathAward(db, award, path.steps), recordNewCredential(db, { id, learner, day })]
    })
    return [...awards, recordCursor(db, subject, nextHolders(subject, most))]
  })
  await db.batch(earned as [(typeof earned)[number], ...typeof earned])
}
