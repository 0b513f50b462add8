import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findBrowser } from './find-browser.ts'
import { whyNoSqld } from './sqld.ts'

/** What a deploy is told; a dry one asks none of them. */
const somewhere = {
  LIBSQL_URL: 'libsql://navet.example',
  BASE_URL: 'https://navet.example',
  CONTROLLER_NAME: 'Nobody',
  CONTACT_EMAIL: 'nobody@navet.example',
}

const vitest = ['exec', '--', 'vitest', 'run', '--reporter=default', '--reporter=./tools/test/name-failures.ts']
const steps: [string, string[], Record<string, string>?][] = [
  ['format, lint, types, dead code', ['run', '-s', 'check']],
  ['courses', ['run', '-s', 'courses:check']],
  ['units and workerd', vitest],
  ['drills, short', [...vitest, '--config', 'vitest.drill.config.ts']],
  ['deployment, dry', ['run', '-s', 'deploy', '--', '--dry-run'], somewhere],
  ['journeys in a browser', [...vitest, '--config', 'vitest.e2e.config.ts']],
]

// `npm test`: every check there is, each one run whatever became of those before, so that one run tells all.
const browser = await findBrowser()
const folder = await mkdtemp(join(tmpdir(), 'navet-failures-'))
const failures = join(folder, 'failures')
const failed: string[] = []
const noSqld = whyNoSqld()
if (noSqld) console.log(`Without the tests on sqld: ${noSqld}`)
for (const [name, args, settings] of steps) {
  console.log(`\n— ${name}`)
  const child = spawn('npm', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: browser, FAILURES: failures, ...settings },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) failed.push(name)
}

const named = await readFile(failures, 'utf8').catch(() => '')
await rm(folder, { recursive: true })
if (named) console.log(`\n— what failed\n${named}`)
for (const name of failed) console.log(`failed: ${name}`)
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
