import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { buildIfNeeded } from '../../../start/build-if-needed.ts'
import { serveForAWhile } from '../../../start/serve-for-a-while.ts'
import { findRevision, readCoursesAt } from '../affected/courses-at.ts'
import { CannotGoOn, runCommand, WrongUse } from '../command.ts'
import { CoursesDoNotCompile, loadCatalogue } from '../../compile/load-catalogue.ts'
import { readCourses } from '../../files/read-courses.ts'
import { changedLessons } from './changed-lessons.ts'
import { picturePages } from './picture-pages.ts'
import { savePages } from './save-pages.ts'

const usage = `npm run -s courses:pages -- --base REV --out DIR [--png]

Saves the pages of the lessons that changed since a git revision, as the product shows them, in both languages: HTML
that opens from the disk, and with --png a picture of each at the width of a phone. Nothing in DIR is taken away.

Exit codes: 0 saved, 1 could not be saved, 2 wrong call.`

const root = join(import.meta.dirname, '../../../..')

await runCommand(usage, pages)

async function pages(): Promise<number> {
  const { values } = parseArgs({
    options: { base: { type: 'string' }, out: { type: 'string' }, png: { type: 'boolean', default: false } },
  })
  if (!values.base) throw new WrongUse('--base names the revision to compare with, such as origin/main')
  if (!values.out) throw new WrongUse('--out names the folder for the pages')

  const courses = join(root, 'courses')
  const { commit } = await findRevision(courses, values.base)
  const lessons = changedLessons(await readCoursesAt(courses, commit), await readCourses(courses))
  if (lessons.length === 0) {
    console.error('no lesson has changed')
    return 0
  }
  const catalogue = await loadCatalogue(courses).catch(explain)
  await buildIfNeeded(root, console.error)
  const served = await serveForAWhile(root, catalogue)
  try {
    const saved = await savePages(served.url, lessons, resolve(values.out))
    if (values.png) await picturePages(served.url, saved, resolve(values.out))
    for (const { name } of saved) console.log(join(values.out, `${name}.html`))
  } finally {
    await served.stop()
  }
  return 0
}

function explain(error: unknown): never {
  if (!(error instanceof CoursesDoNotCompile)) throw error
  throw new CannotGoOn('the courses do not compile, so there are no pages to save; courses:check says why')
}
