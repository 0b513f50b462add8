import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { findBrowser } from './find-browser.ts'
import { whyNoSqld } from './sqld.ts'

const steps: [string, string[]][] = [
  ['format, lint, types, dead code', ['run', '-s', 'check']],
  ['courses', ['run', '-s', 'courses:check']],
  ['units and workerd', ['exec', '--', 'vitest', 'run']],
  ['drills, short', ['exec', '--', 'vitest', 'run', '--config', 'vitest.drill.config.ts']],
  ['deployment, dry', ['run', '-s', 'deploy', '--', '--dry-run']],
  ['journeys in a browser', ['exec', '--', 'vitest', 'run', '--config', 'vitest.e2e.config.ts']],
]

// `npm test`: every check there is, each one run whatever became of those before, so that one run tells all.
const browser = await findBrowser()
const failed: string[] = []
const noSqld = whyNoSqld()
if (noSqld) console.log(`Without the tests on sqld: ${noSqld}`)
for (const [name, args] of steps) {
  console.log(`\n— ${name}`)
  const child = spawn('npm', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: browser },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) failed.push(name)
}

for (const name of failed) console.log(`failed: ${name}`)
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
