import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile.ts'
import { CoursesFolder, en, sv } from './courses.ts'
import { folderWith, newTypes } from './written-questions.ts'

const original = new CoursesFolder()
const path = fc.constantFrom(
  sv,
  en,
  'granska-svaret/course.yml',
  'granska-svaret/sv/badge.md',
  'granska-svaret/en/course.md',
  'competences.yml',
  'facts.yml',
  'domains.yml',
  'granska-svaret/images/x.svg',
  'new/course.yml',
  '__proto__/sv/01-x.md',
)
const nasty = fc.constantFrom(
  '---',
  '\n---\n',
  '<!--',
  '-->',
  '- [x] ',
  '- [ ] ',
  '  > ',
  '### ',
  '## Quiz\n',
  '{',
  '}',
  '[',
  ']',
  '*a',
  '&a ',
  '<<: ',
  '\t',
  '|',
  '\0',
  '```',
  '<script>',
  '](javascript:',
  '[^f-x]',
  '![](',
  '\r',
  '\uFEFF',
  '> > > > ',
  '__proto__: 1\n',
  'toString',
  '"',
  "'",
  '\\',
  '🙂',
  '\ud800',
)

/** Whatever was written: no exception, and either a course or an error that has a place. */
function expectCourseOrProblems(folder: CoursesFolder): void {
  const { courses, problems } = folder.compile('2026-11-23', { teaching: true, draft: true })
  const errors = problems.filter((problem) => problem.severity === 'error')
  expect(courses.some((course) => course.id === 'granska-svaret') || errors.length > 0).toBe(true)
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1)
    expect(problem.column).toBeGreaterThanOrEqual(1)
    expect(problem.message).not.toMatch(/undefined|\[object|NaN/)
  }
  for (const course of courses) expect(JSON.stringify(course)).not.toMatch(/<script|href=\\"javascript:|<img src=x/)
}

test('random bytes in any file give problems, never an exception', () => {
  fc.assert(
    fc.property(path, fc.uint8Array({ maxLength: 400 }), (file, bytes) => {
      expectCourseOrProblems(new CoursesFolder().write(file, bytes))
    }),
    { numRuns: 250 },
  )
})

test('nothing but random files gives problems, never an exception', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ path: fc.oneof(path, fc.string()), bytes: fc.uint8Array() }), { maxLength: 5 }),
      (files) => {
        expect(compileCourses(files).problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 250 },
  )
})

test('a real lesson with pieces cut out, doubled or put in is compiled or explained', () => {
  const change = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 80 }),
    put: fc.oneof(nasty, fc.string({ maxLength: 8 })),
  })
  fc.assert(
    fc.property(path, fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
      const text = changes.reduce((written, { at, length, put }) => {
        const start = written.length === 0 ? 0 : at % written.length
        return written.slice(0, start) + put + written.slice(start + length)
      }, original.read(file))
      expectCourseOrProblems(new CoursesFolder().write(file, text))
    }),
    { numRuns: 900 },
  )
})

test('a question of any type with pieces cut out, doubled or put in is compiled or explained', () => {
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), put: fc.oneof(nasty, fc.constant('1. ')) })
  fc.assert(
    fc.property(fc.constantFrom(...newTypes), fc.array(change, { minLength: 1, maxLength: 3 }), (type, changes) => {
      const spoil = (text: string) =>
        changes.reduce((written, { at, length, put }) => {
          const start = at % (written.length + 1)
          return written.slice(0, start) + put + written.slice(start + length)
        }, text)
      expectCourseOrProblems(folderWith(type, spoil))
    }),
    { numRuns: 600 },
  )
})

test('markdown that is nested beyond reason is explained in good time', () => {
  for (const text of [
    '> '.repeat(20_000),
    '['.repeat(20_000),
    '*a '.repeat(5_000),
    '- '.repeat(5_000),
    '{'.repeat(20_000),
    '<!--'.repeat(20_000),
  ]) {
    const start = performance.now()
    expectCourseOrProblems(new CoursesFolder().edit(sv, 'Amira sköter', `${text} Amira sköter`))
    expectCourseOrProblems(new CoursesFolder().edit(sv, 'Ett hotell i', `${text} Ett hotell i`))
    expectCourseOrProblems(new CoursesFolder().edit(sv, 'id: nuts-promise', `id: ${text}`))
    expect(performance.now() - start).toBeLessThan(15_000)
  }
}, 120_000)
