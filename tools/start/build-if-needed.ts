import { execFile } from 'node:child_process'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const stamp = 'dist/.built'
const sources = [
  'formats',
  'region',
  'worker',
  'web',
  'courses',
  'tools/authoring',
  'tools/build',
  'vite.config.ts',
  'wrangler.toml',
  'package.json',
]

/** Builds the worker and the assets when something they are made of is newer than the last build. */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<void> {
  const built = await timeOf(join(root, stamp))
  const privateCourses = process.env.COURSES_PRIVATE
  const paths = [...sources.map((path) => join(root, path)), ...(privateCourses ? [privateCourses] : [])]
  const newest = Math.max(...(await Promise.all(paths.map(newestIn))))
  if (built > newest) return

  say('Building (only when something changed) …')
  await build(root)
  await writeFile(join(root, stamp), '')
}

async function build(root: string): Promise<void> {
  try {
    await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: root,
      maxBuffer: 2 ** 26,
      // Whoever starts it, a test runner among them: what is served is always the same build.
      env: { ...process.env, NODE_ENV: 'production' },
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`the build failed:\n${stdout}${stderr}`.trimEnd())
  }
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path).catch(() => undefined)
  if (!own) return 0
  if (!own.isDirectory()) return own.mtimeMs

  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const times = await Promise.all(entries.map((entry) => timeOf(join(entry.parentPath, entry.name))))
  return Math.max(own.mtimeMs, ...times)
}

async function timeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0
}
