import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isSameText } from '../../../worker/questions/text-answers.ts'

test.for([
  ['a full stop after', 'Falun', 'Falun.'],
  ['a full stop with a space before it', 'Falun', 'Falun .'],
  ['another case', 'Falun', 'fALUN'],
  ['letters made of two parts', 'Älvdalen', 'A\u0308lvdalen'],
  ['a phone’s apostrophe', "don't", 'don’t'],
  ['a phone’s hyphen', 'AI-koll', 'AI‑koll'],
  ['spaces around and between', 'en källa', '  en   källa '],
] as const)('a short text is the same answer with %s', ([, key, typed]) => {
  expect(isSameText(key, typed)).toBe(true)
})

test.for([
  ['another word', 'Falun', 'Faluns'],
  ['a dot within', 'navet.example', 'navetexample'],
  ['nothing but a full stop', 'Falun', '.'],
  ['other letters', 'Mora', 'Möra'],
] as const)('a short text is another answer with %s', ([, key, typed]) => {
  expect(isSameText(key, typed)).toBe(false)
})

test('sameness goes both ways, and every text is the same as itself with a full stop', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(isSameText(one, other)).toBe(isSameText(other, one))
      expect(isSameText(one, one)).toBe(true)
    }),
  )
})
