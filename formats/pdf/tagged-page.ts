import type { PdfFile, Ref } from './pdf-file.ts'
import { type PdfFont, textString } from './pdf-font.ts'
import { type Element, type Tag, writeStructure } from './structure.ts'
import { rgb } from './svg-drawing.ts'
import { n } from './svg-path.ts'

export interface Style {
  font: PdfFont
  /** For the characters that the font lacks. */
  others?: PdfFont[]
  size: number
  colour: string
  /** Between the lines of a paragraph, from baseline to baseline. */
  leading: number
  /** Between the letters, in parts of the size. */
  tracking?: number
}

interface Place {
  x: number
  /** The first line's baseline. */
  y: number
}

const MM = 72 / 25.4
const A4 = { width: 210, height: 297 }

/**
 * One A4 page whose content says what it is, for screen readers; the rest is decoration. Lengths are millimetres from
 * the upper left corner. Source: ISO 32000-2, 14.8 (tagged PDF).
 */
export class TaggedPage {
  readonly #out = [`${n(MM)} 0 0 ${n(-MM)} 0 ${n(A4.height * MM)} cm`]
  readonly #root: Element = { tag: 'Document', kids: [] }
  readonly #stamps: { operators: string; reach: number }[] = []
  readonly #links: { element: Element; uri: string; box: number[] }[] = []
  #around = this.#root
  #pieces = 0

  /** What `draw` writes becomes part of one element. */
  within(tag: Tag, draw: () => void): void {
    const outer = this.#around
    this.#around = this.#element({ tag, kids: [] })
    draw()
    this.#around = outer
  }

  /** Lines of one element; gives the last one's baseline. */
  lines(tag: Tag, lines: string[], place: Place, style: Style): number {
    this.#piece({ tag, kids: [] }, linesOf(lines, place, style))
    return place.y + (lines.length - 1) * style.leading
  }

  /** Lines that lead to an address. */
  link(uri: string, lines: string[], place: Place, style: Style): number {
    const element: Element = { tag: 'Link', kids: [] }
    const end = place.y + (lines.length - 1) * style.leading
    const wide = Math.max(...lines.map((line) => widthOf(line, style)))
    const box = boxOf(place.x, place.y - style.size, wide, end - place.y + style.size * 1.3)
    this.within('P', () => this.#piece(element, linesOf(lines, place, style)))
    this.#links.push({ element, uri: new URL(uri).href, box })
    return end
  }

  /** A picture; `operators` draw it in a square of `units`, which becomes so many millimetres wide. */
  figure(alt: string, operators: string, { x, y, size, units }: Place & { size: number; units: number }): void {
    const scale = n(size / units)
    const drawn = `q ${scale} 0 0 ${scale} ${n(x)} ${n(y)} cm 0 0 ${units} ${units} re W n\n${operators}\nQ`
    this.#piece({ tag: 'Figure', alt, box: boxOf(x, y, size, size), kids: [] }, drawn)
  }

  decoration(operators: string): void {
    this.#out.push(`/Artifact BMC q\n${operators}\nQ EMC`)
  }

  /** A drawing that is used again and again, as far as `reach` around 0,0; gives the operator that draws it. */
  stamp(operators: string, reach: number): string {
    this.#stamps.push({ operators, reach })
    return `/Stamp${this.#stamps.length} Do`
  }

  /** Writes the page, with fonts already written; gives what the catalogue has to name. */
  async write(file: PdfFile, fonts: { resource: string; ref: Ref }[]): Promise<{ pages: Ref; structure: Ref }> {
    const content = await file.stream(this.#out.join('\n'))
    const stamps: string[] = []
    for (const [i, { operators, reach }] of this.#stamps.entries()) {
      const box = `/Type/XObject/Subtype/Form/BBox[${-reach} ${-reach} ${reach} ${reach}]`
      stamps.push(`/Stamp${i + 1} ${await file.stream(operators, box)}`)
    }
    const pages = file.reserve()
    const annotations = this.#links.map(({ element, uri, box }, i) => {
      element.annotation = file.add(
        `<</Type/Annot/Subtype/Link/Rect[${box.join(' ')}]/Border[0 0 0]/F 4/StructParent ${i + 1}` +
          `/Contents ${textString(uri)}/A<</S/URI/URI(${uri.replaceAll(/[\\()]/g, String.raw`\$&`)})>>>>`,
      )
      return element.annotation
    })
    const named = fonts.map(({ resource, ref }) => `/${resource} ${ref}`).join('')
    const page = file.add(
      `<</Type/Page/Parent ${pages}/MediaBox[${boxOf(0, 0, A4.width, A4.height).join(' ')}]/Contents ${content}` +
        `/Resources<</Font<<${named}>>/XObject<<${stamps.join('')}>>>>/StructParents 0/Tabs/S/Annots[${annotations.join(' ')}]>>`,
    )
    file.fill(pages, `<</Type/Pages/Kids[${page}]/Count 1>>`)
    return { pages, structure: writeStructure(file, page, this.#root) }
  }

  #element(element: Element): Element {
    this.#around.kids.push(element)
    return element
  }

  #piece(element: Element, operators: string): void {
    const piece = this.#pieces++
    element.kids.push(piece)
    this.#element(element)
    this.#out.push(`/${element.tag} <</MCID ${piece}>> BDC\n${operators}\nEMC`)
  }
}

