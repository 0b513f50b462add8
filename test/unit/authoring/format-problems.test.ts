import fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatProblems } from '../../../tools/authoring/problems/format-problems.ts'
import { type Problem, Problems } from '../../../tools/authoring/problems/problem.ts'
import { progressLine } from '../../../tools/authoring/problems/progress.ts'
import { CoursesFolder, sv } from './courses.ts'

const problem: Problem = { path: 'courses/a.md', line: 3, column: 7, severity: 'warning', id: 'S41', message: 'look' }

/** As GitHub's runner reads a workflow command: properties by comma, then each unescaped. */
function readAnnotation(line: string) {
  const [, level, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const property = (text: string) => plain(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
  const pairs = properties.split(',').map((pair) => [pair.split('=')[0], property(pair.slice(pair.indexOf('=') + 1))])
  return { level, ...Object.fromEntries(pairs), message: plain(message) }
}

test('an annotation names file, line, column and check', () => {
  expect(formatProblems([problem], 'github')).toBe('::warning file=courses/a.md,line=3,col=7,title=S41::look\n')
})

test('what would end an annotation or a property of it is escaped', () => {
  const odd = { ...problem, path: 'courses/50 %, a:b.md', message: '100 % of "a,b": c::d' }

  expect(formatProblems([odd], 'github')).toBe(
    '::warning file=courses/50 %25%2C a%3Ab.md,line=3,col=7,title=S41::100 %25 of "a,b": c::d\n',
  )
})

test('GitHub reads back whatever was written, one line a problem', () => {
  const text = fc.string({
    unit: fc.constantFrom('%', ':', ',', '\n', '\r', '=', '::', 'å', ' ', 'A', '2', '5', '0', 'D'),
  })
  fc.assert(
    fc.property(text, text, (path, message) => {
      const written = formatProblems([{ ...problem, path, message }], 'github')

      expect(written.split('\n')).toHaveLength(2)
      // The runner cannot tell %0A from an escaped line end only if % itself was not escaped.
      if (!/%(0[AD]|25|3A|2C)/.test(path + message)) {
        expect(readAnnotation(written.slice(0, -1))).toMatchObject({ file: path, line: '3', col: '7', message })
      }
    }),
  )
})

test('colours only where they are asked for, and never in JSON or for GitHub', () => {
  expect(formatProblems([problem], 'text')).toBe('courses/a.md:3:7 warning S41 look\n')
  expect(formatProblems([problem], 'text', true)).toBe('courses/a.md:3:7 \u001b[33mwarning\u001b[0m S41 look\n')
  expect(formatProblems([problem], 'json', true) + formatProblems([problem], 'github', true)).not.toContain('\u001b')
})

test('a message that quotes an author is one line, without what could steer a terminal', () => {
  const problems = new Problems()
  problems.error('S13', { path: 'a.md', line: 1 }, 'id "a\nb\u001b[2Jc\u2028d" is used twice')

  expect(problems.all()[0]!.message).toBe('id "a b [2Jc d" is used twice')
})

test('a thousand problems in one file are all printed, in the order of their lines', () => {
  const folder = new CoursesFolder()
  const questions = Array.from(
    { length: 1000 },
    (_, i) => `### F ${i}\n<!-- { id: q-${i}, competence: CHK-9z, kind: guess } -->\n\nVad?\n`,
  )
  folder.write(sv, `${folder.read(sv).split('## Quiz')[0]}## Quiz\n\n${questions.join('\n')}`)
  const problems = folder.compile().problems.filter(({ path }) => path.endsWith(sv))
  const printed = formatProblems(problems, 'text').trimEnd().split('\n')
  const numbers = printed.map((line) => Number(line.split(':')[1]))

  expect(problems.length).toBeGreaterThanOrEqual(3000)
  expect(new Set(printed).size).toBe(problems.length)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})

test('progress is one line on a terminal, written over and cleared, and nothing elsewhere', () => {
  const written: string[] = []
  let now = 0
  const tick = progressLine({ isTTY: true, write: (text) => written.push(text) }, () => (now += 60))
  for (let i = 1; i <= 1000; i += 1) tick(i, 1000, 'files read')

  expect(written.at(0)).toBe('\r\u001b[K5 of 1000 files read')
  expect(written.at(-1)).toBe('\r\u001b[K')
  expect(written.length).toBeLessThan(600)
  expect(written.every((text) => !text.includes('\n'))).toBe(true)
})

test('no progress is shown in a pipe, nor of work that is soon done', () => {
  const written: string[] = []
  let now = 0
  const pipe = progressLine({ write: (text) => written.push(text) }, () => (now += 60))
  const soon = progressLine({ isTTY: true, write: (text) => written.push(text) }, () => (now += 1))
  for (let i = 1; i <= 200; i += 1) pipe(i, 200, 'files read')
  for (let i = 1; i <= 200; i += 1) soon(i, 200, 'files read')

  expect(written).toEqual([])
})
