import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { freePort } from '../../../start/free-port.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { CannotGoOn } from '../command.ts'

const root = join(import.meta.dirname, '../../../..')
const triedAgainMs = 200

/**
 * Shows files of courses as `npm run dev` does, with data of their own: also those that do not compile, which no build
 * takes. `use` gets the address; afterwards nothing is left of it.
 */
export async function withShownCourses<T>(files: readonly SourceFile[], use: (site: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'navet-pages-'))
  try {
    for (const { path, bytes } of files) {
      const file = join(folder, 'courses', path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes)
    }
    await mkdir(join(folder, 'courses'), { recursive: true })
    return await withDev(folder, use)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withDev<T>(folder: string, use: (site: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const own = {
    PORT: String(port),
    COURSES: join(folder, 'courses'),
    COURSES_PRIVATE: '',
    DATA_DIR: join(folder, 'data'),
  }
  const dev = spawn(process.execPath, [join(root, 'tools/dev.ts')], {
    cwd: root,
    env: { ...process.env, ...own },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  dev.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise((resolve) => dev.once('exit', resolve))
  try {
    const site = `http://127.0.0.1:${port}`
    while (!(await fetch(`${site}/healthz`).catch(() => undefined))?.ok) {
      if (dev.exitCode !== null) throw new CannotGoOn(`the pages cannot be shown:\n${said}`.trimEnd())
      await pause(triedAgainMs)
    }
    return await use(site)
  } finally {
    dev.kill('SIGTERM')
    await ended
  }
}
