import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect, inject, test } from 'vitest'

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

test('a lesson, cold, weighs at most 70 KiB in seven requests', async () => {
  const { requests, bytes } = await costOf(`/sv/courses/${course}/three-questions`)
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(7)
  expect(bytes / kib).toBeLessThanOrEqual(70)
})

test('the catalogue, cold, weighs at most 80 KiB in nine requests', async () => {
  const { requests, bytes } = await costOf('/sv')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(9)
  expect(bytes / kib).toBeLessThanOrEqual(80)
})

test('all scripts together are at most 15 KiB', () => {
  const scripts = filesIn('dist/client', '.js').map((file) => readFileSync(file).length)
  expect(scripts.reduce((sum, size) => sum + size, 0) / kib).toBeLessThanOrEqual(15)
})

test('the worker without the course modules is at most 1 MiB, gzipped', async () => {
  const courses = await allCourses()
  const modules = filesIn('dist/worker', '.js').filter((file) => !courses.some(({ id }) => file.includes(`/${id}-`)))
  expect(modules.map(gzipped).reduce((sum, size) => sum + size, 0) / kib).toBeLessThanOrEqual(1024)
})

test('a course is a module of its own', async () => {
  for (const { id } of await allCourses())
    expect(filesIn('dist/worker', '.js').filter((file) => file.includes(`/${id}-`))).toHaveLength(1)
})
