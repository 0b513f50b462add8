import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { lineOf } from '../../../tools/authoring/problems/problem.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import { isLesson, manyLessons } from '../../../tools/bench/many-lessons.ts'

test('the generated lessons of the bench are as many as wanted, and compile without an error', async () => {
  const files = manyLessons(await readCourses('test/fixtures/courses', ''), 960)
  const { courses, problems } = compileCourses(files)

  expect(files.filter(isLesson)).toHaveLength(960)
  expect(problems.filter(({ severity }) => severity === 'error').map(lineOf)).toEqual([])
  expect(courses).toHaveLength(120)
  expect(courses[0]!.lessons).toHaveLength(4)
})
