import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { readCourses } from '../../tools/authoring/files/read-courses.ts'
import { manyLessons } from '../../tools/bench/many-lessons.ts'
import { serveForAWhile } from '../../tools/start/serve-for-a-while.ts'
import type { Served } from '../../tools/start/serve.ts'

const here = join(import.meta.dirname, '../..')
let root: string
let served: Served

/** The product with more courses than its script may hold. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'navet-many-'))
  for (const part of [
    'formats',
    'region',
    'worker',
    'web',
    'tools',
    'migrations',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'wrangler.toml',
  ])
    await cp(join(here, part), join(root, part), { recursive: true })
  await symlink(join(here, 'node_modules'), join(root, 'node_modules'))
  for (const { path, bytes } of manyLessons(await readCourses(join(here, 'courses'), ''), 1000)) {
    await mkdir(dirname(join(root, 'courses', path)), { recursive: true })
    await writeFile(join(root, 'courses', path), bytes)
  }
  const vite = join(here, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    maxBuffer: 2 ** 26,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  served = await serveForAWhile(root, readBuiltCatalogue(join(root, 'dist/catalogue')))
}, 300_000)

afterAll(async () => {
  await served.stop()
  await rm(root, { recursive: true })
})

test('the courses lie sealed among the assets, and the script holds none of them', async () => {
  const files = await readdir(join(root, 'dist/client/parts'))
  const { courses } = readBuiltCatalogue(join(root, 'dist/catalogue'))
  expect(files.length).toBeGreaterThan(courses.flatMap(({ lessons }) => lessons).length)
  expect(await readdir(join(root, 'dist/worker'))).not.toContain('courses')
  const lesson = await readBuiltCatalogue(join(root, 'dist/catalogue')).loadLesson(
    'bench-7',
    courses[7]!.lessons[0]!.id,
  )
  const secret = lesson!.questions[0]!.version
  for (const file of await readdir(join(root, 'dist/worker/assets')))
    expect(await readFile(join(root, 'dist/worker/assets', file), 'utf8'), file).not.toContain(secret)
  expect(await readFile(join(root, 'dist/worker/index.js'), 'utf8')).not.toContain(secret)
  for (const file of files.slice(0, 20))
    expect((await fetch(`${served.url}/parts/${file}`)).status, 'nobody else is given them').toBe(404)
})

test('courses beyond C99 are read, practised, and come in the order of their numbers', async () => {
  const { courses } = readBuiltCatalogue(join(root, 'dist/catalogue'))
  expect(courses.slice(98, 102).map(({ number }) => number)).toEqual(['C98', 'C99', 'C100', 'C101'])
  const { id, lessons } = courses[101]!
  const address = `${served.url}/sv/courses/${id}/${lessons[1]!.id}`
  const page = await (await fetch(address)).text()
  const [, action] = /<form class="question"[^>]* action="([^"#]+)/.exec(page)!
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)![1]!
  const answer = await fetch(served.url + action, {
    method: 'POST',
    headers: { Origin: served.url, 'X-Fragment': '1' },
    body: new URLSearchParams({ id: field('id'), version: field('version'), o: field('o') }),
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/class="answer/)])
})
