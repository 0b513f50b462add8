import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hashOf } from '../../../tools/authoring/files/hashes.ts'
import type { QuestionType } from '../../../formats/catalogue/catalogue.ts'
import { CoursesFolder, en, sv } from './courses.ts'
import { allTypes, folderWith } from './written-questions.ts'

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

test('a version is for ever: answers of years ago are shown by it', () => {
  const versions: Record<QuestionType, string> = {
    single: 'dcf3e9dd9ff826295dcac9babdcf9b5a',
    multiple: 'ec9f4229c5bb30d99346c3a185016ff4',
    match: 'ecbbcd38d1674e39a79db86477b77f07',
    order: '3178ca27e3065697514f995e9d5b8e8e',
    text: 'dafcca9d7013a48856d71af6b519e329',
    number: 'ac401392364bd4886ce9672db7d1c5f5',
    spot: '14549416b7e28fcda57c88493dfca1dc',
    branch: 'fb07bce2a8a9e9e326e9641abfdac114',
    replay: 'b8f828fd2652f5ad77241e5cd62147fb',
  }
  const made = allTypes.map((type) => [type, folderWith(type).question('new-one').version])
  expect(Object.fromEntries(made)).toEqual(versions)
})
