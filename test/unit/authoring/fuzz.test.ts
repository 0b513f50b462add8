import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { CoursesFolder, en, sv } from './courses.ts'
import { folderWith, allTypes } from './written-questions.ts'

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
}, 120_000)

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
}, 120_000)

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
}, 120_000)

test('a question of any type with pieces cut out, doubled or put in is compiled or explained', () => {
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), put: fc.oneof(nasty, fc.constant('1. ')) })
  fc.assert(
    fc.property(fc.constantFrom(...allTypes), fc.array(change, { minLength: 1, maxLength: 3 }), (type, changes) => {
      const spoil = (text: string) =>
        changes.reduce((written, { at, length, put }) => {
          const start = at % (written.length + 1)
          return written.slice(0, start) + put + written.slice(start + length)
        }, text)
      expectCourseOrProblems(folderWith(type, spoil))
    }),
    { numRuns: 600 },
  )
}, 120_000)

/** Beyond reason, each on a line of its own, and what is said of it there. */
const deep: [text: string, message: string][] = [
  ['- '.repeat(1000) + 'x', 'lists or quotes within each other'],
  ['1. '.repeat(1000) + 'x', 'lists or quotes within each other'],
  ['> '.repeat(1000) + 'x', 'lists or quotes within each other'],
  ['> - '.repeat(500) + 'x', 'lists or quotes within each other'],
  [Array.from({ length: 120 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n'), 'nested far too deeply'],
  [`|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${'b|'.repeat(10_000)}`, 'a row of 10002 cells'],
  ['['.repeat(30_000), 'a paragraph of more than'],
  ['![]('.repeat(20_000), 'a paragraph of more than'],
  ['*a **b _c '.repeat(5_000), 'a paragraph of more than'],
  [`${'*a **b '.repeat(100)}x${'** b* a'.repeat(100)}`, ''],
]

test.each(deep)(
  'what nobody could follow is an error on its line, and hides no other problem (%#)',
  (text, message) => {
    const folder = new CoursesFolder()
      .edit(sv, 'Amira sköter', `\n\n${text}\n\nAmira sköter`)
      .edit(en, 'id: three', 'id: Three')
    const { problems } = folder.compile('2026-11-23', { teaching: true })
    const line = Number(folder.at(sv, text).split(':')[1])

    expect(problems.filter(({ id }) => id === 'S03').map(({ path }) => path)).toEqual([`courses/${en}`])
    if (message === '') return
    expect(problems.find(({ id }) => id === 'S36')).toMatchObject({ path: `courses/${sv}`, line, severity: 'error' })
    expect(problems.find(({ id }) => id === 'S36')?.message).toContain(message)
  },
)

test('any nesting of quotes, lists, emphasis, brackets and tables is compiled or explained', () => {
  const part = fc.constantFrom(
    '> ',
    '- ',
    '1. ',
    '*',
    '**',
    '_',
    '[',
    '](b)',
    '![',
    '`',
    '~~',
    '| a ',
    '\n',
    '\n\n',
    '  ',
    '|---|\n',
    '<!--',
    '# ',
    'x ',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(part, fc.integer({ min: 1, max: 300 })), { maxLength: 12 }), (parts) => {
      const text = parts.map(([piece, times]) => piece.repeat(times)).join('')
      expectCourseOrProblems(new CoursesFolder().edit(sv, 'Amira sköter', `${text}Amira sköter`))
      expectCourseOrProblems(new CoursesFolder().edit(sv, 'Den kan du slipa', `${text}Den kan du slipa`))
    }),
    { numRuns: 150 },
  )
}, 120_000)

/** Front matter of thousands of lines, and what has been used to make a small file fill a computer. */
test.each([
  ['keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
  ['keys in braces', `x: {${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join(', ')}}`],
  ['anchors', Array.from({ length: 5_000 }, (_, i) => `k${i}: &a${i} 1`).join('\n')],
  [
    'a bomb',
    `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}x]`).join('\n')}`,
  ],
  ['a value within itself', 'x: &x [*x]'],
  ['brackets', `x: ${'['.repeat(200_000)}`],
  ['closed brackets', `x: ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ['dashes', `x:\n  ${'- '.repeat(50_000)}`],
  ['steps', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['an id without end', `id: ${'a'.repeat(400_000)}`],
])(
  'YAML of %s is explained in good time',
  (_name, yaml) => {
    const before = process.cpuUsage()
    expectCourseOrProblems(new CoursesFolder().edit(sv, 'minutes: 6', yaml))
    expectCourseOrProblems(new CoursesFolder().edit('facts.yml', 'facts:', `${yaml}\nfacts:`))
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8_000)
  },
  60_000,
)

test('paths that name each other twice and twice again, and files of nothing but questions, are explained in good time', () => {
  const name = '{ sv: A, en: A }'
  const paths = Array.from({ length: 60 }, (_, i) => {
    const next = i < 59 ? `[{ path: p${i + 1} }, { path: p${i + 1} }]` : '[granska-svaret]'
    return `  - { id: p${i}, name: ${name}, description: ${name}, badge: ${name}, courses: ${next} }`
  })
  const before = process.cpuUsage()
  const twice = new CoursesFolder().write('paths.yml', `paths:\n${paths.join('\n')}\n`).compile()
  expect(twice.problems.map(({ id }) => id)).toContain('S62')

  const folder = new CoursesFolder()
  for (const file of [sv, en]) folder.edit(file, '## Quiz', `## Quiz\n\n${'###\n'.repeat(100_000)}`)
  expectCourseOrProblems(folder)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(20_000)
}, 120_000)

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
