import { parseArgs } from 'node:util'

import { CannotGoOn, oneFolder, oneOf, runCommand, WrongUse } from '../command.ts'
import { formats } from '../../problems/format-problems.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { compareCourses } from './compare-courses.ts'
import { comparePaths } from './compare-paths.ts'
import type { Learners } from './count-learners.ts'
import { findRevision, readCoursesAt } from './courses-at.ts'
import { formatAffected, sumOf } from './format-effects.ts'
import { type Outline, outlineCourses } from './outline.ts'

const usage = `npm run -s courses:affected -- --base REV [FOLDER] [--format text|json|github]

Compares courses/ (or another courses folder) with what it was at a git revision, and says what happens to people:
to what they have done, what is left to do, and their badges. Counts learners when there is a database (LIBSQL_URL, or
the embedded one in DATA_DIR). Somebody loses something when a lesson or question is gone that course.yml does not list
as retired, or when the items of an order changed places under one id.

Exit codes: 0 nobody loses anything, 1 somebody would or it could not be compared, 2 wrong call.`

await runCommand(usage, affected)

async function affected(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string' }, format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', formats, values.format)
  const folder = oneFolder(positionals)
  if (!values.base) throw new WrongUse('--base names the revision to compare with, such as origin/main')

  const { commit, isFork } = await findRevision(folder, values.base)
  const before = outlineCourses(await readCoursesAt(folder, commit))
  const after = outlineCourses(await readCourses(folder, ''))
  if (isFork) console.error(`compared with ${commit.slice(0, 8)}, where this branch left ${values.base}`)
  if (before.errors > 0) console.error(`${values.base} does not pass today's checks; its problems are passed over`)
  if (process.env.COURSES_PRIVATE) console.error('COURSES_PRIVATE is left out: git does not know what it was before')

  const effects = [...compareCourses(before.courses, after.courses), ...comparePaths(before.paths, after.paths)]
  const subjects = effects.map(({ course }) => course)
  const learners = subjects.length > 0 ? await learnersBySubject(subjects, after) : undefined
  const courses = effects.map((course) => ({ ...course, learners: learners?.(course.course) }))
  process.stdout.write(formatAffected({ base: commit, courses }, format, shownFolder(folder)))
  if (format === 'text') console.error(sumOf(courses))
  return courses.some((course) => course.effects.some((effect) => effect.severity === 'error')) ? 1 : 0
}

async function learnersBySubject(
  subjects: readonly string[],
  after: Outline,
): Promise<((subject: string) => Learners) | undefined> {
  try {
    // Most runs have nobody to count, and the database's part of the product takes its time to load.
    const { countLearners } = await import('./count-learners.ts')
    return await countLearners(subjects, after)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CannotGoOn(`the learners cannot be counted: ${reason}`)
  }
}
