import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'

import { openBrowser, Person } from '../support/person.ts'

const root = join(import.meta.dirname, '../..')
const lesson = '/courses/granska-svaret/three-questions'
let folder: string
let dev: ChildProcess
let origin: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-preview-'))
  await cp(join(root, 'courses'), join(folder, 'courses'), { recursive: true })
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), COURSES: join(folder, 'courses'), DATA_DIR: join(folder, 'data') }
  dev = spawn(process.execPath, [join(root, 'tools/dev.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  browser = await openBrowser()
  await vi.waitFor(async () => expect((await fetch(`${origin}/sv`)).status).toBe(200), {
    timeout: 120_000,
    interval: 250,
  })
})

afterAll(async () => {
  await browser?.close()
  const ended = new Promise((resolve) => dev.once('exit', resolve))
  dev.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true })
})

test('a saved lesson is on the screen within a second or so', async () => {
  const author = await Person.arrives('author', browser, { locale: 'sv', width: 1280, script: true, base: origin })
  await author.opens(lesson)
  const begun = Date.now()
  await edit('Tonen kan alltså inte hjälpa dig.', 'Tonen hjälper ingen.')
  await author.page.getByText('Tonen hjälper ingen.').waitFor({ timeout: 20_000 })
  // Six tenths of a second on a quiet machine; the rest is for one that is busy with other tests.
  expect(Date.now() - begun).toBeLessThan(5_000)
  await author.leaves()
})

test('a mistake is shown beside its block, of which the page has what can be read, and goes away when it is mended', async () => {
  const author = await Person.arrives('author', browser, { locale: 'sv', width: 360, script: true, base: origin })
  await author.opens(lesson)
  const notes = author.page.locator('.author-note')
  // The lesson may have warnings of its own, but no errors.
  await author.page.locator('.author-panel [role="status"]', { hasText: /^(Inga problem|0 fel)/ }).waitFor()
  const others = await notes.allInnerTexts()

  await edit('Allt behöver inte granskas lika hårt.', 'Allt behöver <b>inte</b> granskas.')
  const note = author.page.locator('.author-note', { hasText: 'S30' }).first()
  await note.waitFor({ timeout: 20_000 })
  expect(await note.locator('xpath=following-sibling::p[1]').innerText()).toBe('Allt behöver inte granskas.')
  expect(await note.locator('a').getAttribute('href')).toBe('/@preview/checks#S30')
  await author.looks('-with-problems')

  await edit('Allt behöver <b>inte</b> granskas.', 'Allt behöver inte granskas.')
  await author.page
    .locator('.author-panel [role="status"]', { hasText: /^(Inga problem|0 fel)/ })
    .waitFor({ timeout: 20_000 })
  expect(await notes.allInnerTexts()).toEqual(others)
  await author.leaves()
})

test('the key is seen in the author’s view only, which outlives a save', async () => {
  const author = await Person.arrives('author', browser, { locale: 'en', width: 1280, script: true, base: origin })
  await author.opens(lesson)
  const key = author.page.locator('.author-key').first()
  await key.waitFor({ state: 'attached' })
  expect(await key.isVisible()).toBe(false)
  await author.page.getByLabel('The author, with the right answers').check()
  expect(await key.innerText()).toContain('[x]')
  await author.looks('-author-view')

  await author.page.reload()
  await key.waitFor()
  await author.page.getByLabel('The learner').check()
  expect(await key.isVisible()).toBe(false)
  await author.page.getByRole('link', { name: 'The same page in Swedish' }).click()
  await author.page.waitForURL(`${origin}/sv${lesson}`)
  await author.leaves()
})

test('the built product knows nothing of it', async () => {
  const built = inject('baseUrl')
  for (const path of ['/@preview/page.json?address=/sv', '/@preview/checks', '/tools/preview/browser/panel.ts']) {
    expect((await fetch(built + path)).status, path).toBe(404)
  }
  const page = await (await fetch(`${built}/sv${lesson}`)).text()
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|json)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  expect(files.length).toBeGreaterThan(4)
  for (const trace of ['@preview', 'author-panel', 'author-key', 'data-line', 'tools/preview'])
    expect([page, ...files].filter((text) => text.includes(trace)).length, trace).toBe(0)
})

/** Changes the Swedish lesson, as an editor that saves does. */
async function edit(from: string, to: string): Promise<void> {
  const file = join(folder, 'courses/granska-svaret/sv/02-tre-fragor.md')
  const text = await readFile(file, 'utf8')
  if (!text.includes(from)) throw new Error(`the lesson does not say "${from}"`)
  await writeFile(file, text.replace(from, to))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
