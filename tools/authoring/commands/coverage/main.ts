import { parseArgs } from 'node:util'

import { CannotGoOn, oneFolder, oneOf, runCommand } from '../command.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { formatCoverage } from './format-coverage.ts'
import { measureCoverage } from './measure-coverage.ts'

const usage = `npm run -s courses:coverage -- [FOLDER] [--format text|json]

Shows for each cell of the framework how many lessons teach it, and for each outcome how many questions practise it and
how many the badge tests can draw; then names the gaps.

Exit codes: 0 told, gaps or none, 1 no courses, 2 wrong call.`

await runCommand(usage, coverage)

async function coverage(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', ['text', 'json'] as const, values.format)
  const folder = oneFolder(positionals)
  const measured = measureCoverage(await readCourses(folder, ''))
  if (measured.cells.length === 0) {
    throw new CannotGoOn(`${shownFolder(folder)}/competences.yml cannot be read; courses:check says why`)
  }
  process.stdout.write(format === 'json' ? `${JSON.stringify(measured, null, 2)}\n` : formatCoverage(measured))
  return 0
}
