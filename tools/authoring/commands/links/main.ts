import { parseArgs } from 'node:util'

import { readCourses, shownFolder } from '../../files/read-courses.ts'
import type { Format } from '../../problems/format-problems.ts'
import { formats } from '../../problems/format-problems.ts'
import { annotation } from '../../problems/github.ts'
import { oneFolder, oneOf, runCommand } from '../command.ts'
import { askLinks } from './ask-links.ts'
import { findLinks } from './find-links.ts'

const usage = `npm run -s courses:links -- [FOLDER] [--format text|json|github]

Asks every address on another site that courses and facts name whether it is still there. A check never does: it would
depend on the day, and on somebody else's computer. Nothing is told of whoever reads the courses.

Exit codes: 0 none is gone, 1 some are or no courses, 2 wrong call.`

const waitMs = 20_000

await runCommand(usage, links)

interface Found {
  path: string
  line: number
  column: number
  level: 'error' | 'warning'
  message: string
}

async function links(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', formats, values.format)
  const folder = oneFolder(positionals)
  const written = findLinks(await readCourses(folder, ''))
  const answers = await askLinks(
    written.map(({ address }) => address),
    waitMs,
  )
  const found = written.flatMap(({ address, places }): Found[] => {
    const { state, said } = answers.get(address)!
    if (state === 'there') return []
    const level = state === 'gone' ? 'error' : 'warning'
    return places.map(({ path, line, column = 1 }) => {
      return { path: `${shownFolder(folder)}/${path}`, line, column, level, message: `${address} ${said}` }
    })
  })
  process.stdout.write(formatLinks(found, format))
  const lost = written.filter(({ address }) => answers.get(address)!.state === 'gone').length
  console.error(`${written.length} addresses asked, ${lost} gone`)
  return lost > 0 ? 1 : 0
}

function formatLinks(found: readonly Found[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`
  return found
    .map(({ path, line, column, level, message }) =>
      format === 'github'
        ? `${annotation({ level, path, line, column, title: 'links', message })}\n`
        : `${path}:${line}:${column} ${level} ${message}\n`,
    )
    .join('')
}
