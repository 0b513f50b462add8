import { describe, expect, test } from 'vitest'

import {
  type Guessable,
  programs,
  scoreNoFault,
  scorePrograms,
} from '../../../../tools/authoring/teaching/edition/know-nothing.ts'

function rightBy(question: Guessable, locale: 'sv' | 'en' = 'en'): Record<string, number> {
  return Object.fromEntries(
    scorePrograms([question], locale).map(({ program, right }) => [program, Number(right.toFixed(3))]),
  )
}

/** Each is worked out by hand: what the program chooses is told in the title. */
const worked: [string, string, Guessable, number, ('sv' | 'en')?][] = [
  [
    'the longest',
    'it has 12 letters of 3, 12 and 4',
    { stem: '', options: ['abc', 'abcdefghijkl', 'abcd'], key: [1] },
    1,
  ],
  ['the longest', 'two of five letters, drawn', { stem: '', options: ['abcde', 'fghij', 'klm'], key: [0] }, 0.5],
  ['the longest', 'a short key is never chosen', { stem: '', options: ['abcde', 'fghij', 'klm'], key: [2] }, 0],
  [
    'the most hedged',
    '"can" and "often" against none and one',
    { stem: '', options: ['It is right.', 'It can often be right.', 'It may be wrong.'], key: [1] },
    1,
  ],
  [
    'the most hedged',
    'in Swedish "brukar" against none',
    { stem: '', options: ['Det stämmer.', 'Det brukar stämma.', 'Det är fel.'], key: [1] },
    1,
    'sv',
  ],
  [
    'the one most like the question',
    '"price" and "invoice" against "price" and nothing; short words do not count',
    { stem: 'The price on the invoice?', options: ['The price.', 'Price and invoice.', 'On the.'], key: [1] },
    1,
  ],
  [
    'the odd one out',
    'it shares no word with the two that share two',
    { stem: '', options: ['Ask the boss.', 'Send it today.', 'Ask the client.'], key: [1] },
    1,
  ],
  [
    'the odd one out',
    'all share one word: drawn among three',
    { stem: '', options: ['ask one', 'ask two', 'ask three'], key: [1] },
    0.333,
  ],
  [
    'the most cautious',
    '"ask", "manager" and "wait" against nothing',
    { stem: '', options: ['Send it.', 'Ask the manager and wait.', 'Delete it.'], key: [0] },
    0,
  ],
  [
    'the most cautious',
    'in Swedish "frågar" and "chefen"',
    { stem: '', options: ['Skickar det.', 'Frågar chefen.', 'Tar bort det.'], key: [1] },
    1,
    'sv',
  ],
  [
    'the one of the shortest words',
    'means of 2, 4 and 3 letters',
    { stem: '', options: ['it is', 'send them', 'ask her'], key: [0] },
    1,
  ],
  [
    'one without "always" and "never"',
    'one of the two that say neither',
    { stem: '', options: ['Always send it.', 'Send it now.', 'Ask first.'], key: [2] },
    0.5,
  ],
  [
    'the longest',
    'two keys, and they are the two longest',
    { stem: '', options: ['abcd', 'a', 'abc', 'b'], key: [0, 2] },
    1,
  ],
  [
    'the longest',
    'two keys: the longest is one, and the other is drawn of three',
    { stem: '', options: ['abcd', 'a', 'b', 'c'], key: [0, 2] },
    0.333,
  ],
  [
    'the longest',
    'two keys: the longest is none of them',
    { stem: '', options: ['abcd', 'a', 'b', 'c'], key: [1, 2] },
    0,
  ],
]

test.each(worked)('%s: %s', (program, _, question, right, locale) => {
  expect(rightBy(question, locale)[program]).toBe(right)
})

test('each program is worked out by hand at least once, and the vote of all below', () => {
  expect([...new Set(worked.map(([program]) => program)), 'what most of these choose']).toEqual(
    expect.arrayContaining([...programs]),
  )
})

describe('what most of them choose', () => {
  test('is what the longest, the most hedged and the odd one out agree about, though two others say otherwise', () => {
    const question = {
      stem: 'What now?',
      options: ['Do it.', 'Perhaps you would rather sleep on that decision.', 'Do that.'],
      key: [1],
    }
    expect(rightBy(question)).toMatchObject({ 'the one of the shortest words': 0, 'what most of these choose': 1 })
  })

  test('is drawn where the options have one form', () => {
    expect(rightBy({ stem: '', options: ['abc', 'def', 'ghi'], key: [2] })['what most of these choose']).toBe(0.333)
  })
})

test('chance is one of three options, one of six pairs of four, and their mean over questions', () => {
  const single = { stem: '', options: ['a', 'b', 'c'], key: [0] }
  const pair = { stem: '', options: ['a', 'b', 'c', 'd'], key: [0, 1] }
  expect(scorePrograms([single], 'sv')[0]!.chance).toBeCloseTo(1 / 3)
  expect(scorePrograms([pair], 'sv')[0]!.chance).toBeCloseTo(1 / 6)
  expect(scorePrograms([single, pair], 'sv')[0]!.chance).toBeCloseTo(1 / 4)
})

test('"no fault" is right where there is none; drawing finds one of the 7 or 15 things that may be ticked', () => {
  // Of three sentences none, one or two may be faulty: 1 + 3 + 3. Of four up to three: 1 + 4 + 6 + 4.
  const score = scoreNoFault([
    { sentences: 3, key: [] },
    { sentences: 4, key: [1] },
  ])
  expect(score.right).toBe(0.5)
  expect(score.chance).toBeCloseTo((1 / 7 + 1 / 15) / 2)
})
