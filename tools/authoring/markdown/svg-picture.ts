import { stylesReachOut } from '../../../formats/credentials/svg-content.ts'
import { readXml, type XmlAttribute, type XmlEvent, XmlRefused } from '../../../formats/xml/xml.ts'
import { attributesOf, elementsOf } from './svg-words.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
const mostUses = 200

/** A picture as it may be served, or what is wrong with it. */
export type SvgPicture = { bytes: Uint8Array } | { fault: string }

/**
 * Reads a picture and writes it anew with nothing but what is known to draw: whoever opens it by its own address opens
 * it as a page of this site. What is not on the lists is refused by name, so that nothing is lost without a word.
 */
export function readSvg(bytes: Uint8Array): SvgPicture {
  try {
    return { bytes: new TextEncoder().encode(new SvgWriter(utf8.decode(bytes)).write()) }
  } catch (error) {
    if (error instanceof Unfit) return { fault: error.message }
    if (error instanceof TypeError) return { fault: 'is not UTF-8 text; save it again as UTF-8' }
    if (!(error instanceof XmlRefused)) throw error
    return { fault: error.fault === 'doctype' ? 'has a DOCTYPE; take that line away' : 'is no well-formed XML' }
  }
}

class Unfit extends Error {}

class SvgWriter {
  readonly #file: string
  /** Ids of the elements we are within, and of those that hold a `use`. */
  readonly #within: (string | undefined)[] = []
  readonly #withUses = new Set<string>()
  readonly #used: string[] = []
  #style = ''
  #out = ''

  constructor(file: string) {
    this.#file = file
  }

  write(): string {
    for (const event of readXml(this.#file)) this.#event(event)
    if (this.#used.length > mostUses || this.#used.some((id) => this.#withUses.has(id)))
      throw new Unfit('draws copies of copies with <use>; draw them out')
    return this.#out
  }

  #event(event: XmlEvent): void {
    if (event.kind === 'instruction' && event.target.toLowerCase() !== 'xml')
      throw new Unfit(`has an instruction <?${shown(event.target)}?>; take it away`)
    if (event.kind === 'open') this.#open(event)
    if (event.kind === 'close') this.#close(event.local)
    if (event.kind === 'text' && event.within === 'style') this.#style += event.text
    else if (event.kind === 'text' && this.#within.length > 0) this.#out += escaped(event.text)
  }

  /** A comment within a style would hide what its two halves make together. */
  #close(local: string): void {
    if (stylesReachOut(this.#style)) throw new Unfit('has a style that fetches something; take it away')
    this.#out += `${escaped(this.#style)}</${local}>`
    this.#style = ''
    this.#within.pop()
  }

  #open({ local, namespace, attributes, start }: Extract<XmlEvent, { kind: 'open' }>): void {
    const written = /^<([^\s/>]*)/.exec(this.#file.slice(start, start + 200))?.[1] ?? ''
    if (written.includes(':') || namespace !== svgNamespace)
      throw new Unfit(
        `has the element <${shown(written)}>, which is not written as plain SVG (xmlns="${svgNamespace}"); save it as a plain SVG`,
      )
    if ((this.#out === '') !== (local === 'svg') || !elementsOf.has(local))
      throw new Unfit(`has the element <${shown(local)}>, which pictures may not have; save it as a plain SVG`)
    const kept = new Map<string, string>()
    for (const attribute of attributes.filter(({ name }) => !isDeclaration(name))) {
      checkAttribute(attribute)
      kept.set(attribute.name.replace('xlink:', ''), attribute.value)
    }
    this.#note(local, kept)
    const root = local === 'svg' ? ` xmlns="${svgNamespace}"` : ''
    this.#out += `<${local}${root}${[...kept].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`
  }

  #note(local: string, attributes: ReadonlyMap<string, string>): void {
    this.#within.push(attributes.get('id'))
    if (local !== 'use') return
    this.#used.push((attributes.get('href') ?? '').slice(1))
    for (const id of this.#within) if (id !== undefined) this.#withUses.add(id)
  }
}

/** The root says its namespace anew, and no other is left. */
function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:') || name === 'xml:space'
}

function checkAttribute({ name, value }: XmlAttribute): void {
  const isReference = name === 'href' || name === 'xlink:href'
  if (isReference && !/^#[\w.-]+$/.test(value))
    throw new Unfit(`leads out of itself with ${name}="${shown(value)}"; only parts of the picture can be named (#…)`)
  if (!isReference && !attributesOf.has(name) && !/^(?:aria|font)-[a-z-]+$/.test(name))
    throw new Unfit(`has the attribute ${shown(name)}, which pictures may not have; save it as a plain SVG`)
  if (stylesReachOut(value)) throw new Unfit(`fetches something in ${name}="${shown(value)}"; take it away`)
}

function shown(text: string): string {
  return text.slice(0, 40)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
