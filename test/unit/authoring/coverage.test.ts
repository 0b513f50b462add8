import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { formatCoverage } from '../../../tools/authoring/commands/coverage/format-coverage.ts'
import { type Coverage, measureCoverage } from '../../../tools/authoring/commands/coverage/measure-coverage.ts'
import { CoursesFolder, en, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

function coverage(folder: CoursesFolder): Coverage {
  return measureCoverage([...folder.files].map(([path, bytes]) => ({ path, bytes })))
}

const cell = (folder: CoursesFolder, name: string) => coverage(folder).cells.find((entry) => entry.cell === name)!

test('every cell of the framework has its lessons, and a question counts once for both languages', () => {
  const folder = new CoursesFolder()
  const { lessons, pool } = folder.course()
  const practice = lessons.flatMap((lesson) => lesson.questions)
  const measured = coverage(folder)

  expect(measured.cells.map((entry) => entry.cell)).toEqual(['CHK-1', 'CHK-2'])
  for (const { cell: name, practice: inLessons, badge } of measured.cells) {
    expect(inLessons).toBe(practice.filter(({ competence }) => competence.startsWith(name)).length)
    expect(badge).toBe(pool.filter(({ competence }) => competence.startsWith(name)).length)
  }
  expect(cell(folder, 'CHK-2').lessons).toContain('granska-svaret/three-questions')
})

test('a cell without a lesson, and an outcome without questions, are named', () => {
  const folder = new CoursesFolder().edit(
    'competences.yml',
    '{ id: 2, name',
    '{ id: 3, name: { sv: Led, en: Lead } }\n  - { id: 2, name',
  )
  folder.edit('competences.yml', 'outcomes:', 'outcomes:\n  - { id: CHK-3a, sv: besluta, en: decide }')

  expect(coverage(folder).gaps).toMatchObject({
    withoutLesson: ['CHK-3'],
    withoutPractice: expect.arrayContaining(['CHK-3a']),
    withoutBadge: ['CHK-3a'],
  })
})

test('an outcome that a course promises needs three badge questions', () => {
  const folder = new CoursesFolder()
  for (const locale of ['sv', 'en']) {
    const path = `granska-svaret/${locale}/badge.md`
    folder.write(path, folder.read(path).replaceAll('competence: CHK-2a', 'competence: CHK-1a'))
  }

  expect(coverage(folder).gaps.thin).toEqual([{ outcome: 'CHK-2a', course: 'granska-svaret', badge: 0 }])
})

test('a lesson and a question in one language only are counted as well', () => {
  const folder = new CoursesFolder().remove(sv)

  expect(cell(folder, 'CHK-2').lessons).toEqual(cell(new CoursesFolder(), 'CHK-2').lessons)
  expect(cell(folder, 'CHK-2').practice).toBe(cell(new CoursesFolder(), 'CHK-2').practice)
  expect(cell(new CoursesFolder().remove(sv).remove(en), 'CHK-2').practice).toBeLessThan(cell(folder, 'CHK-2').practice)
})

test('the columns stand under their headings, and the gaps follow', () => {
  const [head, ...lines] = formatCoverage(coverage(new CoursesFolder())).trimEnd().split('\n')
  const table = lines.slice(0, lines.indexOf(''))

  for (const name of ['lessons', 'practice', 'badge']) {
    const end = head!.indexOf(name) + name.length
    for (const line of table) expect(line.slice(end - 1, end + 2)).toMatch(/^[\d ] {2}$/)
  }
  expect(lines.slice(lines.indexOf('') + 1).join('\n')).toMatch(/^no (gaps|practice question: )/)
})

test('the command prints the table or JSON, and a gap is no error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'navet-coverage-'))
  await cp(fixtureFolder, join(folder, 'courses'), { recursive: true })
  const text = await runIn(folder, 'coverage/main.ts', [])
  const json = await runIn(folder, 'coverage/main.ts', ['--format', 'json'])
  const wrong = await runIn(folder, 'coverage/main.ts', ['--format', 'github'])
  await rm(join(folder, 'courses/competences.yml'))
  const broken = await runIn(folder, 'coverage/main.ts', [])
  await rm(folder, { recursive: true })

  expect(text).toMatchObject({ code: 0, out: expect.stringContaining('CHK-1a'), err: '' })
  expect(JSON.parse(json.out)).toEqual(coverage(new CoursesFolder()))
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('--format is one of text, json') })
  expect(broken).toEqual({ code: 1, out: '', err: 'courses/competences.yml cannot be read; courses:check says why\n' })
})
