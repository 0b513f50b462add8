import type { PdfFile, Ref } from './pdf-file.ts'

/** A TrueType font as the build reads it (tools/build/read-font.ts); lengths in thousandths of the font's size. */
export interface FontFile {
  name: string
  /** Glyph and width by character. */
  glyphs: Record<string, [glyph: number, width: number]>
  ascent: number
  descent: number
  capHeight: number
  box: number[]
  /** Compressed as FlateDecode wants it, and how long it was before. */
  file: Uint8Array<ArrayBuffer>
  length: number
}

/** A font as one document uses it: only what was written gets a width and a way back to text. */
export class PdfFont {
  /** What the page calls it. */
  readonly resource: string
  readonly #font: FontFile
  readonly #used = new Map<number, { char: string; width: number }>()

  constructor(resource: string, font: FontFile) {
    this.resource = resource
    this.#font = font
  }

  /** Whether every character can be written. */
  has(text: string): boolean {
    return [...text].every((char) => Object.hasOwn(this.#font.glyphs, char))
  }

  /** Whether anything was written with it. */
  get isUsed(): boolean {
    return this.#used.size > 0
  }

  /** In units of the font's size. */
  width(text: string): number {
    return [...text].reduce((sum, char) => sum + this.#glyph(char)[1], 0) / 1000
  }

  /** The text as a PDF string; a character that the font lacks is written as its box for missing ones. */
  encode(text: string): string {
    const codes = [...text].map((char) => {
      const [glyph, width] = this.#glyph(char)
      this.#used.set(glyph, { char: glyph === 0 ? '\ufffd' : char, width })
      return hex(glyph)
    })
    return `<${codes.join('')}>`
  }

  /** Writes the font into the file. Source: ISO 32000-2, 9.7 (composite fonts) and 9.10.3 (ToUnicode). */
  async write(file: PdfFile): Promise<Ref> {
    const { name, ascent, descent, capHeight, box, file: bytes, length } = this.#font
    const embedded = file.compressed(bytes, `/Length1 ${length}`)
    const descriptor = file.add(
      `<</Type/FontDescriptor/FontName/${name}/Flags 32/FontBBox[${box.join(' ')}]/ItalicAngle 0/Ascent ${ascent}` +
        `/Descent ${descent}/CapHeight ${capHeight}/StemV 90/FontFile2 ${embedded}>>`,
    )
    const widths = [...this.#used].map(([glyph, { width }]) => `${glyph}[${width}]`).join('')
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)` +
        `/Supplement 0>>/FontDescriptor ${descriptor}/DW 600/W[${widths}]/CIDToGIDMap/Identity>>`,
    )
    const toUnicode = await file.stream(this.#toUnicode())
    return file.add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant}]` +
        `/ToUnicode ${toUnicode}>>`,
    )
  }

  #glyph(char: string): [number, number] {
    return Object.hasOwn(this.#font.glyphs, char) ? this.#font.glyphs[char]! : [0, 600]
  }

  #toUnicode(): string {
    const lines = [...this.#used].map(([glyph, { char }]) => `<${hex(glyph)}><${utf16(char)}>`)
    const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, i) => lines.slice(i * 100, i * 100 + 100))
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000><FFFF> endcodespacerange
${blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`).join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
  }
}

/** A text of the document's own facts: its title, an address, what a picture shows. */
export function textString(text: string): string {
  return `<FEFF${utf16(text)}>`
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0').toUpperCase()
}
