import { expect, test } from 'vitest'

import { signedIn, somebody } from '../support/people.ts'
import { Browser } from '../support/worker.ts'

const lesson = '/sv/courses/granska-svaret/three-questions'
const pages = ['/sv', '/en', '/sv/competences', '/sv/courses/granska-svaret', lesson, '/sv/companies', '/sv/me']

test('what is drawn once and kept tells nobody of whoever looked before', async () => {
  const email = somebody('kept')
  const first = await signedIn(email)
  await first.post('/sv/me/name', { name: 'Sigbritt Unikum' })
  await first.post('/theme', { theme: 'dark' })
  for (const page of pages) {
    const { text } = await first.get(`${page}?from=sigbritt`)
    expect(text).toContain('Sigbritt Unikum')
    expect(text).toContain('from=sigbritt')
  }

  const second = await signedIn(somebody())
  for (const browser of [second, new Browser()]) {
    for (const page of pages) {
      const { text } = await browser.get(page)
      expect(text).not.toMatch(/Unikum|sigbritt|data-theme/i)
      expect(text).not.toContain(email)
    }
  }
})

test('a question that is kept has another answer’s id each time', async () => {
  const ids = await Promise.all(
    [1, 2, 3].map(async () => {
      const { text } = await new Browser().get(lesson)
      return [...text.matchAll(/name="id" value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
    }),
  )
  expect(new Set(ids.flat()).size).toBe(ids.flat().length)
  expect(ids[0]!.length).toBeGreaterThan(0)
})
