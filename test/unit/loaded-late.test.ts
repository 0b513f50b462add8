import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A file and all that is loaded with it: types are not, and what is imported when it is asked for is not. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, path] of text.matchAll(/^(?:import|export)(?! type)[^']*? from '(\.[^']+\.tsx?)'/gm))
    loadedWith(normalize(join(dirname(file), path!)), found)
  return found
}

const atOnce = [...loadedWith('worker/index.ts')]
const isLate = (file: string) => /answers\.tsx$|^web\/messages\/late|^web\/pages\/(companies|reports)\//.test(file)

test('what routes name as answers, and the words that come with them, are not loaded before somebody asks', () => {
  expect(atOnce.length).toBeGreaterThan(200)
  expect(atOnce.filter(isLate)).toEqual([])
})

test('a file of answers that is imported where its routes stand would be seen', () => {
  expect(atOnce).toContain('worker/companies/teams/routes.ts')
  const [late] = [...loadedWith('worker/companies/teams/answers.tsx')].filter((file) => /messages\/late/.test(file))
  expect(late).toBe('web/messages/late.ts')
})
