import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hashOf } from '../../../tools/authoring/hashes.ts'
import { CoursesFolder, en, sv } from './courses.ts'

const option = 'Tiderna för frukosten, eftersom nästan alla gäster frågar om just dem.'
const before = new CoursesFolder().question()

test('a hash is the first half of a SHA-256 in hexadecimal digits', () => {
  expect(hashOf('x')).toMatch(/^[0-9a-f]{32}$/)
  expect(before.keyHash).toBe(hashOf({ competence: 'CHK-1a', key: [1], ordinals: 3, type: 'single' }))
})

test('mending a typo changes the text hash of its language and the version, never the key hash', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäö '), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(
      letters.filter((text) => /\S/.test(text)),
      (typo) => {
        const folder = new CoursesFolder().edit(sv, option, `${option} ${typo}`)
        const after = folder.question()

        expect(after.keyHash).toBe(before.keyHash)
        expect(after.textHash.en).toBe(before.textHash.en)
        expect(after.textHash.sv).not.toBe(before.textHash.sv)
        expect(after.version).not.toBe(before.version)
        expect(folder.compile().summaries[0]!.version).toBe(new CoursesFolder().compile().summaries[0]!.version)
      },
    ),
    { numRuns: 25 },
  )
})

test('feedback is part of the text, so a version cannot be guessed from what a page shows', () => {
  const after = new CoursesFolder().edit(sv, 'Den kan du slipa på sist.', 'Slipa på den sist.').question()

  expect(after.textHash.sv).not.toBe(before.textHash.sv)
  expect(after.version).not.toBe(before.version)
})

test('white space and line breaks change nothing', () => {
  const after = new CoursesFolder()
    .edit(sv, option, option.replaceAll(' ', '  ').replace('eftersom', '\n  eftersom'))
    .question()

  expect(after.version).toBe(before.version)
})

test('another right option changes the key hash and the course version', () => {
  const folder = new CoursesFolder()
  for (const [path, right, wrong] of [
    [sv, 'Löftet om', 'Tonen i'],
    [en, 'The promise', 'The tone'],
  ] as const) {
    folder.edit(path, `- [x] ${right}`, `- [ ] ${right}`).edit(path, `- [ ] ${wrong}`, `- [x] ${wrong}`)
  }
  const after = folder.question()

  expect(after.keyHash).not.toBe(before.keyHash)
  expect(after.textHash).toEqual(before.textHash)
  expect(folder.compile().summaries[0]!.version).not.toBe(new CoursesFolder().compile().summaries[0]!.version)
})

test('the order of questions and the numbers of files do not change the course version', () => {
  const folder = new CoursesFolder()
  for (const path of [sv, en]) folder.write(path.replace('02-', '09-'), folder.read(path)).remove(path)

  expect(folder.compile().summaries[0]!.version).toBe(new CoursesFolder().compile().summaries[0]!.version)
})
