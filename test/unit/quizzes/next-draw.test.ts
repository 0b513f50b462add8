import { expect, test } from 'vitest'

import { nextDrawAt } from '../../../worker/quizzes/rules.ts'

const now = new Date('2026-11-28T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

test.for([
  ['never', undefined, undefined],
  ['just now', 0, 10],
  ['nine minutes ago', -9, 1],
  ['ten minutes ago', -10, undefined],
  ['by a server whose clock is a little ahead', 2, 12],
  ['before the clock was set back by a day', 24 * 60, undefined],
] as const)('after a test sent in %s the next draw waits ten minutes at most', ([, sent, next]) => {
  const at = sent === undefined ? undefined : minutes(sent)
  expect(nextDrawAt(at, now)).toEqual(next === undefined ? undefined : minutes(next))
})
