import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isCorrect, markTest } from '../../../worker/quizzes/marking.ts'
import { choice, number, order, spot, text } from './questions.ts'

const ordinals = fc.integer({ min: 3, max: 7 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    key: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 2 }),
    chosen: fc.uniqueArray(fc.nat(count - 1)),
  }),
)

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b)
}

test('exactly the right options are right, in any order; nothing else is', () => {
  fc.assert(
    fc.property(ordinals, ({ count, key, chosen }) => {
      const isRight = JSON.stringify(sorted(key)) === JSON.stringify(sorted(chosen))
      expect(isCorrect(choice(count, key), chosen)).toBe(isRight)
      expect(isCorrect(spot(count, key), chosen)).toBe(isRight)
      expect(isCorrect(choice(count, key), key.toReversed())).toBe(true)
      expect(isCorrect(spot(count, key), key.slice(1))).toBe(false)
    }),
  )
})

test('an order is right only as it was written', () => {
  const shuffles = fc
    .integer({ min: 3, max: 8 })
    .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }))
  fc.assert(
    fc.property(shuffles, (sequence) => {
      const isRight = sequence.every((ordinal, place) => ordinal === place)
      expect(isCorrect(order(sequence.length), sequence)).toBe(isRight)
      expect(isCorrect(order(sequence.length), sorted(sequence))).toBe(true)
      expect(isCorrect(order(sequence.length), sorted(sequence).slice(1))).toBe(false)
      expect(isCorrect(order(sequence.length), sorted(sequence).slice(0, -1))).toBe(false)
    }),
  )
})

test('a short text is right in any case, with any white space and in any Unicode form', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() !== '')
  const space = fc.constantFrom(' ', '\u00A0', '\t', '  ', '\u202F')
  const form = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD')
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), space, form, (parts, space, form) => {
      const variant = parts.join(' ')
      const typed = `${space}${parts.join(space)}${space}`.normalize(form)
      expect(isCorrect(text('annat', variant), typed)).toBe(true)
    }),
    { numRuns: 300 },
  )
  const swedish = fc.string({ unit: fc.constantFrom(...'abcxyzåäöéü- 0189'), minLength: 1 })
  fc.assert(
    fc.property(swedish, (variant) => {
      expect(isCorrect(text(variant), variant.toUpperCase())).toBe(true)
      expect(isCorrect(text(variant.toUpperCase()), variant)).toBe(true)
      expect(isCorrect(text(variant), `${variant}q`)).toBe(false)
    }),
  )
})

test('what a phone puts for an apostrophe or a hyphen makes no other answer; å is not a', () => {
  expect(isCorrect(text("don't"), 'Don’t')).toBe(true)
  expect(isCorrect(text('AI-svar'), 'ai\u2011svar')).toBe(true)
  expect(isCorrect(text('käl\u00ADla'), 'KÄLLA')).toBe(true)
  expect(isCorrect(text('för'), 'for')).toBe(false)
  expect(isCorrect(text('källa'), 'källan')).toBe(false)
})

test('a number is right within its tolerance and wrong outside it', () => {
  const tenth = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 10)
  fc.assert(
    fc.property(tenth, fc.integer({ min: 0, max: 100 }), fc.integer({ min: -200, max: 200 }), (answer, within, off) => {
      const given = (Math.round(answer * 10) + off) / 10
      expect(isCorrect(number(answer, within / 10), String(given))).toBe(Math.abs(off) <= within)
    }),
    { numRuns: 500 },
  )
  expect(isCorrect(number(0.3, 0.1), '0.4')).toBe(true)
  expect(isCorrect(number(3900), '3900.01')).toBe(false)
})

test('what is unanswered, or answered as another type is, is wrong', () => {
  for (const question of [choice(3, [0]), spot(3, [0]), order(3), text('x'), number(0)]) {
    expect(isCorrect(question, undefined)).toBe(false)
    expect(isCorrect(question, [])).toBe(false)
    expect(isCorrect(question, 'nej')).toBe(false)
  }
})

test('a test scores its right answers, and eight pass', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('right', 'wrong', 'none'), { minLength: 10, maxLength: 10 }), (outcomes) => {
      const questions = outcomes.map((_, i) => choice(3, [1], { id: `q${i}` }))
      const answers = Object.fromEntries(
        outcomes.flatMap((outcome, i) => (outcome === 'none' ? [] : [[`q${i}`, [outcome === 'right' ? 1 : 0]]])),
      )
      const score = outcomes.filter((outcome) => outcome === 'right').length
      expect(markTest(questions, answers)).toEqual({ score, passed: score >= 8 })
    }),
  )
})
