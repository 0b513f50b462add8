import { expect, test } from 'vitest'

import { signedIn } from '../support/people.ts'
import { Browser } from '../support/worker.ts'
import { routesOf } from '../support/world.ts'

test.each([
  ['/sv/', '/sv'],
  ['/SV', '/sv'],
  ['/En/', '/en'],
  ['/sv//courses/granska-svaret', '/sv/courses/granska-svaret'],
  ['/sv/Courses/Granska-Svaret/', '/sv/courses/granska-svaret'],
  ['/SV/about?a=B', '/sv/about?a=B'],
  ['/sv/Join/AbCd/', '/sv/join/AbCd'],
])('%s leads to %s', async (typed, canonical) => {
  const { status, location } = await new Browser().get(typed)
  expect([status, location]).toEqual([308, canonical])
})

test('a code with capitals stays as it was written', async () => {
  const { status, location } = await new Browser().get('/sv/join/NOSUCHCODE')
  expect([status, location]).toEqual([404, null])
})

test('what is not there under any spelling is not there, and no address leads to another site', async () => {
  for (const path of [
    '/sv/no-such-page',
    '/sv/courses/no-such-course',
    '//evil.example/sv/',
    '/dev/Outbox',
    '/api/v1/NO/',
  ]) {
    const { status, location } = await new Browser().get(path)
    expect([path, status, location]).toEqual([path, 404, null])
  }
  expect((await new Browser().get('/sv/No-Such-Page')).location).toBe('/sv/no-such-page')
})

test('an address that is written as a pattern of ours is nothing', async () => {
  const browser = await signedIn()
  for (const { path } of routesOf().filter((route) => route.path.includes('/:'))) {
    const typed = path.replace('/:l{(?:sv|en)}', '/sv')
    // oxlint-disable-next-line no-await-in-loop -- one after the other is quick enough
    const answer = await browser.get(typed)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const { status } = answer.status === 308 ? await browser.get(answer.location!) : answer
    expect([typed, status]).toEqual([typed, typed.includes('/:') ? 404 : expect.any(Number)])
  }
  expect((await browser.get('/sv/courses/%3acourse')).status).toBe(404)
})

test('a form is never sent on: its address is exact or wrong', async () => {
  expect((await new Browser().post('/SV/sign-in', { email: 'a@b.example' })).status).toBe(404)
})
