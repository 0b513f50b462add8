import fc from 'fast-check'
import { expect, test } from 'vitest'

import { codeFrom, codeInGroups, coursesOf, readJoinCode } from '../../../worker/companies/rules.ts'

const code = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(codeFrom)

test('a join code is read as it was made, however it was typed', () => {
  fc.assert(
    fc.property(code, (made) => {
      const typed = codeInGroups(made).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readJoinCode(` ${typed} `)).toBe(made)
    }),
  )
})

test('every byte counts: no two codes of different five-bit groups are the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(15), (bytes, at) => {
      const other = bytes.slice()
      other[at] = (other[at]! + 1) % 256
      expect(codeFrom(other)).not.toBe(codeFrom(bytes))
    }),
  )
})

test('what cannot be a code is none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const read = readJoinCode(text)
      if (read !== undefined) expect(read).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    }),
    { numRuns: 2000 },
  )
})

test('terms name courses that exist, and all of them when they say so', () => {
  expect(coursesOf('all', ['a', 'b'])).toEqual(['a', 'b'])
  expect(coursesOf(['b', 'gone'], ['a', 'b'])).toEqual(['b'])
})
