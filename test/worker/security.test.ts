import { expect, test } from 'vitest'

import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser } from '../support/worker.ts'

const secure = bindings({ BASE_URL: 'https://navet.example' })

test('every answer carries the strict headers, an error as well as a page', async () => {
  for (const path of ['/sv', '/sv/no-such-page', '/api/v1/no-such-thing', '/healthz']) {
    const { headers } = await new Browser().get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-request-id')).toMatch(/^N-/)
  }
})

test('no page has a script, a style or a handler of its own', async () => {
  for (const path of [
    '/sv',
    '/en/sign-in',
    '/sv/courses/granska-svaret',
    '/sv/courses/granska-svaret/three-questions',
  ]) {
    const { text } = await new Browser().get(path)
    expect(text).not.toMatch(/<style|<script(?![^>]* src=)| style="| on[a-z]+="/)
  }
})

test('on https the transport is strict and the cookies are bound to the host', async () => {
  const page = await new Browser(secure).get('/sv')
  expect(page.headers.get('strict-transport-security')).toContain('max-age=')
  const browser = await signedIn(somebody(), secure)
  const names = [...browser.jar.keys()]
  expect(names.length).toBeGreaterThan(0)
  expect(names.every((name) => name.startsWith('__Host-'))).toBe(true)
  const plain = await new Browser().get('/sv')
  expect(plain.headers.get('strict-transport-security')).toBeNull()
})

test('the way in follows the browser’s language', async () => {
  const to = async (wish: string) => (await new Browser().get('/', { 'accept-language': wish })).location
  expect(await to('en-GB,en;q=0.9,sv;q=0.8')).toBe('/en')
  expect(await to('de,sv;q=0.5,en;q=0.1')).toBe('/sv')
  expect(await to('')).toBe('/sv')
})

test('the theme is kept, and leads nowhere else', async () => {
  const browser = new Browser()
  const kept = await browser.post('/theme', { theme: 'dark', next: '/en/about' })
  expect([kept.status, kept.location]).toEqual([303, '/en/about'])
  expect((await browser.get('/en/about')).text).toContain('data-theme="dark"')
  expect((await browser.post('/theme', { theme: 'dark', next: '//evil.example' })).location).toBe('/sv')
  expect((await browser.post('/theme', { theme: 'pink' })).status).toBe(422)
})

test('a field that is there once in the form and sent twice is refused, whichever was meant', async () => {
  const browser = await signedIn(somebody())
  const twice = await browser.post('/sv/me/name', { name: ['Amira', 'Anders'] })
  expect(twice.status).toBe(422)
  expect((await browser.get('/sv/me/name')).text).not.toContain('Anders')
})

test.for([
  ['POST', '/sv/sign-in', 'application/x-www-form-urlencoded'],
  ['POST', '/sv/me/takeover', 'application/json'],
  ['PUT', '/api/v1/courses/granska-svaret/attempts/x/draft', 'application/json'],
  ['POST', '/sv/no-such-page', 'text/plain'],
] as const)('a body that breaks off is no bug of ours: %s %s', async ([method, path, type]) => {
  const browser = await signedIn(somebody())
  for (const declared of [{}, { 'content-length': '1000' }]) {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"a')),
      pull: (controller) => controller.error(new Error('the net dropped')),
    })
    const headers = { 'content-type': type, origin: 'http://navet.example', ...declared }
    const { status } = await browser.send(path, { method, headers, body })
    expect([404, 422]).toContain(status)
  }
})