/**
 * Breaks words into lines so wide; a word that is wider is broken where it must be. A line that ends between words
 * keeps its space, for whoever copies the text.
 */
export function wrapped(words: string, width: number, style: Style): string[] {
  const lines: string[] = []
  for (const word of words.split(/[ \n]+/)) {
    const [first, ...rest] = broken(word, width, style)
    const longer = lines.length > 0 ? `${lines.at(-1)} ${first}` : first!
    if (lines.length > 0 && widthOf(longer, style) > width) lines.splice(-1, 1, `${lines.at(-1)} `, first!)
    else lines.splice(-1, 1, longer)
    lines.push(...rest)
  }
  return lines
}

function broken(word: string, width: number, style: Style): string[] {
  const parts = ['']
  for (const char of word) {
    if (parts.at(-1) && widthOf(parts.at(-1)! + char, style) > width) parts.push('')
    parts[parts.length - 1] += char
  }
  return parts
}

function widthOf(line: string, style: Style): number {
  const width = runsOf(line, style).reduce((sum, { font, text }) => sum + font.width(text), 0)
  return (width + [...line].length * (style.tracking ?? 0)) * style.size
}

/** A line in pieces, each in the first font that has its characters. */
function runsOf(line: string, { font, others = [] }: Style): { font: PdfFont; text: string }[] {
  if (others.length === 0) return [{ font, text: line }]
  const runs: { font: PdfFont; text: string }[] = []
  for (const char of line) {
    const one = [font, ...others].find((each) => each.has(char)) ?? font
    const last = runs.at(-1)
    if (last?.font === one) last.text += char
    else runs.push({ font: one, text: char })
  }
  return runs
}

function linesOf(lines: string[], { x, y }: Place, style: Style): string {
  const { font, size, colour, leading, tracking = 0 } = style
  const shown = lines.map((line, i) => {
    const runs = runsOf(line, style).map((run) =>
      run.font === font
        ? `${run.font.encode(run.text)} Tj`
        : `/${run.font.resource} ${n(size)} Tf ${run.font.encode(run.text)} Tj /${font.resource} ${n(size)} Tf`,
    )
    return `1 0 0 -1 ${n(x)} ${n(y + i * leading)} Tm ${runs.join(' ')}`
  })
  return `BT /${font.resource} ${n(size)} Tf ${n(tracking * size)} Tc ${rgb(colour)} rg\n${shown.join('\n')}\nET`
}

/** As PDF counts: points from the lower left corner. */
function boxOf(x: number, y: number, width: number, height: number): number[] {
  return [x, A4.height - y - height, x + width, A4.height - y].map((value) => Number(n(value * MM)))
}
