import { describe, expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import { programs } from '../../../tools/authoring/teaching/edition/know-nothing.ts'
import { realFolder } from './courses.ts'

// Programs that have read no lesson take every badge test. Whoever wrote a pool whose answers show by their length, by
// their caution or by an echo of the question gets one of these through it.

const { problems, courses } = compileCourses(await readCourses(realFolder, ''), 'courses', undefined, {
  teaching: true,
})
const pools = courses.flatMap(({ id }) => [`${id}/sv`, `${id}/en`])

describe.each(pools)('the pool of %s', (pool) => {
  const found = problems.filter(({ id, path }) => id === 'Q23' && path === `courses/${pool}/badge.md`)

  test.each([...programs])('gives whoever chooses %s within ten points of chance', (program) => {
    const isFound = found.some(({ message }) => message.startsWith(`choosing ${program} gets `))
    expect(isFound).toBe(false)
  })
})
