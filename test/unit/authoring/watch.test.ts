import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { copyFirstCourse, sv } from './courses.ts'

const command = join(import.meta.dirname, '../../../tools/authoring/commands/check.ts')
let folder: string
let watching: ChildProcess
let out: string
let err: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-watch-'))
  await copyFirstCourse(join(folder, 'courses'))
  out = err = ''
  watching = spawn(process.execPath, [command, '--watch', '--today', '2026-11-30'], { cwd: folder })
  watching.stdout!.on('data', (chunk: Buffer) => (out += chunk))
  watching.stderr!.on('data', (chunk: Buffer) => (err += chunk))
  await says('watching for changes')
})

afterEach(async () => {
  watching.kill()
  await once(watching, 'exit')
  await rm(folder, { recursive: true })
})

const says = (words: string) => expect.poll(() => out + err, { timeout: 15_000 }).toContain(words)

/** As editors do it: a new file is put in the place of the old one. */
async function save(path: string, from: string, to: string): Promise<void> {
  const file = join(folder, 'courses', path)
  await writeFile(`${file}.tmp~`, (await readFile(file, 'utf8')).replace(from, to))
  await rename(`${file}.tmp~`, file)
}

test('every save is checked, one after the other, until all is well', async () => {
  await save(sv, 'minutes: 6', 'minutes: six')
  await says(`courses/${sv}:4:10 error S03 minutes: write a whole number`)
  await save(sv, 'CHK-1a', 'CHK-1q')
  await says('competence CHK-1q does not exist')
  await save(sv, 'CHK-1q', 'CHK-1a')
  await save(sv, 'minutes: six', 'minutes: 6')
  await expect.poll(() => err.match(/no problems/g)?.length, { timeout: 15_000 }).toBe(2)
})

test('a folder that comes later is watched as well, and one that goes away ends nothing', async () => {
  await mkdir(join(folder, 'courses/new/sv'), { recursive: true })
  await expect.poll(() => err.match(/no problems/g)?.length, { timeout: 15_000 }).toBe(2)
  await writeFile(join(folder, 'courses/new/sv/01-x.md'), 'x')
  await says('courses/new/sv/01-x.md:1:1 error S04')
  await rm(join(folder, 'courses'), { recursive: true })
  await says('there is no such file or folder')
  await copyFirstCourse(join(folder, 'courses'))
  await expect.poll(() => err.match(/no problems/g)?.length, { timeout: 15_000 }).toBe(3)
  expect(err).not.toMatch(/at .*\.ts:\d/)
})
