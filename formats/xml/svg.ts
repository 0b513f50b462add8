import { contentFault, stylesReachOut } from '../credentials/svg-content.ts'
import { readXml, XmlRefused } from './xml.ts'

export type SvgFault =
  | 'not-an-svg'
  | 'not-well-formed'
  | 'doctype'
  | 'active-content'
  | 'outside-content'
  | 'no-credential'
  | 'open-badges-2'
  | 'two-credentials'

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
const NAMESPACE_OF_VERSION_2 = 'http://openbadges.org'
const SVG = 'http://www.w3.org/2000/svg'
const compactJws = /^[\w-]+\.[\w-]*\.[\w-]+$/

/**
 * Puts a credential into an SVG as its first child: JSON as CDATA, a compact JWS as the attribute `verify`.
 * Characters that JSON allows in a string and XML nowhere become their JSON escapes. Throws when the SVG could not be
 * read back, or holds a badge already. Source: Open Badges 3.0, section 5.3.2 "SVG".
 */
export function bakeSvg(svg: string, credential: string): string {
  const before = readSvg(svg)
  if (!('fault' in before) || before.fault !== 'no-credential') {
    throw new Error(`no credential can be baked into this SVG: ${'fault' in before ? before.fault : 'it has one'}`)
  }
  const { end, empty } = rootTag(svg)
  const head = svg.slice(0, end - (empty ? 2 : 1)).trimEnd()
  const tail = svg.slice(end) + (empty ? '</svg>' : '')
  return `${head} xmlns:openbadges="${NAMESPACE}">${elementOf(credential)}${tail}`
}

/** The text of the one credential in an SVG from anywhere, or why there is none. Never throws. */
export function readSvg(text: string): { credential: string } | { fault: SvgFault } {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof XmlRefused) return { fault: error.fault }
    throw error
  }
}

function elementOf(credential: string): string {
  if (compactJws.test(credential)) return `<openbadges:credential verify="${credential}"></openbadges:credential>`

  const allowed = credential.replaceAll(
    /[\ufffe\uffff]|\p{Surrogate}/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16)}`,
  )
  return `<openbadges:credential><![CDATA[${allowed.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`
}

function rootTag(svg: string): { end: number; empty: boolean } {
  for (const event of readXml(svg)) {
    if (event.kind === 'open') return { end: event.end, empty: svg[event.end - 2] === '/' }
  }
  throw new XmlRefused('not-well-formed')
}

/** What one `openbadges:credential` holds while it is being read. */
interface Found {
  verify: string | undefined
  cdata: string
  characters: string
}

function read(text: string): { credential: string } | { fault: SvgFault } {
  const found: Found[] = []
  let rooted = false
  let inside: Found | undefined
  let version2 = false
  let styles = ''
  for (const event of readXml(text)) {
    const fault = contentFault(event)
    if (fault) return { fault }
    if (event.kind === 'open') {
      if (inside) return { fault: 'not-an-svg' }
      if (!rooted && !(event.namespace === SVG && event.local === 'svg')) return { fault: 'not-an-svg' }
      rooted = true
      version2 ||= event.namespace === NAMESPACE_OF_VERSION_2
      if (event.namespace === NAMESPACE && event.local === 'credential') {
        inside = { verify: event.attributes.find(({ name }) => name === 'verify')?.value, cdata: '', characters: '' }
        found.push(inside)
      }
    }
    if (event.kind === 'close') inside = undefined
    if (event.kind === 'text' && inside) inside[event.cdata ? 'cdata' : 'characters'] += event.text
    if (event.kind === 'text' && event.within.toLowerCase() === 'style') styles += event.text
  }
  if (stylesReachOut(styles)) return { fault: 'outside-content' }

  const texts = found.flatMap(textsOf)
  if (found.length > 1 || texts.length > 1) return { fault: 'two-credentials' }
  if (texts.length === 1) return { credential: texts[0]! }
  return { fault: version2 ? 'open-badges-2' : 'no-credential' }
}

/** Blank characters around a CDATA section are how a file is laid out. */
function textsOf({ verify, cdata, characters }: Found): string[] {
  const written = [cdata, characters].filter((text) => text.trim())
  return verify?.trim() ? [verify, ...written] : written
}
