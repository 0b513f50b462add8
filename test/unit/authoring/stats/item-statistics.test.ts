import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  itemStatistics,
  kr20,
  pointBiserial,
  reliability,
  type Response,
} from '../../../../tools/authoring/commands/stats/item-statistics.ts'

describe('a published example: ten students, ten items (Wuensch, East Carolina University, KR20.txt)', () => {
  const rows = [
    '1111110110',
    '1011011101',
    '1111011001',
    '0010001000',
    '0000010010',
    '1110111111',
    '1101110111',
    '1111111101',
    '0101111101',
    '1101101110',
  ].map((row) => [...row].map((sign) => sign === '1'))

  test('has the published shares of right answers', () => {
    const shares = rows[0]!.map((_, item) => rows.filter((row) => row[item]).length / 10)
    expect(shares).toEqual([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6])
  })

  test('has the KR-20 that follows from Σpq = 2.18 and a variance of 5.84', () => {
    expect(kr20(rows)).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 10)
    expect(kr20(rows)).toBeCloseTo(0.696, 3)
  })
})

test('the corrected point-biserial is the correlation between right and the score on the rest', () => {
  const scored = fc.array(fc.record({ right: fc.boolean(), score: fc.integer({ min: 0, max: 20 }) }), {
    minLength: 3,
    maxLength: 60,
  })
  fc.assert(
    fc.property(scored, (each) => {
      const r = pointBiserial(each)
      if (r === undefined) return
      const [xs, ys] = [each.map(({ right }) => Number(right)), each.map(({ score }) => score)]
      const middle = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
      const [mx, my] = [middle(xs), middle(ys)]
      const sum = (f: (x: number, y: number) => number) => xs.reduce((total, x, i) => total + f(x - mx, ys[i]! - my), 0)
      expect(r).toBeCloseTo(sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y)), 8)
    }),
  )
})

/** Answers of people whose skill is normal, to questions of known discrimination (two-parameter logistic model). */
function simulate(people: number, questions: { discrimination: number; difficulty: number }[], seed = 7): Response[] {
  let state = seed
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return Array.from({ length: people }, (_, person) => {
    const skill = normal()
    return questions.map(({ discrimination, difficulty }, i) => {
      const right = chance() < 1 / (1 + Math.exp(-discrimination * (skill - difficulty)))
      return {
        learner: `l${person}`,
        question: `q${i}`,
        right,
        chosen: [right ? 0 : 1 + Math.floor(chance() * 2)],
        isEasy: false,
        hints: null,
      }
    })
  }).flat()
}

const keys = (count: number) =>
  new Map(Array.from({ length: count }, (_, i) => [`q${i}`, { right: [0], options: 3 }] as const))

describe('in a simulation with known discrimination', () => {
  const strengths = [-1, 0, 0.7, 1.5, 2.5]
  const questions = [...strengths, ...Array.from({ length: 15 }, () => 1.2)].map((discrimination) => ({
    discrimination,
    difficulty: 0,
  }))
  const found = itemStatistics(simulate(4000, questions), keys(questions.length))
  const r = found.map(({ discrimination }) => discrimination!)

  test('questions come out in their order of strength', () => {
    expect(r.slice(0, 5)).toEqual(r.slice(0, 5).toSorted((a, b) => a - b))
    expect(r[0]).toBeLessThan(-0.2)
    expect(Math.abs(r[1]!)).toBeLessThan(0.05)
    expect(r[4]).toBeGreaterThan(0.4)
  })

  test('a question that the best get wrong is flagged, and so is one that tells nothing', () => {
    expect(found[0]!.flags).toContain('negative')
    expect(found[0]!.flags).toContain('ambiguous')
    expect(found[1]!.flags.some((flag) => flag === 'rewrite' || flag === 'negative')).toBe(true)
    expect(found[4]!.flags).toEqual([])
  })

  test('a difficulty in the middle of the skills is answered right by half', () => {
    expect(found[3]!.facility).toBeCloseTo(0.5, 1)
  })
})

test.for([
  [29, undefined, undefined],
  [30, 'number', undefined],
  [49, 'number', undefined],
  [50, 'number', 'number'],
] as const)('with %i answers only what so many can carry is shown', ([people, facility, discrimination]) => {
  const questions = [1, 1, 1].map((strength) => ({ discrimination: strength, difficulty: 0 }))
  const [first] = itemStatistics(simulate(people, questions), keys(3))
  expect(first!.n).toBe(people)
  expect(first!.facility === undefined ? undefined : typeof first!.facility).toBe(facility)
  expect(first!.discrimination === undefined ? undefined : typeof first!.discrimination).toBe(discrimination)
  expect(first!.options === undefined).toBe(people < 50)
})

test('too hard, too easy, and an option that nobody takes are flagged', () => {
  const answers = (right: number, of: number): Response[] =>
    Array.from({ length: of }, (_, i) => ({
      learner: `l${i}`,
      question: 'q0',
      right: i < right,
      chosen: [i < right ? 0 : 1],
      isEasy: false,
      hints: null,
    }))
  const flags = (right: number) => itemStatistics(answers(right, 100), keys(1))[0]!.flags
  expect(flags(29)).toContain('hard')
  expect(flags(30)).not.toContain('hard')
  expect(flags(96)).toContain('easy')
  expect(flags(60)).toContain('unused')
})

test('reliability is told from a hundred learners who answered everything', () => {
  const questions = Array.from({ length: 12 }, () => ({ discrimination: 1.5, difficulty: 0 }))
  expect(reliability(simulate(99, questions))).toEqual({ n: 99, kr20: undefined })
  const told = reliability(simulate(2000, questions))
  expect(told.kr20).toBeGreaterThan(0.6)
  expect(told.kr20).toBeLessThan(0.9)
})

test('how many opened a hint is told of those of whom it is known, from 30 of them', () => {
  const hinted = (known: number, opened: number) => {
    const responses = Array.from({ length: 60 }, (_, i): Response => {
      const hints = i >= known ? null : i < opened ? 2 : 0
      return { learner: `l${i}`, question: 'q0', right: true, chosen: [0], isEasy: false, hints }
    })
    return itemStatistics(responses, keys(1))[0]!.hinted
  }
  expect(hinted(29, 10)).toBeUndefined()
  expect(hinted(30, 12)).toBeCloseTo(0.4, 5)
  expect(hinted(60, 0)).toBe(0)
})
