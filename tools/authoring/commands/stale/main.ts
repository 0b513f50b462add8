import { parseArgs } from 'node:util'

import { dayFrom, oneFolder, oneOf, runCommand, todayInSweden, WrongUse } from '../command.ts'
import { formats } from '../../problems/format-problems.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { findStale } from './find-stale.ts'
import { formatStale, sumOf } from './format-stale.ts'

const usage = `npm run -s courses:stale -- [FOLDER] [--today DATE] [--within DAYS] [--format text|json|github]

Lists lessons and facts that are past their review date, or will be within 30 (or DAYS) days. After them comes the
reader's work: facts whose official page nobody has opened, in the order of use, with the address to open.

Exit codes: 0 nothing is past its date, 1 something is or no courses, 2 wrong call.`

await runCommand(usage, stale)

async function stale(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      today: { type: 'string', default: todayInSweden() },
      within: { type: 'string', default: '30' },
      format: { type: 'string', default: 'text' },
    },
  })
  const format = oneOf('--format', formats, values.format)
  const today = dayFrom('--today', values.today)
  const within = daysFrom(values.within)
  const folder = oneFolder(positionals)

  const found = findStale(await readCourses(folder, ''), today, within)
  process.stdout.write(formatStale(found, format, shownFolder(folder)))
  for (const path of found.unread) {
    console.error(`${shownFolder(folder)}/${path} cannot be read; courses:check says why`)
  }
  if (format === 'text') console.error(sumOf(found, within))
  return found.due.some((entry) => entry.state === 'past') ? 1 : 0
}

function daysFrom(written: string): number {
  if (!/^\d{1,4}$/.test(written)) throw new WrongUse('--within is a number of days, such as 30')
  return Number(written)
}
