import { parseArgs } from 'node:util'

import { CannotGoOn, oneOf, runCommand, WrongUse } from '../command.ts'
import { compileCourses } from '../../compile/compile.ts'
import { withDatabaseIfAny } from '../../../database/with-database.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { type CourseStatistics, formatStats } from './format-stats.ts'
import { measureCourse } from './measure-course.ts'

const usage = `npm run -s courses:stats -- [COURSE] [--format text|json]

How questions do, from first answers only, beside the line where each is written: how many were right (p), how well the
question tells skill (r, corrected point-biserial), the share of each option. Answers to easy Swedish are told apart. Figures that too few have answered for
are not shown. Reads LIBSQL_URL, or the embedded database.

Exit codes: 0 told, 1 no database or no such course, 2 wrong call.`

await runCommand(usage, stats)

async function stats(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', ['text', 'json'] as const, values.format)
  if (positionals.length > 1) throw new WrongUse('name one course only')
  const compilation = compileCourses(await readCourses('courses'), shownFolder('courses'))
  const wanted = compilation.courses.filter(({ id }) => positionals.length === 0 || id === positionals[0])
  if (wanted.length === 0) throw new CannotGoOn(`there is no course ${positionals[0] ?? ''}`.trim())

  const found = await withDatabaseIfAny(async (client) => {
    const all: CourseStatistics[] = []
    for (const course of wanted) all.push(await measureCourse(client, course, compilation))
    return all
  })
  if (!found) throw new CannotGoOn('there is no database: set LIBSQL_URL, or start Navet once')
  process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : formatStats(found))
  return 0
}
