import fc from 'fast-check'
import { expect, test } from 'vitest'

import { depthOf } from '../../../web/client/verify/json-shape.ts'
import { readFile } from '../../../web/client/verify/read-file.ts'
import { verifyFile } from '../../../web/client/verify/verify-file.ts'
import { signed } from '../credentials/written.ts'
import { bytesOf, now, serve } from './site.ts'

test('whatever bytes come, there is an answer', async () => {
  const { site } = await serve()
  const { json, jwt } = await signed()
  const mutated = fc
    .record({ text: fc.constantFrom(json, jwt), at: fc.nat(), cut: fc.nat(60), put: fc.string({ maxLength: 20 }) })
    .map(({ text, at, cut, put }) => {
      const place = at % text.length
      return bytesOf(text.slice(0, place) + put + text.slice(place + cut))
    })
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), async (bytes) => {
      const verdict = await verifyFile(bytes, site, now)
      expect('fault' in verdict || verdict.intact.reason !== undefined).toBe(true)
    }),
    { numRuns: 400 },
  )
}, 120_000)

test('JSON of any shape in place of any member is read without a crash', async () => {
  const { site } = await serve()
  const credential = JSON.parse((await signed()).json) as Record<string, unknown>
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(credential)), fc.jsonValue(), async (member, value) => {
      const verdict = await verifyFile(bytesOf(JSON.stringify({ ...credential, [member]: value })), site, now)
      expect(verdict).toBeDefined()
    }),
    { numRuns: 300 },
  )
}, 120_000)

test('depth is counted as JSON nests, whatever its strings hold', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
  fc.assert(fc.property(fc.jsonValue(), (value) => depthOf(JSON.stringify(value)) === depth(value)))
  expect(readFile(bytesOf('{"a":"[[[[\\"{{{"}'))).toEqual({ document: { a: '[[[["{{{' }, isPresented: false })
})
