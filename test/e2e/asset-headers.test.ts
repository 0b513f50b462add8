import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { course } from '../support/course-key.ts'
import { openBrowser } from '../support/person.ts'

const assets = readdirSync(join(import.meta.dirname, '../../dist/client/assets')).map((name) => `/assets/${name}`)
const sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
/** Those of pages that an asset has need of, and what is only about a page. */
const ofPages = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'strict-transport-security',
]

async function headersOf(path: string): Promise<Headers> {
  const response = await fetch(inject('baseUrl') + path)
  expect(response.status, path).toBe(200)
  return response.headers
}

test('every file is served with the headers of pages; a picture that an author drew, in a sandbox', async () => {
  const page = await headersOf('/sv')
  for (const path of [...assets, '/icon.svg', '/touch-icon.png']) {
    const headers = await headersOf(path)
    for (const name of ofPages) {
      const wanted = name === 'content-security-policy' && path.endsWith('.svg') ? sandbox : page.get(name)
      expect([path, name, headers.get(name)]).toEqual([path, name, wanted])
    }
  }
})

test('hashed files are kept for ever; a file that is not there is not', async () => {
  for (const path of assets) {
    expect((await headersOf(path)).get('cache-control'), path).toBe('public, max-age=31536000, immutable')
  }
  const missing = await fetch(`${inject('baseUrl')}/assets/no-such-file.js`)
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('a lesson visited again asks for its document alone', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const address = `${inject('baseUrl')}/sv/courses/${course}/three-questions`
  await page.goto(address, { waitUntil: 'networkidle' })
  const session = await page.context().newCDPSession(page)
  const asked = new Map<string, string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url))
  session.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) asked.delete(requestId)
  })
  await session.send('Network.enable')
  await page.goto(address, { waitUntil: 'networkidle' })
  expect([...asked.values()]).toEqual([address])
  await browser.close()
})
