import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect, inject, test } from 'vitest'

import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { allCourses, course } from '../support/course-key.ts'
import { openBrowser } from '../support/person.ts'

const root = join(import.meta.dirname, '../..')
const kib = 1024

/** What a cold visit to a page costs: requests, and bytes over the wire with everything they bring. */
async function costOf(path: string): Promise<{ requests: string[]; bytes: number }> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  const requests: string[] = []
  let bytes = 0
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url))
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(inject('baseUrl') + path, { waitUntil: 'networkidle' })
  await browser.close()
  return { requests, bytes }
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(root, folder, file))
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(file)).length
}

test('a lesson, cold, weighs at most 48 KiB in six requests', async () => {
  const { requests, bytes } = await costOf(`/sv/courses/${course}/three-questions`)
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(6)
  expect(bytes / kib).toBeLessThanOrEqual(48)
})

test('the catalogue, cold, weighs at most 46 KiB and two thirds of one a course, in six requests', async () => {
  const { requests, bytes } = await costOf('/sv')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(6)
  expect(bytes / kib).toBeLessThanOrEqual(46 + (2 / 3) * (await allCourses()).length)
})

test('a letter of a rare name is drawn by our own fonts, in a file that no page fetches without one', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const fonts: string[] = []
  page.on('requestfinished', (request) =>
    fonts.push(/navet-(\w+(?:-rare)?)-[\w-]+\.woff2/.exec(request.url())?.[1] ?? ''),
  )
  const fetched = () => fonts.filter(Boolean).toSorted()
  await page.goto(inject('baseUrl') + '/sv', { waitUntil: 'networkidle' })
  expect(fetched()).toEqual(['head', 'text'])
  await page.evaluate(`document.querySelector('main h1').textContent = 'Ágnes'`)
  await expect.poll(fetched).toEqual(['head', 'head-rare', 'text'])
  await page.evaluate(`document.querySelector('main .lead').textContent = 'Guðrún Þórsdóttir'`)
  await expect.poll(fetched).toEqual(['head', 'head-rare', 'text', 'text-rare'])
  await browser.close()
})

test('what waits for a code comes with the page that waits for one', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const isWaiting = () => page.evaluate(`customElements.get('code-waiting') !== undefined`)
  await page.goto(inject('baseUrl') + '/sv/sign-in', { waitUntil: 'networkidle' })
  expect(await isWaiting()).toBe(false)
  await page.locator('[name="email"]').fill('budget@somewhere.example')
  await page.locator('main form button').click()
  await page.waitForURL(/sign-in\/code/)
  await expect.poll(isWaiting).toBe(true)
  await browser.close()
})

test('the script of every page is at most 15 KiB; that which checks badges stands on its own pages alone', async () => {
  const scripts = await scriptsOn('/sv')
  expect(scripts).toHaveLength(1)
  expect(readFileSync(join('dist/client', scripts[0]!)).length / kib).toBeLessThanOrEqual(15)
  const [, verifier] = await scriptsOn('/sv/verify')
  const [worker] = filesIn('dist/client/assets', '.js').filter((file) => /\/worker-[\w-]+\.js$/.test(file))
  expect(readFileSync(join('dist/client', verifier!), 'utf8')).toContain(worker!.split('/').at(-1))
  expect((gzipped(join('dist/client', verifier!)) + gzipped(worker!)) / kib).toBeLessThanOrEqual(55)
})

async function scriptsOn(path: string): Promise<string[]> {
  const html = await (await fetch(inject('baseUrl') + path)).text()
  return [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, source]) => source!)
}

test('the worker without the course modules is at most 1.25 MiB, gzipped', async () => {
  const modules = filesIn('dist/worker', '.js').filter((file) => !file.includes('/dist/worker/courses/'))
  expect(modules.map(gzipped).reduce((sum, size) => sum + size, 0) / kib).toBeLessThanOrEqual(1280)
})

/** The worker's script, and what it loads before it answers anything. */
function loadedAtOnce(
  file = join(root, 'dist/worker/index.js'),
  found = new Map<string, string>(),
): Map<string, string> {
  if (found.has(file)) return found
  const text = readFileSync(file, 'utf8')
  found.set(file, text)
  for (const [, imported] of text.matchAll(/(?:from|import) ?"(\.\.?\/[^"]+\.js)"/g))
    loadedAtOnce(join(file, '..', imported!), found)
  return found
}

test('the worker loads at most 1,108 KiB before it answers, without what signing in and signing badges take', () => {
  const worker = [...loadedAtOnce().values()].join('')
  const { courses, framework, paths } = readBuiltCatalogue(join(root, 'dist/catalogue'))
  const list = JSON.stringify({ framework, paths, courses }).length
  expect((worker.length - list) / kib).toBeLessThanOrEqual(1108)
  const later = filesIn('dist/worker', '.js').map((file) => readFileSync(file, 'utf8'))
  for (const late of ['internalAdapter', 'eddsa-rdfc-2022', 'Logga in med reservkortet']) {
    expect(worker, late).not.toContain(late)
    expect(
      later.filter((text) => text.includes(late)),
      late,
    ).not.toEqual([])
  }
})

test('of a lesson the worker knows at most 1 KiB before anybody asks for it', () => {
  const { courses } = readBuiltCatalogue(join(root, 'dist/catalogue'))
  const lessons = courses.flatMap((course) => course.lessons)
  expect(JSON.stringify(courses).length / lessons.length / kib).toBeLessThanOrEqual(1)
})

test('the worker brings no messages of its libraries in languages that nobody reads here', () => {
  const worker = filesIn('dist/worker', '.js').map((file) => readFileSync(file, 'utf8'))
  expect([...loadedAtOnce().values()].join('').length / kib).toBeLessThanOrEqual(1100)
  for (const word of ['merkkijonon', 'Nieprawidłow', 'Ungültige'])
    expect(worker.filter((text) => text.includes(word))).toEqual([])
})

test('a lesson is a module of its own', async () => {
  for (const { id, lessons } of await allCourses())
    expect(filesIn(`dist/worker/courses/${id}/lessons`, '.js')).toHaveLength(lessons.length)
})
