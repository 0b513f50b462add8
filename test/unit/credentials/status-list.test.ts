import { gunzipSync, gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { encodeStatusList, isSetInStatusList, statusListLength } from '../../../formats/credentials/status-list.ts'

const index = fc.integer({ min: 0, max: statusListLength - 1 })

test('exactly the revoked indexes are set, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(index, { maxLength: 20 }), index, async (revoked, other) => {
      const list = await encodeStatusList(revoked)
      for (const each of revoked) expect(await isSetInStatusList(list, each)).toBe(true)
      expect(await isSetInStatusList(list, other)).toBe(revoked.includes(other))
    }),
    { numRuns: 30 },
  )
})

test('bits are counted from the left, and the list is 16 KiB whatever it says', async () => {
  const list = await encodeStatusList([0, 9])
  const bits = gunzipSync(Buffer.from(list.slice(1), 'base64url'))
  expect([...bits.subarray(0, 3)]).toEqual([0b1000_0000, 0b0100_0000, 0])
  expect(bits.length).toBe(16_384)
})

test.each([
  ['text that is no list', 'uAAAA', 0],
  ['another multibase', 'zAAAA', 0],
  ['an index outside the list', undefined, statusListLength],
  ['a negative index', undefined, -1],
  ['half an index', undefined, 0.5],
  ['a bomb', `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`, 0],
])('%s is refused', async (_, list, at) => {
  await expect(isSetInStatusList(list ?? (await encodeStatusList([])), at)).rejects.toThrow(RangeError)
})
