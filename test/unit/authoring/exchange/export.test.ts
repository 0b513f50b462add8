import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import gift from 'gift-pegjs'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { loadCatalogue } from '../../../../tools/authoring/compile/load-catalogue.ts'
import { realFolder } from '../courses.ts'
import { runIn } from '../run-command.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navet-export-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => runIn(folder, 'export/main.ts', [...args, '--in', realFolder])

test('every course of ours goes out in both languages, and holds its practice and nothing of its pool', async () => {
  const { courses, loadLesson, loadPool } = await loadCatalogue(realFolder, '')
  for (const { id, lessons } of courses) {
    const practice = (await Promise.all(lessons.map((lesson) => loadLesson(id, lesson.id)!))).flatMap(
      ({ questions }) => questions,
    )
    const pool = (await loadPool(id))!
    expect([practice.length > 0, pool.length >= 20]).toEqual([true, true])
    for (const language of ['sv', 'en'] as const) {
      const file = `${id}.${language}.txt`
      expect(await run(id, '--as', 'gift', '--language', language)).toMatchObject({ code: 0, out: `${file}\n` })
      const text = readFileSync(join(folder, file), 'utf8')
      for (const question of practice) expect(text).toContain(`::${question.id}::`)
      for (const question of pool) {
        expect(text).not.toContain(question.id)
        expect(text).not.toContain(question.text[language].stem)
      }
      const questions = gift.parse(text).filter(({ type }) => type !== 'Category')
      expect(questions).toHaveLength(practice.length)
    }
  }
})

test('nothing that is there is written over, and a call that is not understood writes nothing', async () => {
  await run('granska-svaret', '--as', 'gift')
  const before = readdirSync(folder)
  expect(await run('granska-svaret', '--as', 'gift')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^granska-svaret\.sv\.txt is there already/m),
  })
  expect(await run('ingen', '--as', 'gift')).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no course'),
  })
  for (const args of [[], ['granska-svaret'], ['granska-svaret', '--as', 'qti'], ['a', 'b', '--as', 'gift']])
    expect((await run(...args)).code, args.join(' ')).toBe(2)
  expect(readdirSync(folder)).toEqual(before)
})
