import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { chromium } from 'playwright-core'

const run = promisify(execFile)
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** Where a Chromium is: one that is there already, else the test tool's own download, else the system's package. */
export async function findBrowser(): Promise<string> {
  const found = installed()
  if (found) return found

  console.log('No Chromium found; installing one for the tests …')
  await attempt(() =>
    run(process.execPath, [
      join(import.meta.dirname, '../../node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    ]),
  )
  if (!installed()) {
    await attempt(() => run('apt-get', ['update']))
    await attempt(() =>
      run('apt-get', ['install', '-y', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
    )
  }
  const now = installed()
  if (!now) throw new Error('no browser: install Chromium, or name one with CHROMIUM_PATH')
  return now
}

function installed(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...places, ownPath()].find((path) => path && existsSync(path))
}

function ownPath(): string | undefined {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

/** One way of several; the next is tried whatever became of it. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined)
}
