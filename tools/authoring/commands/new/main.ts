import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { isThere } from '../../../command/is-there.ts'
import { compileCourses } from '../../compile/compile.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { LessonHead } from '../../files/schemas.ts'
import { CannotGoOn, dayFrom, runCommand, todayInSweden, WrongUse } from '../command.ts'
import { newCourse, newLesson, type Skeleton } from './skeletons.ts'

const usage = `npm run -s courses:new -- COURSE[/LESSON] [--in FOLDER] [--today DATE] [--dry-run]

Makes a course, or a lesson of a course that there is, in both languages, for you to write over: the example of the author's
guide, with the next free number, today's date and ids of its own. It compiles as it is, without an error. Nothing that is
there is written over.

  COURSE, LESSON   ids, for ever: small letters a–z, digits, hyphens
  --in FOLDER      the courses folder (courses)
  --dry-run        only says which files it would make

Exit codes: 0 done, 1 it is there already or cannot be written, 2 wrong call.`

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: 'string', default: 'courses' },
      today: { type: 'string', default: todayInSweden() },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const { in: folder, 'dry-run': isDry } = values
  const [course, lesson] = readIds(positionals)
  const files = await skeletonOf(folder, course, lesson, dayFrom('--today', values.today))
  if (!isDry) await writeAll(folder, files)
  const made = [...files.keys()].map((path) => `${isDry ? 'would make' : 'made'} ${shownFolder(folder)}/${path}`)
  console.log(made.join('\n'))
  if (!isDry) console.log(`Write them over, and see: npm run -s courses:check -- ${shownFolder(folder)}/${course}`)
  return 0
})

function readIds([words, ...more]: readonly string[]): [course: string, lesson: string | undefined] {
  if (words === undefined || more.length > 0) throw new WrongUse('name one course, or one lesson as COURSE/LESSON')
  const [course, lesson, ...rest] = words.split('/')
  const ids = [course, ...(lesson === undefined ? [] : [lesson])]
  for (const id of ids) {
    const read = LessonHead.shape.id.safeParse(id)
    if (!read.success) throw new WrongUse(`"${id}": ${read.error.issues[0]!.message}`)
  }
  if (rest.length > 0) throw new WrongUse('name one course, or one lesson as COURSE/LESSON')
  return [course!, lesson]
}

async function skeletonOf(folder: string, id: string, lesson: string | undefined, today: string): Promise<Skeleton> {
  const { written } = compileCourses(await readCourses(folder, ''))
  const course = written.find((each) => each.id === id)
  if (lesson === undefined) {
    if (course || isThere(join(folder, id))) throw new CannotGoOn(`there is a course ${id} already`)
    return newCourse(id, written, today)
  }
  if (!course) throw new CannotGoOn(`there is no course ${id}; make it first: npm run -s courses:new -- ${id}`)
  const ids = [...course.lessons.sv, ...course.lessons.en].map(({ head }) => head.written('id'))
  if (ids.includes(lesson)) throw new CannotGoOn(`${id} has a lesson ${lesson} already`)
  if (course.head?.value?.retired.includes(lesson))
    throw new CannotGoOn(`${lesson} is retired in ${id}; choose another id`)
  return newLesson(lesson, course, today)
}

/** All of them, or none: what was made is taken away again when one cannot be. */
async function writeAll(folder: string, files: Skeleton): Promise<void> {
  const made: string[] = []
  try {
    for (const [path, text] of files) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text, { flag: 'wx' })
      made.push(file)
    }
  } catch (error) {
    await Promise.all(made.map((file) => rm(file, { force: true })))
    throw new CannotGoOn(`it cannot be made: ${(error as Error).message}`)
  }
}
