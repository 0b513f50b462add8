import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cursorOf, placeOf, readRemark } from '../../../worker/remarks/rules.ts'

test('whatever is kept is what was written, without signs that nobody sees, and not too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (typed) => {
      const read = readRemark(typed)
      if ('fault' in read) return
      expect(read.text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
      expect([...read.text].length).toBeLessThanOrEqual(1000)
      expect(read.text.trim()).toBe(read.text)
    }),
    { numRuns: 1000 },
  )
})

test('a cursor leads back to its place, and nothing else to any', () => {
  const at = new Date(1_763_000_000_000)
  const id = '5e2f4a40-0000-4000-8000-000000000000'
  expect(placeOf(cursorOf({ at, id }))).toEqual({ at: at.getTime(), id })
  for (const cursor of [undefined, '', '-', 'x-y', '1', `1-${'a'.repeat(100)}`]) expect(placeOf(cursor)).toBeUndefined()
})
