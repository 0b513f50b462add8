import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { isThere } from '../../../command/is-there.ts'
import { withDatabaseIfAny } from '../../../database/with-database.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { CannotGoOn, dayFrom, runCommand, todayInSweden, WrongUse } from '../command.ts'
import { formatTouched, formatVersions } from './format-touched.ts'
import { voidedWith, type Voided } from './voided-with.ts'
import { knownVersions } from './known-versions.ts'
import { type Entry, withEntry } from './with-entry.ts'

const usage = `npm run -s courses:void -- COURSE QUESTION [--versions all|HASH,… --reason-sv TEXT --reason-en TEXT]
                          [--on DATE] [--in FOLDER] [--dry-run]

Writes into a course's course.yml that a question was wrong: once that is live it counts as right for everybody who had
it. Where there is a database (LIBSQL_URL, or the embedded one) it tells how many tests, people and badges it is about;
who they are is told to nobody. Without --versions it lists the versions that there have been, and writes nothing.

  --versions       the versions that were wrong, or all of a question that is taken out and listed as retired
  --reason-sv, -en why, in plain words: people read it in a mail and beside the question
  --on DATE        the day it was decided (today)
  --in FOLDER      the courses folder (courses)
  --dry-run        only says what it would write, and whom that is about

Exit codes: 0 done, 1 it cannot be written so, 2 wrong call.`

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      versions: { type: 'string' },
      'reason-sv': { type: 'string' },
      'reason-en': { type: 'string' },
      on: { type: 'string', default: todayInSweden() },
      in: { type: 'string', default: 'courses' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [course, question, ...more] = positionals
  if (!course || !question || more.length > 0) throw new WrongUse('name one course and one question of it')
  const on = dayFrom('--on', values.on)
  const { versions, in: folder, 'reason-sv': sv, 'reason-en': en } = values
  if (versions === undefined) return listVersions(folder, course, question)
  if (sv === undefined || en === undefined) throw new WrongUse('say why in both languages: --reason-sv and --reason-en')

  const entry: Entry = { question, versions: versions === 'all' ? 'all' : versions.split(','), reason: { sv, en }, on }
  return voidQuestion(folder, course, entry, values['dry-run'])
})

async function listVersions(folder: string, course: string, question: string): Promise<number> {
  const files = await readCourses(folder)
  const { versions } = await knownVersions(files, course, question)
  if (versions.length === 0) throw new CannotGoOn(`${course} has no question ${question}, here or in the database`)
  process.stdout.write(formatVersions(question, versions))
  return 0
}

async function voidQuestion(folder: string, course: string, entry: Entry, isDry: boolean): Promise<number> {
  const path = fileOf(folder, course)
  const before = await readFile(path, 'utf8').catch(() => {
    throw new CannotGoOn(`there is no course ${course} in ${shownFolder(folder)}`)
  })
  const text = withEntry(before, entry)
  const files = await readCourses(folder)
  const { voided, problems } = voidedWith(files, { folder, course, text, today: todayInSweden() })
  if (!voided) throw new CannotGoOn(problems.join('\n'))

  refuseUnknown(await knownVersions(files, course, entry.question), entry)
  console.log(await whoIsTouched(course, entry, voided))
  for (const problem of problems) console.log(problem)
  if (!isDry && text !== before) await writeFile(path, text)
  const did = text === before ? 'nothing to write: it says so already in' : isDry ? 'would write' : 'written:'
  console.log(`${did} ${shownFolder(path)}`)
  return 0
}

/** Where the course's head is read from: a private folder is laid over the other. */
function fileOf(folder: string, course: string): string {
  const { COURSES_PRIVATE } = process.env
  const own = COURSES_PRIVATE ? join(COURSES_PRIVATE, course, 'course.yml') : undefined
  return own !== undefined && isThere(own) ? own : join(folder, course, 'course.yml')
}

/** A version that nobody ever had is a slip: nobody would be helped by it. Without a database nobody can tell. */
function refuseUnknown(known: Awaited<ReturnType<typeof knownVersions>>, { question, versions }: Entry): void {
  if (versions === 'all' || !known.isWhole) return
  const strange = versions.filter((version) => !known.versions.some((each) => each.version === version))
  if (strange.length === 0) return
  const list = known.versions.map(({ version }) => `  ${version}`).join('\n')
  throw new CannotGoOn(`${strange.join(', ')}: no version of ${question} that is known here, which are\n${list}`)
}

async function whoIsTouched(course: string, { question }: Entry, voided: Voided): Promise<string> {
  const touched = await withDatabaseIfAny(async (client) => {
    // The database's part of the product takes its time to load.
    const { countTouched } = await import('./count-touched.ts')
    return countTouched(client, { course, question, voided })
  })
  return touched ? formatTouched(question, touched) : 'there is no database, so nobody is counted'
}
