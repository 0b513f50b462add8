import { expect, test } from 'vitest'

import { Memory } from '../../../../tools/authoring/files/memory.ts'
import { checks, isTeaching } from '../../../../tools/authoring/problems/checks.ts'
import { dictionaryOf } from '../../../../tools/authoring/spelling/dictionaries.ts'
import type { CoursesFolder } from '../courses.ts'
import { language } from './five-bad/language.ts'
import { lesson } from './five-bad/lesson.ts'
import { question } from './five-bad/question.ts'
import { secondCourse } from './five-bad/second-course.ts'

// Each check has five bad courses that it must catch; good-texts.test.ts is the other side of it.

const table = { ...lesson, ...language, ...question }
const memory = new Memory()

/** What the checks say, by id, without the lines, which move. */
function saidOf(folder: CoursesFolder, spelling = true): Map<string, string[]> {
  const along = { teaching: true, memory, ...(spelling ? { dictionaryOf } : {}) }
  const { problems } = folder.compile('2026-11-29', along)
  const said = Map.groupBy(
    problems.filter(({ later }) => !later),
    ({ id }) => id as string,
  )
  return new Map([...said].map(([id, own]) => [id, own.map(({ path, message }) => `${path} ${message}`)]))
}

const before = saidOf(secondCourse())

test('every check of teaching has its five', () => {
  expect(Object.keys(table).toSorted()).toEqual(Object.keys(checks).filter(isTeaching).toSorted())
  for (const [id, changes] of Object.entries(table)) expect(changes, id).toHaveLength(5)
})

test.each(Object.entries(table).flatMap(([id, changes]) => changes.map((change, i) => ({ id, i, change }))))(
  '$id catches its bad course $i',
  ({ id, change }) => {
    const now = saidOf(change(secondCourse()), id === 'T13').get(id) ?? []
    expect(now.filter((said) => !before.get(id)?.includes(said))).not.toEqual([])
  },
)

test.each(Object.keys(table).filter((id) => !['L24', 'Q25', 'Q26'].includes(id)))(
  '%s says nothing of the course before',
  (id) => {
    expect(before.get(id) ?? []).toEqual([])
  },
)
