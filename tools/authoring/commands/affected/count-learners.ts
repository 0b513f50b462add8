import type { ResultSet } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import { withDatabaseIfAny } from '../../../database/with-database.ts'
import { pathBadge } from '../../../../worker/badges/achievements.ts'
import { allHolders, selectPathEarners } from '../../../../worker/badges/store.ts'
import type { LearningPath } from '../../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../../../worker/db/client.ts'
import { countReached } from '../../../../worker/progress/store.ts'
import { askedBy } from '../../../../worker/quizzes/look-again.ts'
import { haveAnsweredAll } from '../../../../worker/quizzes/store.ts'
import type { CourseOutline, Outline } from './outline.ts'

/** How many people a course or a path concerns. One may hold the badge without having done the lessons. */
export interface Learners {
  /** Have begun and not completed. */
  underWay: number
  completed: number
  badge: number
  /** Lack nothing of what is asked from now on, and have not completed it: they are done once this is live. */
  reached: number
}

const queries = [
  `select course, count(*) as people from course_starts s where not exists
    (select 1 from course_completions c where c.learner = s.learner and c.course = s.course) group by course`,
  'select course, count(*) as people from course_completions group by course',
  'select course, count(distinct learner) as people from awards group by course',
]

/**
 * Counts learners of these courses and paths (`path:` and the id) in the database there is. Returns undefined when there
 * is none; throws what the database says. Only counts leave it, never who.
 */
export function countLearners(
  subjects: readonly string[],
  { courses, paths }: Outline,
): Promise<((subject: string) => Learners) | undefined> {
  return withDatabaseIfAny(async (client) => {
    const [underWay, completed, badge] = (await client.batch(queries, 'read')).map(byCourse)
    const db = drizzle(client)
    const reached = new Map<string, number>()
    for (const subject of subjects) {
      const course = courses.get(subject)
      const path = paths.find(({ id }) => `path:${id}` === subject)
      reached.set(subject, course ? await reachedIn(db, course) : path ? await earnersOf(db, path, courses) : 0)
    }
    return (subject) => ({
      underWay: underWay!.get(subject) ?? 0,
      completed: completed!.get(subject) ?? 0,
      badge: badge!.get(subject) ?? 0,
      reached: reached.get(subject) ?? 0,
    })
  })
}

async function reachedIn(db: Database, { id, lessons }: CourseOutline): Promise<number> {
  const [row] = await countReached(db, { course: id, asked: askedBy(lessons) }, haveAnsweredAll(id))
  return row?.people ?? 0
}

/** Nobody earns a path that cannot be walked to its end. */
async function earnersOf(db: Database, path: LearningPath, courses: Outline['courses']): Promise<number> {
  if (!path.steps.every((step) => step.some((course) => courses.has(course)))) return 0
  const earners = await selectPathEarners(db, { badge: pathBadge(path), steps: path.steps }, allHolders)
  return earners.length
}

function byCourse({ rows }: ResultSet): Map<string, number> {
  return new Map(rows.map((row) => [String(row.course), Number(row.people)]))
}
