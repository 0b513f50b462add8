import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'

import { draftsFolder } from '../authoring/files/drafts-folder.ts'

const run = promisify(execFile)
const stamp = 'dist/.built'
/** All that a build is made of: a test follows the imports. */
export const sources = [
  'formats',
  'region',
  'worker',
  'web',
  'courses',
  'migrations',
  'tools/authoring',
  'tools/build',
  'tools/supplies',
  'vite.config.ts',
  'wrangler.toml',
  'package.json',
  'package-lock.json',
]
/** Whoever serves or deploys reads all of them. */
const parts = [
  'dist/client/_headers',
  'dist/worker/index.js',
  'dist/worker/wrangler.json',
  'dist/catalogue/catalogue.json',
  'dist/sbom.cdx.json',
]

/**
 * Builds the worker and the assets unless the last build was made of what is there now, by content, and still stands.
 * Throws one clear line where COURSES_PRIVATE is no folder.
 */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<void> {
  const privateCourses = privateFolder(root)
  const made = await digestOf(root, privateCourses)
  const known = await readFile(join(root, stamp), 'utf8').catch(() => '')
  if (known === made && parts.every((part) => existsSync(join(root, part)))) return

  say('Building (only when something changed) …')
  await rm(join(root, stamp), { force: true })
  await build(root, privateCourses)
  await writeFile(join(root, stamp), made)
}

/** COURSES_PRIVATE, wherever the build of a checkout runs; undefined where it is not set. Throws one clear line if it is no folder, or one of drafts. */
export function privateFolder(root: string): string | undefined {
  const { COURSES_PRIVATE } = process.env
  if (!COURSES_PRIVATE) return undefined
  const isFolder = statSync(COURSES_PRIVATE, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder && isWithin(realpathSync(COURSES_PRIVATE), join(realpathSync(root), draftsFolder)))
    throw new Error(`COURSES_PRIVATE is ${COURSES_PRIVATE}: drafts are never served; move what you stand for`)
  if (isFolder) return resolve(COURSES_PRIVATE)
  throw new Error(`COURSES_PRIVATE is no folder: ${COURSES_PRIVATE}`)
}

function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`)
}

async function build(root: string, privateCourses: string | undefined): Promise<void> {
  try {
    await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: root,
      maxBuffer: 2 ** 26,
      // Whoever starts it, a test runner among them: what is served is always the same build.
      env: { ...process.env, NODE_ENV: 'production', ...(privateCourses ? { COURSES_PRIVATE: privateCourses } : {}) },
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`the build failed:\n${stdout}${stderr}`.trimEnd())
  }
}

/** Of every source, private courses as well: their times say little, for a folder may come with old ones, or go. */
async function digestOf(root: string, privateCourses: string | undefined): Promise<string> {
  const places = [...sources.map((path) => join(root, path)), ...(privateCourses ? [privateCourses] : [])]
  const files = (await Promise.all(places.map(filesIn))).flat().sort()
  const digest = createHash('sha256').update(privateCourses ?? '')
  for (const file of files) {
    // One after the other: a start holds no more of them in its memory than it must.
    const bytes = await readFile(file)
    digest.update(`\n${relative(root, file)} ${bytes.length}\n`).update(bytes)
  }
  return digest.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return existsSync(path) ? [path] : []
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
