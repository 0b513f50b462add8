import { join } from 'node:path'

import { noWords, runCommand } from './command/run-command.ts'
import { buildIfNeeded } from './start/build-if-needed.ts'

const usage = `npm run build

Builds the worker and the assets into dist/, unless what is there was made of the same. npm start and npm run deploy then
find it built, and write nothing into the checkout: they may be run by somebody who may not. With COURSES_PRIVATE that
folder is built in; set it as whoever starts Navet has it.

  --help   this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: {},
  async work(words) {
    noWords(words)
    await buildIfNeeded(join(import.meta.dirname, '..'), console.log)
  },
})
