import { expect, test } from 'vitest'

import { wholeCourse } from '../../../worker/courses/course-parts.ts'
import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { CoursesFolder, fixtureFolder, sv } from './courses.ts'

test('a courses folder becomes a catalogue without problems', () => {
  const { summaries, courses, framework, problems } = new CoursesFolder().compile()

  expect(problems).toEqual([])
  expect(framework.outcomes.map((outcome) => outcome.id)).toEqual(['CHK-1a', 'CHK-1b', 'CHK-2a'])
  expect(courses.map((course) => course.id)).toEqual(['granska-svaret'])
  expect(summaries[0]).toMatchObject({
    id: 'granska-svaret',
    number: 'C03',
    title: { sv: 'Granska svaret' },
    outcomes: ['CHK-1a', 'CHK-1b', 'CHK-2a'],
    badge: { id: 'ai-granskare', cell: 'CHK-2', name: { sv: 'AI-granskare', en: 'AI Checker' } },
  })
  expect(summaries[0]!.pool).toBeGreaterThanOrEqual(20)
})

test('a lesson keeps its dates, its outcome in both languages and its questions in order', () => {
  const { summaries } = new CoursesFolder().compile()

  expect(summaries[0]!.lessons.at(-1)).toEqual({
    id: 'three-questions',
    title: { sv: 'Tre frågor innan svaret lämnar huset', en: 'Three questions before the answer leaves the building' },
    outcome: {
      sv: 'Du kan avgöra vad i ett AI-svar som måste kontrolleras, hur och av vem.',
      en: 'You can decide what in an AI answer must be checked, how, and by whom.',
    },
    minutes: 6,
    competences: ['CHK-1', 'CHK-2'],
    questions: ['nuts-promise', 'link-is-not-proof', 'tone-is-not-truth', 'source-and-colleague'],
    sections: [],
    asks: { 'CHK-1a': 2, 'CHK-1b': 1, 'CHK-2a': 1 },
    checked: '2026-11-23',
    reviewBy: '2027-05-01',
  })
})

test('one right option makes a single question, two make a multiple one', () => {
  const folder = new CoursesFolder()

  expect(folder.question('nuts-promise')).toMatchObject({
    type: 'single',
    key: [1],
    kind: 'scenario',
    competence: 'CHK-1a',
  })
  expect(folder.question('source-and-colleague')).toMatchObject({ type: 'multiple', key: [0, 2] })
})

test('courses stand in the order of their numbers, not of their folders', () => {
  const folder = new CoursesFolder()
  for (const [path, bytes] of folder.files) {
    if (path.startsWith('granska-svaret/')) folder.write(path.replace('granska-svaret', 'zebra'), bytes)
  }
  folder
    .edit('zebra/course.yml', 'number: C03', 'number: C01')
    .edit('zebra/course.yml', 'id: ai-granskare', 'id: zebra')
  const { summaries, problems } = folder.compile()

  expect(problems).toEqual([])
  expect(summaries.map((course) => course.id)).toEqual(['zebra', 'granska-svaret'])
})

test('a course with an error is left out, the whole ones stay', () => {
  const folder = new CoursesFolder()
  for (const [path, bytes] of folder.files) {
    if (path.startsWith('granska-svaret/')) folder.write(path.replace('granska-svaret', 'other'), bytes)
  }
  folder
    .edit('other/course.yml', 'number: C03', 'number: C04')
    .edit('other/course.yml', 'id: ai-granskare', 'id: other')
  folder.edit(sv, 'kind: scenario', 'kind: guess')

  expect(folder.compile().courses.map((course) => course.id)).toEqual(['other'])
})

test('Windows line ends, a byte order mark, [X] and other bullets are understood', () => {
  const plain = new CoursesFolder()
  const windows = new CoursesFolder()
  const text = windows.read(sv).replace('- [x] Löftet', '* [X] Löftet').replaceAll('\n', '\r\n')
  windows.write(sv, `\uFEFF${text}`)

  expect(windows.problems()).toEqual([])
  expect(windows.course()).toEqual(plain.course())
})

test('README.md at the top is no course', () => {
  const folder = new CoursesFolder().write('README.md', '# Guide <b>')

  expect(folder.problems()).toEqual([])
})

test('a Node program loads the catalogue, and its courses by id', async () => {
  const catalogue = await loadCatalogue(fixtureFolder)

  expect(catalogue.courses.map((course) => course.id)).toEqual(['granska-svaret'])
  expect((await wholeCourse(catalogue, 'granska-svaret')).lessons.map(({ id }) => id)).toContain('three-questions')
  expect([catalogue.loadPage('toString'), catalogue.loadPool('x')]).toEqual([undefined, undefined])
  expect(catalogue.loadLesson('granska-svaret', 'no-such')).toBeUndefined()
  await expect(wholeCourse(catalogue, 'no-such')).rejects.toThrow('course no-such cannot be loaded')
})

test('a folder that is not there is named, without a stack', async () => {
  await expect(loadCatalogue('/nowhere/courses')).rejects.toMatchObject({
    message: 'the courses folder /nowhere/courses cannot be read',
    stack: 'the courses folder /nowhere/courses cannot be read',
  })
})

test('lessons due for review are warned of only when a day is given', () => {
  const folder = new CoursesFolder()

  expect(folder.problems('2027-05-01').join('\n')).not.toContain(sv)
  expect(folder.problems('2027-05-02')).toContain(
    `${folder.at(sv, '2027-05-01')} warning L16 the lesson should have been reviewed by 2027-05-01; read it against its sources and set checked and review_by`,
  )
})
