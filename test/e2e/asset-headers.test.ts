import { readdirSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { course } from '../support/course-key.ts'
import { openBrowser } from '../support/person.ts'

const client = join(import.meta.dirname, '../../dist/client')
const assets = readdirSync(join(client, 'assets'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(client.length))
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

/** A font is opened as no page. */
const ofFonts = new Set(['x-content-type-options', 'cross-origin-resource-policy', 'strict-transport-security'])

async function headersOf(path: string): Promise<Headers> {
  const response = await fetch(inject('baseUrl') + path)
  expect(response.status, path).toBe(200)
  return response.headers
}

test('every file is served with the headers of pages; a picture that an author drew, in a sandbox; a font with its own', async () => {
  const page = await headersOf('/sv')
  for (const path of [...assets, '/icon.svg', '/touch-icon.png', '/licences.txt']) {
    const headers = await headersOf(path)
    for (const name of ofPages) {
      expect([path, name, headers.get(name)]).toEqual([path, name, wanted(path, name, page)])
    }
  }
})

/** null where the file says nothing. */
function wanted(path: string, name: string, page: Headers): string | null {
  if (path.endsWith('.svg') && name === 'content-security-policy') return sandbox
  return path.endsWith('.woff2') && !ofFonts.has(name) ? null : page.get(name)
}

test('hashed files are kept for ever; a file that is not there is not', async () => {
  for (const path of assets) {
    expect((await headersOf(path)).get('cache-control'), path).toBe('public, max-age=31536000, immutable')
  }
  const missing = await fetch(`${inject('baseUrl')}/assets/no-such-file.js`)
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('a file that a browser has is not sent again; a changed one is', async () => {
  for (const path of ['/icon.svg', assets.find((asset) => asset.endsWith('.css'))!]) {
    const etag = (await headersOf(path)).get('etag')!
    const asked = (tags: string) => fetch(inject('baseUrl') + path, { headers: { 'If-None-Match': tags } })
    const known = await asked(`"other", W/${etag}`)
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, etag, ''])
    expect(known.headers.get('content-security-policy')).toBeTruthy()
    expect((await asked('*')).status).toBe(304)
    expect((await asked('"other"')).status).toBe(200)
  }
})

test.each([
  '/assets/',
  '/assets',
  '/assets/.vite/manifest.json',
  '/assets/../_headers',
  '/assets/%2e%2e/_headers',
  '/assets/..%2f_headers',
  '/assets/%00',
  '/assets/constructor',
  '/assets//icon.svg',
  '/_headers',
  '/.vite/manifest.json',
])('%s is no file of the site', async (path) => {
  expect(await statusOf(path)).toBe(404)
})

test('a file is got, and nothing else is done with it', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const response = await fetch(`${inject('baseUrl')}/icon.svg`, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
  const head = await fetch(`${inject('baseUrl')}/icon.svg`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'image/svg+xml', ''])
})

test.each(['b:99999', 'a b', '['])(
  'under the host %s there is no address, a file no more than a page',
  async (host) => {
    for (const path of ['/assets/x.js', '/icon.svg', '/sv'])
      expect([path, await statusOf(path, host)]).toEqual([path, 422])
  },
)

/** As it is written: fetch would tidy the address first. */
function statusOf(path: string, host?: string): Promise<number | undefined> {
  const { hostname, port } = new URL(inject('baseUrl'))
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, ...(host ? { headers: { host } } : {}) }, (response) =>
      resolve(response.resume().statusCode),
    ).once('error', reject)
  })
}

test('a lesson visited again asks for nothing within the minute, and with another cookie for its document alone', async () => {
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
  expect([...asked.values()]).toEqual([])
  await page.context().addCookies([{ name: 'theme', value: 'dark', url: address }])
  await page.goto(address, { waitUntil: 'networkidle' })
  expect([...asked.values()]).toEqual([address])
  await browser.close()
})
