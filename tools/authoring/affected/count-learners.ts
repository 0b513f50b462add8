import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { type Client, createClient, type ResultSet } from '@libsql/client/web'

import { startDatabase } from '../../start/database-process.ts'

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
 * Counts learners by course in the database of LIBSQL_URL, or in the embedded one when there is one. Returns undefined
 * when there is no database; throws what the database says. Only counts leave it, never who.
 */
export async function countLearners(): Promise<((course: string) => Learners) | undefined> {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, DATA_DIR = '.data' } = process.env
  if (LIBSQL_URL)
    return count(createClient({ url: LIBSQL_URL, ...(LIBSQL_AUTH_TOKEN ? { authToken: LIBSQL_AUTH_TOKEN } : {}) }))

  const file = join(resolve(DATA_DIR), 'navet.db')
  if (!existsSync(file)) return undefined
  const database = await startDatabase(file)
  try {
    return await count(createClient({ url: database.url, authToken: database.token }))
  } finally {
    await database.stop()
  }
}

async function count(client: Client): Promise<(course: string) => Learners> {
  try {
    const [underWay, completed, badge] = (await client.batch(queries, 'read')).map(byCourse)
    return (course) => ({
      underWay: underWay!.get(course) ?? 0,
      completed: completed!.get(course) ?? 0,
      badge: badge!.get(course) ?? 0,
    })
  } finally {
    client.close()
  }
}

function byCourse({ rows }: ResultSet): Map<string, number> {
  return new Map(rows.map((row) => [String(row.course), Number(row.people)]))
}
