import { describe, expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import { programs } from '../../../tools/authoring/teaching/edition/know-nothing.ts'
import { drawTest } from '../../../worker/quizzes/draw-test.ts'
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

test.each(courses)('a second test of $id has no question of the first, as who fails is told', ({ pool }) => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const chance = seeded(seed)
    const first = new Set(drawTest(pool, new Set(), chance).map(({ question }) => question))
    const again = drawTest(pool, first, chance).filter(({ question }) => first.has(question))
    expect([seed, again.map(({ question }) => question)]).toEqual([seed, []])
  }
})

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
