import { brotliDecompressSync } from 'node:zlib'

import { readFont } from '../../tools/build/read-font.ts'

/** By their number in a WOFF 2.0 file; a web font has them first. */
const known: Record<number, string> = { 0: 'cmap', 1: 'head', 2: 'hhea', 3: 'hmtx', 6: 'OS/2' }
const [glyf, loca] = [10, 11]

/**
 * The characters that a WOFF 2.0 file draws. Throws for another file.
 * Source: W3C WOFF File Format 2.0, sections 4 and 5.
 */
export function charactersOfFont(file: Uint8Array): Set<string> {
  return new Set(Object.keys(readFont(written(tablesOf(file))).glyphs))
}

function tablesOf(file: Uint8Array): { tag: string; data: Uint8Array }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getUint32(0) !== 0x774f4632) throw new Error('no WOFF 2.0')

  let at = 48
  const length = () => {
    for (let value = 0; ;) {
      const byte = file[at++]!
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  const entries = Array.from({ length: view.getUint16(12) }, () => {
    const flags = file[at++]!
    const table = flags & 63
    if (table === 63) at += 4
    const whole = length()
    const isTransformed = (table === glyf || table === loca) === flags >> 6 < 3
    return { table, length: isTransformed ? length() : whole, isTransformed }
  })
  const tables = brotliDecompressSync(file.subarray(at, at + view.getUint32(20)))
  let begin = 0
  return entries.flatMap(({ table, length: size, isTransformed }) => {
    const data = tables.subarray(begin, (begin += size))
    const tag = known[table]
    if (tag && isTransformed) throw new Error(`the table ${tag} is transformed`)
    return tag ? [{ tag, data }] : []
  })
}

function written(tables: { tag: string; data: Uint8Array }[]): Uint8Array {
  const begin = 12 + 16 * tables.length
  const file = new Uint8Array(tables.reduce((size, { data }) => size + data.length, begin))
  const view = new DataView(file.buffer)
  view.setUint16(4, tables.length)
  let offset = begin
  for (const [i, { tag, data }] of tables.entries()) {
    file.set(new TextEncoder().encode(tag), 12 + 16 * i)
    view.setUint32(20 + 16 * i, offset)
    view.setUint32(24 + 16 * i, data.length)
    file.set(data, offset)
    offset += data.length
  }
  return file
}
