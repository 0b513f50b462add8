import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { locales } from '../../../../formats/locales.ts'
import { ownPlace, slashed } from '../../files/own-place.ts'
import { draftsFolder } from '../../files/drafts-folder.ts'
import { LessonHead } from '../../files/schemas.ts'
import { CannotGoOn, oneOf, runCommand, WrongUse } from '../command.ts'
import { draftText, idFrom } from './draft-text.ts'
import { readGift } from './gift.ts'
import { readMoodleXml } from './moodle-xml.ts'
import { readSource } from './read-source.ts'
import type { Import } from './taken.ts'

const usage = `npm run -s courses:import -- FILE.gift|FILE.xml [--course ID] [--language sv|en]

Reads questions in GIFT, or of a question bank that Moodle saved as XML, into a draft: a lesson in Navet's own format,
${draftsFolder}/COURSE/sv/01-name.md. Nothing there is compiled or served; write what only you can, where it says TODO, and
move the file into courses/. What was not taken is listed, with its line. Nothing that is there is written over.

  --course ID        the course it is for (import)
  --language sv|en   the language of the questions (sv)

To see what is missing before it is moved: npm run -s courses:check -- --drafts

Exit codes: 0 a draft is made, 1 nothing could be taken or written, 2 wrong call.`

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      course: { type: 'string', default: 'import' },
      language: { type: 'string', default: 'sv' },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new WrongUse('name one file, in GIFT or Moodle XML')
  const language = oneOf('--language', locales, values.language)
  const course = LessonHead.shape.id.safeParse(values.course)
  if (!course.success) throw new WrongUse(`--course: ${course.error.issues[0]!.message}`)
  const read = readerOf(file)

  const { taken, left } = read(await readSource(file))
  for (const line of new Set(left.map(({ line, what }) => `${file}:${line} not taken: ${onOneLine(what)}`)))
    console.log(line)
  if (taken.length === 0) throw new CannotGoOn(`${file} holds no question that can be taken`)
  const id = idFrom(basename(file, extname(file))) || 'import'
  const draft = join(draftsFolder, values.course, language, `01-${id}.md`)
  await write(draft, draftText(id, taken, language))
  console.log(`made ${slashed(draft)} with ${taken.length} ${taken.length === 1 ? 'question' : 'questions'}`)
  return 0

  function readerOf(name: string): (text: string) => Import {
    const ending = extname(name).toLowerCase()
    if (ending === '.xml') return (text) => readMoodleXml(name, text, language)
    if (ending === '.gift' || ending === '.txt') return (text) => readGift(text, language)
    throw new WrongUse(`${name} ends neither in .gift (or .txt) nor in .xml`)
  }
})

/** What a file says may hold anything. */
function onOneLine(words: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is to go
  return words.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

async function write(file: string, text: string): Promise<void> {
  const isThere = await ownPlace(file).catch((error: Error) => {
    throw new CannotGoOn(error.message)
  })
  if (isThere) throw new CannotGoOn(`${file} is there already`)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    throw new CannotGoOn(`${file} cannot be written: ${(error as Error).message}`)
  }
}
