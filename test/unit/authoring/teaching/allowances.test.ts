import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { compileCourses } from '../../../../tools/authoring/compile/compile.ts'
import { CoursesFolder, firstCourseFolder, realFolder, sv } from '../courses.ts'

const course = () => new CoursesFolder(firstCourseFolder)
const negative = (folder = course()) => folder.edit(sv, 'Vad kontrollerar du först?', 'Vad kontrollerar du inte först?')
const allow = (id: string, reason = 'the point is what to leave') => `<!-- allow ${id}: ${reason} -->`

function silenced(folder: CoursesFolder) {
  const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
  return compileCourses(files, 'courses', undefined, { teaching: true }).silenced
}

test('a check is silenced in its question, with the reason kept', () => {
  const folder = negative().edit(sv, '### Fråga 1\n', `### Fråga 1\n${allow('Q10')}\n`)
  expect(folder.taught()).toEqual([])
  expect(silenced(folder)).toEqual([
    { path: `courses/${sv}`, line: expect.any(Number), id: 'Q10', reason: 'the point is what to leave' },
  ])
})

test('in one question it silences nothing in another, and says so', () => {
  const problems = negative()
    .edit(sv, '### Fråga 2\n', `### Fråga 2\n${allow('Q10')}\n`)
    .taught()
  expect(problems).toEqual([
    expect.stringContaining('error Q10'),
    expect.stringContaining('warning S46 "allow Q10" silences nothing'),
  ])
})

test('above the first heading it holds for the file, before a block for that block', () => {
  const long = (folder: CoursesFolder) => folder.edit(sv, 'Tonen kan alltså inte', 'I Copilot kan tonen alltså inte')
  expect(
    long(course())
      .edit(sv, '\n## Det låter', `\n${allow('L17')}\n\n## Det låter`)
      .taught(),
  ).toEqual([])
  expect(
    long(course())
      .edit(sv, 'I Copilot', `${allow('L17')}\n\nI Copilot`)
      .taught(),
  ).toEqual([])
  expect(
    long(course())
      .edit(sv, 'När AI:n hittar', `${allow('L17')}\n\nNär AI:n hittar`)
      .taught(),
  ).toHaveLength(2)
})

test.for([
  ['Q99', 'does not exist'],
  ['S28', 'structure and cannot be silenced'],
] as const)('%s cannot be silenced', ([id, words]) => {
  expect(
    course()
      .edit(sv, '### Fråga 1\n', `### Fråga 1\n${allow(id)}\n`)
      .taught(),
  ).toEqual([expect.stringContaining(words)])
})

test('a reason is asked for', () => {
  expect(course().edit(sv, '### Fråga 1\n', '### Fråga 1\n<!-- allow Q10: -->\n').taught()).toEqual([
    expect.stringContaining('error S46 say why Q10 is wrong here'),
  ])
})

test('our own courses silence no check', () => {
  for (const [path] of course().files)
    if (path.includes('/')) expect(readFileSync(`${realFolder}/${path}`, 'utf8')).not.toMatch(/<!--\s*allow/)
})
