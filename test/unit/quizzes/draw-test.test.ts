import fc from 'fast-check'
import { expect, test } from 'vitest'

import { rulesOf } from '../../../worker/questions/registry.ts'
import { drawTest } from '../../../worker/quizzes/draw-test.ts'
import { choice, number, order, spot } from './questions.ts'

/** Chance from a list of numbers, over and over. */
function chanceFrom(numbers: readonly number[]) {
  let i = 0
  return () => numbers[i++ % numbers.length]!
}

const chances = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 1, maxLength: 50 })
const pools = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 40 })
  .map((outcomes) => outcomes.map((outcome, i) => choice(3, [0], { id: `q${i}`, competence: `CHK-1${outcome}` })))

test('ten different questions of the pool are drawn', () => {
  fc.assert(
    fc.property(pools, chances, (pool, numbers) => {
      const ids = drawTest(pool, new Set(), chanceFrom(numbers)).map((drawn) => drawn.question)
      expect(new Set(ids).size).toBe(10)
      expect(pool.map((question) => question.id)).toEqual(expect.arrayContaining(ids))
    }),
  )
})

test('outcomes share the questions evenly, as far as each has any', () => {
  fc.assert(
    fc.property(pools, chances, (pool, numbers) => {
      const drawn = drawTest(pool, new Set(), chanceFrom(numbers)).map(({ question }) => question)
      const count = (outcome: string, of = pool) => of.filter((each) => each.competence === outcome).length
      const chosen = pool.filter((question) => drawn.includes(question.id))
      const shares = [...new Set(pool.map((question) => question.competence))].map((outcome) => ({
        drawn: count(outcome, chosen),
        all: count(outcome),
      }))
      const most = Math.max(...shares.map((share) => share.drawn))
      for (const share of shares) expect(share.drawn >= most - 1 || share.drawn === share.all).toBe(true)
    }),
  )
})

test('within an outcome nothing from the last test comes while something else is left', () => {
  fc.assert(
    fc.property(pools, chances, fc.array(fc.nat(39), { maxLength: 10 }), (pool, numbers, before) => {
      const last = new Set(before.map((i) => `q${i}`))
      const drawn = new Set(drawTest(pool, last, chanceFrom(numbers)).map(({ question }) => question))
      for (const question of pool) {
        if (!drawn.has(question.id) || !last.has(question.id)) continue
        const fresh = pool.filter((each) => each.competence === question.competence && !last.has(each.id))
        expect(fresh.every((each) => drawn.has(each.id))).toBe(true)
      }
    }),
  )
})

test('options come in any order, sentences as in their passage, and an order never in the right one', () => {
  const count = fc.integer({ min: 3, max: 8 })
  const ascending = (count: number) => [...Array(count).keys()]
  fc.assert(
    fc.property(count, chances, (count, numbers) => {
      const shown = (question: Parameters<typeof drawTest>[0][number]) =>
        drawTest([question], new Set(), chanceFrom(numbers))[0]!.order
      expect(shown(choice(count, [0])).toSorted()).toEqual(ascending(count))
      // Behind the sentences stands that there is none to mark.
      expect(shown(spot(count, [0]))).toEqual(ascending(count + 1))
      expect(shown(order(count)).toSorted()).toEqual(ascending(count))
      expect(shown(order(count))).not.toEqual(ascending(count))
      expect(shown(number(1))).toEqual([])
    }),
  )
  expect(rulesOf(order(3)).order(order(3), (ordinals) => ordinals)).toEqual([1, 2, 0])
})
