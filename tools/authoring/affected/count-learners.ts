import type { ResultSet } from '@libsql/client/web'

import { withDatabaseIfAny } from '../../database/with-database.ts'

/** How many people a course concerns. One may hold the badge without having done the lessons. */
export interface Learners {
  /** Have begun and not completed. */
  underWay: number
  completed: number
  badge: number
}

const queries = [
  `select course, count(*) as people from course_starts s where not exists
    (select 1 from course_completions c where c.learner = s.learner and c.course = s.course) group by course`,
  'select course, count(*) as people from course_completions group by course',
  'select course, count(distinct learner) as people from awards group by course',
]

/**
 * Counts learners by course in the database there is. Returns undefined when there is none; throws what the database
 * says. Only counts leave it, never who.
 */
export function countLearners(): Promise<((course: string) => Learners) | undefined> {
  return withDatabaseIfAny(async (client) => {
    const [underWay, completed, badge] = (await client.batch(queries, 'read')).map(byCourse)
    return (course) => ({
      underWay: underWay!.get(course) ?? 0,
      completed: completed!.get(course) ?? 0,
      badge: badge!.get(course) ?? 0,
    })
  })
}

function byCourse({ rows }: ResultSet): Map<string, number> {
  return new Map(rows.map((row) => [String(row.course), Number(row.people)]))
}
