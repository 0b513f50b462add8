import { inflateSync } from 'node:zlib'

/** What a TrueType font embedded in a PDF needs (ISO 32000-2, 9.9), and the character map that the build reads. */
const needed = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/**
 * A WOFF 1.0 file of TrueType outlines as a plain TrueType file, without layout tables and hints.
 * Throws for anything else. Source: W3C WOFF File Format 1.0, sections 3 to 5; OpenType, table directory.
 */
export function readWoff(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getUint32(0) !== 0x774f4646 || view.getUint32(4) !== 0x00010000)
    throw new Error('no WOFF of TrueType outlines')

  const tables = Array.from({ length: view.getUint16(12) }, (_, i) => 44 + 20 * i)
    .map((at) => ({
      tag: String.fromCharCode(...file.subarray(at, at + 4)),
      checksum: view.getUint32(at + 16),
      data: unpacked(
        file.subarray(view.getUint32(at + 4), view.getUint32(at + 4) + view.getUint32(at + 8)),
        view.getUint32(at + 12),
      ),
    }))
    .filter(({ tag }) => needed.includes(tag))
  if (tables.length !== needed.length) throw new Error('the font lacks a table that a PDF needs')
  return written(tables)
}

function unpacked(data: Uint8Array, length: number): Uint8Array {
  return data.length === length ? data : inflateSync(data)
}

function written(tables: { tag: string; checksum: number; data: Uint8Array }[]): Uint8Array {
  const begin = 12 + 16 * tables.length
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), begin)
  const font = new Uint8Array(size)
  const view = new DataView(font.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (tables.length - 2 ** power))
  let at = begin
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    font.set(new TextEncoder().encode(tag), 12 + 16 * i)
    view.setUint32(16 + 16 * i, checksum)
    view.setUint32(20 + 16 * i, at)
    view.setUint32(24 + 16 * i, data.length)
    font.set(data, at)
    at += padded(data.length)
  }
  return font
}

function padded(length: number): number {
  return (length + 3) & ~3
}
