import { resolve } from 'node:path'
import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { lineOf } from '../../../tools/authoring/problems/problem.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'

test('the courses of this repository compile', async () => {
  const { courses, problems } = compileCourses(await readCourses(resolve('courses'), ''))

  expect(problems.filter((problem) => problem.severity === 'error').map(lineOf)).toEqual([])
  expect(courses.map((course) => course.id)).toContain('granska-svaret')
})
