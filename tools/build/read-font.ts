/** What a PDF asks of a TrueType font. Lengths are in thousandths of the font's size. */
export interface FontFacts {
  /** Glyph and width by character. */
  glyphs: Record<string, [glyph: number, width: number]>
  ascent: number
  descent: number
  capHeight: number
  box: number[]
}

/**
 * Reads a TrueType font with a character map of format 4. Throws for a file without one.
 * Source: OpenType specification, tables cmap, head, hhea, hmtx and OS/2.
 */
export function readFont(file: Uint8Array): FontFacts {
  const table = tablesOf(file)
  const head = table('head')
  const hhea = table('hhea')
  const hmtx = table('hmtx')
  const thousandths = (units: number) => Math.round((units * 1000) / head.getUint16(18))
  const last = hhea.getUint16(34) - 1
  const widthOf = (glyph: number) => thousandths(hmtx.getUint16(Math.min(glyph, last) * 4))
  return {
    glyphs: Object.fromEntries(
      charactersOf(table('cmap')).map(([point, glyph]) => [String.fromCodePoint(point), [glyph, widthOf(glyph)]]),
    ),
    ascent: thousandths(hhea.getInt16(4)),
    descent: thousandths(hhea.getInt16(6)),
    capHeight: thousandths(table('OS/2').getInt16(88)),
    box: [36, 38, 40, 42].map((at) => thousandths(head.getInt16(at))),
  }
}

function tablesOf(file: Uint8Array): (tag: string) => DataView {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, DataView>()
  for (let i = 0, at = 12; i < view.getUint16(4); i++, at += 16) {
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    tables.set(tag, new DataView(file.buffer, file.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12)))
  }
  return (tag) => {
    const table = tables.get(tag)
    if (!table) throw new Error(`the font has no table ${tag}`)
    return table
  }
}

function charactersOf(cmap: DataView): [point: number, glyph: number][] {
  const at = startOfFormat4(cmap)
  const doubled = cmap.getUint16(at + 6)
  const found: [number, number][] = []
  for (let i = 0; i < doubled; i += 2) {
    const end = cmap.getUint16(at + 14 + i)
    const begin = cmap.getUint16(at + 16 + doubled + i)
    const delta = cmap.getUint16(at + 16 + 2 * doubled + i)
    const place = at + 16 + 3 * doubled + i
    const offset = cmap.getUint16(place)
    for (let point = begin; point <= end && point < 0xffff; point++) {
      const glyph = offset === 0 ? point : cmap.getUint16(place + offset + 2 * (point - begin))
      if (offset === 0 || glyph !== 0) found.push([point, (glyph + delta) & 0xffff])
    }
  }
  return found
}

function startOfFormat4(cmap: DataView): number {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(8 + 8 * i)
    if (cmap.getUint16(at) === 4) return at
  }
  throw new Error('the font has no character map of format 4')
}
