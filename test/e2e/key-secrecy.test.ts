import { expect, inject, test } from 'vitest'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { allCourses, rightOrdersOf, secretsOf } from '../support/course-key.ts'
import { mailTo } from '../support/person.ts'

/** Of every course that is compiled. */
async function questions(): Promise<Question[]> {
  return (await allCourses()).flatMap(({ lessons, pool }) => [
    ...lessons.flatMap((lesson) => lesson.questions),
    ...pool,
  ])
}

/** Fetches every address that any page, script or style names, from the ways in onwards. */
async function crawl(cookie: string): Promise<Map<string, string>> {
  const base = inject('baseUrl')
  const found = new Map<string, string>()
  const waiting = [
    '/',
    '/sv',
    '/en',
    '/sv/me',
    '/sv/companies',
    '/api/v1/courses',
    '/api/v1/openapi.json',
    '/healthz',
    '/sitemap.xml',
    '/robots.txt',
  ]
  while (waiting.length > 0) {
    const path = waiting.pop()!
    if (found.has(path)) continue
    const response = await fetch(base + path, { headers: { cookie, accept: '*/*' } })
    const text = await response.text()
    found.set(path, text)
    const named = [...text.matchAll(/(?:href|src|action|formaction|url\()[=]?["']?([^"'\s)>]+)/g)].map(
      ([, address]) => address!,
    )
    for (const address of named) {
      const url = new URL(address.replaceAll('&amp;', '&'), base + path)
      if (url.origin === base && url.pathname !== '/dev/outbox' && !found.has(url.pathname + url.search))
        waiting.push(url.pathname + url.search)
    }
    if (found.size > 6000) throw new Error('the crawl does not end')
  }
  return found
}

/** Reasons, tolerances and right orders that stand in a page. */
async function leaksIn(pages: Map<string, string>): Promise<string[]> {
  const all = await questions()
  const sentences = all.flatMap(secretsOf)
  const lists = all.flatMap(rightOrdersOf)
  return [...pages].flatMap(([path, text]) => [
    ...sentences.filter((sentence) => text.includes(sentence)).map((sentence) => `${path}: ${sentence}`),
    ...lists.filter((items) => standInOrder(text, items)).map((items) => `${path}: ${items.join(' → ')}`),
    ...(/"?(tolerance|keyHash)"?:/.test(text) ? [`${path}: a key`] : []),
  ])
}

function standInOrder(text: string, items: string[]): boolean {
  const at = items.map((item) => text.indexOf(item))
  return at.every((index, i) => index > (at[i - 1] ?? -1))
}

test('the search finds a right order where there is one', () => {
  expect(standInOrder('b a c', ['a', 'b', 'c'])).toBe(false)
  expect(standInOrder('a c', ['a', 'b', 'c'])).toBe(false)
  expect(standInOrder('a b c', ['a', 'b', 'c'])).toBe(true)
})

test('signed out, no address and no asset holds a reason or a key', async () => {
  const pages = await crawl('')
  for (const { id } of await allCourses())
    expect([...pages.keys()].filter((path) => path.includes(`/courses/${id}/`)).length).toBeGreaterThan(10)
  expect([...pages.keys()].some((path) => path.endsWith('.js'))).toBe(true)
  expect(await leaksIn(pages)).toEqual([])
})

test('nor does any for a learner who has answered nothing', async () => {
  const base = inject('baseUrl')
  const email = 'newcomer@plat.example'
  const form = (fields: Record<string, string>) =>
    ({ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) }) as const
  const asked = await fetch(`${base}/sv/sign-in`, form({ email }))
  const browser = asked.headers.getSetCookie()[0]!.split(';')[0]!
  const sent = { ...form({ email, code: (await mailTo(email)).code }), headers: { cookie: browser } }
  const signedIn = await fetch(`${base}/sv/sign-in/code`, sent)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const opened = await fetch(`${base}/sv/courses/granska-svaret/badge/attempts`, { ...form({}), headers: { cookie } })
  const test = await fetch(base + opened.headers.get('location')!, { headers: { cookie } })

  const pages = await crawl(cookie)
  pages.set('the badge test', await test.text())
  expect(pages.get('the badge test')).toContain('name="q.')
  expect(await leaksIn(pages)).toEqual([])
})
