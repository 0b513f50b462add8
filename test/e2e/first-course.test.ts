import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { openBrowser, Person } from '../support/person.ts'

const root = join(import.meta.dirname, '../..')
const page = '/courses/min-kurs/three-questions'
const written = join(root, 'courses/granska-svaret/sv/02-tre-fragor.md')
const worker = join(root, 'dist/worker/index.js')
const stampOfBuild = join(root, 'dist/.built')
let folder: string
let dev: DevServer
let browser: Browser

/** Saves a file of the new course, as an editor does. */
async function save(path: string, text: string): Promise<void> {
  const file = join(folder, 'courses/min-kurs', path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-first-'))
  for (const name of ['competences.yml', 'facts.yml', 'domains.yml', 'glossary.yml', 'words.yml', 'checks.md'])
    await cp(join(root, 'courses', name), join(folder, 'courses', name))
  await save('sv/01-tre-fragor.md', await readFile(written, 'utf8'))
  dev = await startDevServer({ COURSES: join(folder, 'courses'), COURSES_PRIVATE: '' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await dev?.stop()
  await rm(folder, { recursive: true })
})

async function author(locale: 'sv' | 'en', width: number): Promise<Person> {
  return Person.arrives('author-first', browser, { locale, width, script: true, base: dev.base })
}

test('a first course of one lesson in Swedish is shown in both languages, with what is to come', async () => {
  const own = await author('sv', 360)
  await own.opens(page)
  expect(await own.page.locator('h1').innerText()).toBe('Tre frågor innan svaret lämnar huset')
  await own.page.getByText('Kursen visas så långt den går att läsa.').waitFor()
  expect(await own.page.locator('.author-panel').innerText()).toContain('S11')
  expect(await own.page.locator('practice-question, [id^="q-"]').count()).toBeGreaterThan(3)
  await own.leaves()

  const other = await author('en', 1280)
  await other.opens(page)
  await other.page.getByText('The page does not exist in English yet. This is the Swedish text.').waitFor()
  for (const path of ['', '/courses/min-kurs', '/courses/min-kurs/artefact', '/competences']) await other.opens(path)
  await other.leaves()
})

test('whatever is saved, the page shows what can be read, and what is wrong beside it', async () => {
  const own = await author('sv', 1280)
  await own.opens(page)
  const text = await readFile(written, 'utf8')

  await save('sv/01-tre-fragor.md', text.replace('title: ', 'title: "a": ').replace('Tonen kan alltså', 'Ny text här.'))
  await own.page.locator('.author-note', { hasText: 'S01' }).waitFor({ timeout: 20_000 })
  await own.page.getByText('Ny text här.').waitFor()

  await save('sv/01-tre-fragor.md', text.replace('id: link-is-not-proof', 'id: Två ord <b onclick=x>'))
  const held = own.page.locator('.author-key--held')
  await held.waitFor({ timeout: 20_000 })
  expect(await held.innerText()).toContain('Frågan visas först när felet är rättat.')
  expect(await held.locator('xpath=preceding-sibling::*[1]').innerText()).toMatch(/S03[\s\S]*id: an id is lower-case/)
  expect(await own.page.locator('[onclick]').count()).toBe(0)
  expect(await own.page.locator('[id="q-nuts-promise"]').count()).toBe(1)
  await own.looks('-question-held')

  await save('course.yml', 'number: [')
  await save('sv/01-tre-fragor.md', text)
  await held.waitFor({ state: 'detached', timeout: 20_000 })
  await own.opens('/courses/min-kurs')
  await own.page.locator('.author-note', { hasText: 'S01' }).waitFor()
  await own.leaves()
})

test('a build of the same courses, and a start, are refused with every problem; what was built stays as it was', async () => {
  const { BASE_URL: _, ...others } = process.env
  const env = { ...others, COURSES_PRIVATE: join(folder, 'courses'), DATA_DIR: join(folder, 'started'), PORT: '9249' }
  const built = await readFile(worker)
  const stamp = await readFile(stampOfBuild)
  for (const tool of ['build', 'start']) {
    const { code, said } = await run(tool, env)
    expect(code, tool).toBe(1)
    expect(said).toContain('the courses do not compile')
    expect(said).toMatch(/min-kurs\/sv\/course\.md:1:1 error S10/)
    expect(said).not.toMatch(/^\s+at /m)
  }
  expect(built.equals(await readFile(worker))).toBe(true)
  // The next test finds it built.
  await writeFile(stampOfBuild, stamp)
})

function run(tool: string, env: NodeJS.ProcessEnv): Promise<{ code: unknown; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, `tools/${tool}.ts`)], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    )
  })
}
