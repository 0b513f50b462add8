import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'
import { key, language, lesson, question, words } from './bad-examples.ts'

const course = () => new CoursesFolder(firstCourseFolder)

test('the course that is there is right, so that each change below is the only thing wrong', () => {
  expect(course().taught()).toEqual([])
})

describe.for([
  ['a lesson', lesson],
  ['the language', language],
  ['a question', question],
] as const)('in %s', ([, table]) => {
  test.for(table)('$id $severity: $says', ({ id, severity, file = sv, from, to, at, says }) => {
    const folder = course().edit(file, from, to)
    const line = at === undefined ? 1 : folder.read(file).slice(0, folder.read(file).indexOf(at)).split('\n').length
    const found = folder.taught().filter((problem) => problem.includes(` ${id} `))
    expect(found[0]).toMatch(new RegExp(`^courses/${file}:${line}:\\d+ ${severity} ${id} `))
    expect(found[0]).toContain(says)
  })
})

test('an option too many is a warning, two an error', () => {
  const more = (count: number) =>
    course().edit(
      sv,
      key,
      `${'- [ ] Priset i mejlet, eftersom gästen kan jämföra det med andras. <!-- m: pris=viktigast -->\n  > Priset står i bokningen, så ett fel där märks genast och går lätt att rätta.\n'.repeat(count)}${key}`,
    )
  expect(more(1).taught().join('\n')).toContain('warning Q02 4 options')
  expect(more(2).taught().join('\n')).toContain('error Q02 5 options')
})

test('a lesson for two languages may not be much longer in one of them', () => {
  const folder = course().edit(en, '## The right amount', `${words(200)}\n\n## The right amount`)
  expect(folder.taught().join('\n')).toMatch(/02-three-questions\.md:1:1 error L20 the English text has 1\.\d\d times/)
})

test('two questions are a warning, one is an error', () => {
  const without = (...numbers: number[]) => {
    const folder = course()
    for (const number of numbers) {
      for (const [file, name] of [
        [sv, 'Fråga'],
        [en, 'Question'],
      ] as const) {
        const text = folder.read(file)
        const start = text.indexOf(`### ${name} ${number}`)
        const end = text.indexOf(`### ${name} ${number + 1}`)
        folder.write(file, text.slice(0, start) + (end === -1 ? '' : text.slice(end)))
      }
    }
    return folder.taught().filter((problem) => problem.includes(' Q01 '))
  }
  expect(without(3, 4)[0]).toContain('warning Q01 the lesson has 2 questions')
  expect(without(2, 3, 4)[0]).toContain('error Q01 the lesson has 1 questions')
})
