import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { readCourses } from '../../files/read-courses.ts'
import { findRevision, readCoursesAt } from '../affected/courses-at.ts'
import { runCommand, WrongUse } from '../command.ts'
import { comparePages } from './compare-pages.ts'
import { comparisonOf } from './comparison.ts'

const usage = `npm run -s courses:pages -- --base REV --out DIR

Shows every page of the courses that has changed since a git revision, before and after, side by side: lessons, course
pages, documents to take home, and pools, in both languages, with what is wrong beside them. All of it is one file,
DIR/index.html, which opens from the disk by itself. Courses that do not compile are shown as far as they can be read.

Questions stand there with their keys, of pools too: whoever may see this repository may read them. Private courses
(COURSES_PRIVATE) are never in it.

Exit codes: 0 saved, 1 could not be saved, 2 wrong call.`

const root = join(import.meta.dirname, '../../../..')

await runCommand(usage, pages)

async function pages(): Promise<number> {
  const { values } = parseArgs({ options: { base: { type: 'string' }, out: { type: 'string' } } })
  if (!values.base) throw new WrongUse('--base names the revision to compare with, such as origin/main')
  if (!values.out) throw new WrongUse('--out names the folder for the file')

  const courses = join(root, 'courses')
  const { commit } = await findRevision(courses, values.base)
  const compared = await comparePages(await readCoursesAt(courses, commit), await readCourses(courses, ''))
  const file = join(values.out, 'index.html')
  await mkdir(resolve(values.out), { recursive: true })
  await writeFile(resolve(file), comparisonOf(compared, commit))
  console.log(`${file}: ${compared.length === 1 ? '1 page has' : `${compared.length} pages have`} changed`)
  return 0
}
