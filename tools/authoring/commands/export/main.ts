import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { type Locale, locales } from '../../../../formats/catalogue/catalogue.ts'
import { compileCourses } from '../../compile/compile.ts'
import type { CourseImage } from '../../markdown/images.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { CannotGoOn, oneOf, runCommand, WrongUse } from '../command.ts'
import { courseHtml } from './course-html.ts'
import { coursePdf } from './course-pdf.ts'
import { giftOf } from './gift.ts'
import { scormPackage } from './scorm.ts'
import { type Taught, tradesLeft } from './taught.ts'

const forms = ['gift', 'scorm', 'html', 'pdf'] as const
type Form = (typeof forms)[number]

const usage = `npm run -s courses:export -- COURSE --as gift|scorm|html|pdf [--language sv|en] [--out FILE] [--in FOLDER]

Writes a course as a file for other programs, in one language. The questions of its badge test are in no such file. What
the other program cannot hold is told line by line.

  --as gift        the practice questions, for the question bank of Moodle and others
  --as scorm       a package for learning platforms (SCORM 1.2). It holds the key of its practice questions
  --as html        the whole course as one page to print, with the answers last
  --as pdf         the same, printed by a Chromium, which is looked for and installed as npm test does
  --language       sv unless it says en
  --out FILE       COURSE.LANGUAGE and an ending here, unless it says another; nothing that is there is written over
  --in FOLDER      the courses folder (courses)

Exit codes: 0 written, 1 no such course, or it cannot be written, 2 wrong call.`

/** A file, and what it does not hold, line by line. */
interface Export {
  content: string | Uint8Array
  lost: string[]
}

const writers: Record<Form, { ending: string; write: (taught: Taught) => Export | Promise<Export> }> = {
  gift: {
    ending: 'txt',
    write({ summary, course, locale }) {
      const { text, lost } = giftOf(course, summary.title[locale], locale)
      return { content: text, lost }
    },
  },
  html: { ending: 'html', write: async (taught) => ({ content: await courseHtml(taught), lost: tradesLeft(taught) }) },
  pdf: {
    ending: 'pdf',
    write: async (taught) => ({ content: await coursePdf(await courseHtml(taught)), lost: tradesLeft(taught) }),
  },
  scorm: {
    ending: 'zip',
    write: async (taught) => ({ content: await scormPackage(taught), lost: tradesLeft(taught) }),
  },
}

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      language: { type: 'string', default: 'sv' },
      out: { type: 'string' },
      in: { type: 'string', default: 'courses' },
    },
  })
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0) throw new WrongUse('name one course')
  const form = oneOf('--as', forms, values.as ?? '')
  const locale = oneOf('--language', locales, values.language)

  const taught = await readCourse(values.in, id, locale)
  const writer = writers[form]
  const file = values.out ?? `${id}.${locale}.${writer.ending}`
  const { content, lost } = await writer.write(taught)
  await writeNew(file, content)
  for (const line of lost) console.error(`not held: ${line}`)
  console.log(file)
  return 0
})

/** Never with a private folder laid over: what lies there stays there. Throws CannotGoOn. */
async function readCourse(folder: string, id: string, locale: Locale): Promise<Taught> {
  const { courses, summaries, images, written } = compileCourses(await readCourses(folder, ''), shownFolder(folder))
  const summary = summaries.find((each) => each.id === id)
  const found = courses.find((each) => each.id === id)
  if (summary && found) {
    const { pool: _, ...course } = found
    return { summary, course, images: imagesOf(id, images), locale }
  }
  if (written.some((each) => each.id === id))
    throw new CannotGoOn(`${id} does not compile, so it is not exported; courses:check says why`)
  throw new CannotGoOn(`there is no course ${id} in ${shownFolder(folder)}`)
}

function imagesOf(course: string, images: readonly CourseImage[]): CourseImage[] {
  return images.filter(({ address }) => address.startsWith(`/assets/courses/${course}/`))
}

async function writeNew(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new CannotGoOn(`${file} is there already; name another with --out`)
    throw new CannotGoOn(`it cannot be written: ${message}`)
  }
}
