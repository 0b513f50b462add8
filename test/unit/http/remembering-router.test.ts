import { TrieRouter } from 'hono/router/trie-router'
import { expect, test } from 'vitest'

import { RememberingRouter } from '../../../worker/http/remembering-router.ts'

const routes = [
  ['ALL', '*'],
  ['GET', '/:l{(?:sv|en)}'],
  ['GET', '/:l{(?:sv|en)}/courses/:course/:lesson'],
  ['POST', '/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question'],
  ['GET', '/:l{(?:sv|en)}/companies/:company'],
  ['GET', '/:l{(?:sv|en)}/sign-in/link/:secret{[0-9a-f]{32}}'],
  ['GET', '/:l{(?:sv|en)}/courses/:course/badge/attempts/:id'],
  ['POST', '/theme'],
] as const

function routers() {
  const [ours, honos] = [new RememberingRouter<string>(), new TrieRouter<string>()]
  for (const [method, path] of routes) for (const router of [ours, honos]) router.add(method, path, path)
  return { ours, honos }
}

const open = ['/sv', '/en', '/sv/courses/a/b', '/en/courses/a/b']
const somebodys = [
  '/sv/companies/0123',
  `/sv/sign-in/link/${'0'.repeat(32)}`,
  '/sv/courses/a/badge/attempts/0123',
  '/theme',
  '/no-such',
  '/sv/no/such',
]

test('a match is that of the trie, the first time and each time after', () => {
  const { ours, honos } = routers()
  for (const method of ['GET', 'POST', 'PUT'])
    for (const path of [...open, ...somebodys, '/sv/courses/a/b/answers/q'])
      for (let times = 0; times < 3; times += 1) expect(ours.match(method, path)).toEqual(honos.match(method, path))
})

test('open pages alone are remembered: no code, member, attempt or address that leads nowhere', () => {
  const { ours } = routers()
  for (const path of open) ours.match('GET', path)
  expect(ours.size).toBe(open.length)
  for (const path of somebodys) ours.match('GET', path)
  ours.match('GET', `/sv/courses/a/${'b'.repeat(300)}`)
  expect(ours.size).toBe(open.length)
})

test('what is remembered is bounded, and gone with a new route', () => {
  const { ours } = routers()
  for (let i = 0; i < 2000; i += 1) ours.match('GET', `/sv/courses/a/${i}`)
  expect(ours.size).toBeLessThanOrEqual(500)
  ours.add('GET', '/:l{(?:sv|en)}/about', 'about')
  expect(ours.size).toBe(0)
})
