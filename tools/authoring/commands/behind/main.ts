import { parseArgs } from 'node:util'

import { findRevision } from '../affected/courses-at.ts'
import { oneFolder, oneOf, runCommand, todayInSweden } from '../command.ts'
import { formats } from '../../problems/format-problems.ts'
import { readCourses, shownFolder } from '../../files/read-courses.ts'
import { findBehind } from './find-behind.ts'
import { formatBehind } from './format-behind.ts'
import { readTouches } from './read-touches.ts'

const usage = `npm run -s courses:behind -- [FOLDER] [--base REV] [--format text|json|github]

Lists the pages of courses/ (or another courses folder) that were changed in one language alone, as git knows it: the
other may say something else now. Changes within two weeks of each other are taken for one piece of work. Where both do
say the same, a new \`checked\` date in the other says so.

  --base REV   what has changed since that revision, such as origin/main, and in one language alone

Exit codes: 0 none, 1 some or git does not know, 2 wrong call.`

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string' }, format: { type: 'string', default: 'text' } },
  })
  const format = oneOf('--format', formats, values.format)
  const folder = oneFolder(positionals)

  const { commit } = await findRevision(folder, values.base ?? 'HEAD')
  const touches = await readTouches(folder, values.base === undefined ? undefined : commit, todayInSweden())
  const behind = findBehind(await readCourses(folder, ''), touches)
  process.stdout.write(formatBehind(behind, format, shownFolder(folder)))
  if (format === 'text') console.error(`${behind.length} page(s) changed in one language alone`)
  return behind.length > 0 ? 1 : 0
})
