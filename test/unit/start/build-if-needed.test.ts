import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, expect, test, vi } from 'vitest'

import { buildIfNeeded } from '../../../tools/start/build-if-needed.ts'

/** In the place of Vite: leaves the parts of a build, and a line about each time it ran. */
const builder = `
  const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs')
  for (const folder of ['client', 'worker', 'catalogue']) mkdirSync('dist/' + folder, { recursive: true })
  for (const part of ['client/_headers', 'worker/index.js', 'worker/wrangler.json', 'catalogue/catalogue.json', 'sbom.cdx.json'])
    writeFileSync('dist/' + part, '')
  appendFileSync('builds', (process.env.COURSES_PRIVATE || 'none') + '\\n')
  if (existsSync('courses/broken.md')) process.exit(1)
`

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'navet-build-'))
  write(join(root, 'node_modules/vite/bin/vite.js'), builder)
  write(join(root, 'courses/one.md'), 'one')
  return root
}

async function buildsOf(root: string): Promise<string[]> {
  await buildIfNeeded(root, () => undefined)
  return readFileSync(join(root, 'builds'), 'utf8').trim().split('\n')
}

afterEach(() => vi.unstubAllEnvs())

test('what is built is built again only when something it is made of has changed, or is gone', async () => {
  const root = checkout()
  expect(await buildsOf(root)).toHaveLength(1)
  utimesSync(join(root, 'courses/one.md'), new Date(), new Date(Date.now() + 60_000))
  expect(await buildsOf(root)).toHaveLength(1)
  write(join(root, 'courses/one.md'), 'two')
  expect(await buildsOf(root)).toHaveLength(2)
  rmSync(join(root, 'courses/one.md'))
  expect(await buildsOf(root)).toHaveLength(3)
})

test('private courses older than the build are served from the next start on, and no longer once they are unset', async () => {
  const root = checkout()
  const folder = mkdtempSync(join(tmpdir(), 'navet-private-'))
  const old = new Date('2020-01-01')
  write(join(folder, 'pool.yml'), 'questions')
  for (const path of ['pool.yml', '.']) utimesSync(join(folder, path), old, old)
  await buildsOf(root)
  vi.stubEnv('COURSES_PRIVATE', folder)
  expect(await buildsOf(root)).toEqual(['none', folder])
  expect(await buildsOf(root)).toEqual(['none', folder])
  vi.stubEnv('COURSES_PRIVATE', '')
  expect(await buildsOf(root)).toEqual(['none', folder, 'none'])
})

test('a folder of private courses that is not there is one clear line, and nothing is built', async () => {
  const root = checkout()
  vi.stubEnv('COURSES_PRIVATE', join(root, 'nowhere'))
  await expect(buildsOf(root)).rejects.toThrow(`COURSES_PRIVATE is no folder: ${join(root, 'nowhere')}`)
})

test('drafts are built in by no setting, not through a link either', async () => {
  const root = checkout()
  mkdirSync(join(root, 'drafts/min-kurs'), { recursive: true })
  symlinkSync(join(root, 'drafts'), join(root, 'mine'))
  for (const folder of ['drafts', 'drafts/min-kurs', 'mine']) {
    vi.stubEnv('COURSES_PRIVATE', join(root, folder))
    await expect(buildsOf(root)).rejects.toThrow('drafts are never served')
  }
})

test.each(['dist/catalogue', 'dist/worker', 'dist/client'])('a build that lost %s is made again', async (part) => {
  const root = checkout()
  await buildsOf(root)
  rmSync(join(root, part), { recursive: true })
  expect(await buildsOf(root)).toHaveLength(2)
})

test('a build that failed is not taken for the one before it, though its sources come back', async () => {
  const root = checkout()
  await buildsOf(root)
  write(join(root, 'courses/broken.md'), '')
  await expect(buildsOf(root)).rejects.toThrow('the build failed')
  rmSync(join(root, 'courses/broken.md'))
  expect(await buildsOf(root)).toHaveLength(3)
})
