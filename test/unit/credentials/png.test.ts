import { deflateSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { writeChunk } from '../../../formats/png/png-chunks.ts'
import { bakePng, readPng } from '../../../formats/png/png.ts'

const credential = JSON.stringify({ name: 'Åsas märke 🌷', proof: ['z3v'] })
const red = pngOf(
  writeChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0)),
  writeChunk('IDAT', deflateSync(Uint8Array.of(0, 200, 0, 0))),
  writeChunk('IEND', new Uint8Array()),
)
/** The red dot with one more chunk before the end. */
const redWith = (data: string | Uint8Array, type = 'iTXt') => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return pngOf(red.subarray(8, -12), writeChunk(type, bytes), red.subarray(-12))
}

test('any credential comes out of a PNG as it went in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      fc.pre(text.isWellFormed())
      expect(readPng(bakePng(red, text))).toEqual({ credential: text })
    }),
  )
})

test('the credential stands before the picture, uncompressed, once', () => {
  const baked = Buffer.from(bakePng(red, credential))
  expect(baked.indexOf('iTXtopenbadgecredential\0\0\0\0\0{')).toBeLessThan(baked.indexOf('IDAT'))
  expect(baked.indexOf('openbadgecredential')).toBe(baked.lastIndexOf('openbadgecredential'))
  expect(baked.includes(credential)).toBe(true)
})

test('a picture that holds a badge takes no second one', () => {
  expect(() => bakePng(bakePng(red, credential), credential)).toThrow('it has one')
  expect(() => bakePng(redWith('openbadges\0\0\0\0\0https://x'), credential)).toThrow('open-badges-2')
})

test('half a character is refused rather than replaced', () => {
  expect(() => bakePng(red, '"\ud83c"')).toThrow('half a character')
})

test('a file that ends early is refused, wherever it ends', () => {
  const baked = bakePng(red, credential)
  for (let end = 1; end < baked.length; end++) {
    expect(readPng(baked.subarray(0, end)), `${end} bytes`).toEqual({ fault: 'truncated' })
  }
  expect(readPng(new Uint8Array())).toEqual({ fault: 'not-a-png' })
})

test('one changed byte anywhere is noticed', () => {
  const baked = bakePng(red, credential)
  for (let i = 0; i < baked.length; i++) {
    const changed = Uint8Array.from(baked)
    changed[i]! ^= 0x20
    expect(readPng(changed), `byte ${i}`).toHaveProperty('fault')
  }
})

test.each([
  ['a page of HTML', new TextEncoder().encode('<!doctype html>'), 'not-a-png'],
  ['a picture without a badge', red, 'no-credential'],
  ['a badge of version 2', redWith('openbadges\0\0\0\0\0{}'), 'open-badges-2'],
  ['another text', redWith('openbadgecredentials\0\0\0\0\0{}'), 'no-credential'],
  ['the keyword in a chunk of another kind', redWith('openbadgecredential\0{}', 'tEXt'), 'other-chunk'],
  ['the keyword of version 2 in such a chunk', redWith('openbadges\0{}', 'tEXt'), 'open-badges-2'],
  ['a compressed text', redWith('openbadgecredential\0\x01\0\0\0x'), 'compressed'],
  ['a flag that means nothing', redWith('openbadgecredential\0\x07\0\0\0x'), 'not-text'],
  ['a chunk that ends after the keyword', redWith('openbadgecredential\0'), 'not-text'],
  ['a chunk without its last zero', redWith('openbadgecredential\0\0\0sv'), 'not-text'],
  [
    'bytes that are no UTF-8',
    redWith(Uint8Array.of(...Buffer.from('openbadgecredential\0\0\0\0\0'), 0xff)),
    'not-text',
  ],
  ['two badges', pngOf(bakePng(red, credential).subarray(8, -12), redChunk(), red.subarray(-12)), 'two-credentials'],
  ['a PNG that begins with its end', pngOf(red.subarray(-12)), 'damaged'],
  ['a chunk longer than the file', pngOf(Uint8Array.of(255, 255, 255, 255, ...Buffer.from('iTXtxxxx'))), 'truncated'],
])('%s is refused, and says why', (_, png, fault) => {
  expect(readPng(png)).toEqual({ fault })
})

test('a badge that somebody else translated is read, and bytes after the end are left alone', () => {
  const baked = redWith('openbadgecredential\0\0\0sv\0märke\0{"a":1}')
  expect(readPng(Uint8Array.of(...baked, 1, 2, 3))).toEqual({ credential: '{"a":1}' })
})

test('no bytes make the reader throw', () => {
  const chunks = fc.array(
    fc.tuple(fc.constantFrom('iTXt', 'IDAT', 'IHDR', 'IEND'), fc.uint8Array({ maxLength: 60 })).map(([type, data]) => {
      return writeChunk(type, type === 'iTXt' ? Uint8Array.of(...Buffer.from('openbadgecredential\0'), ...data) : data)
    }),
  )
  const hostile = fc.oneof(
    fc.uint8Array(),
    fc.uint8Array().map((bytes) => pngOf(bytes)),
    chunks.map((all) => pngOf(red.subarray(8, 33), ...all)),
  )
  fc.assert(
    fc.property(hostile, (bytes) => {
      const read = readPng(bytes)
      expect('fault' in read || typeof read.credential === 'string').toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function redChunk(): Uint8Array {
  return writeChunk('iTXt', new TextEncoder().encode('openbadgecredential\0\0\0\0\0{}'))
}

function pngOf(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...parts.flatMap((part) => [...part]))
}
