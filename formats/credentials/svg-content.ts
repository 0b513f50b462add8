import type { XmlAttribute, XmlEvent } from '../xml/xml.ts'

const activeElements = new Set(
  'script foreignobject handler listener iframe frame object embed applet audio video source link meta base'.split(' '),
)
const innerPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i
/** Escapes could hide any of the others. */
const reachingOut =
  /\\|@import|expression\s*\(|javascript:|(?:url|image|src|image-set)\s*\(\s*(?!\s|["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);))/i

/** Whether a piece of an SVG could run or reach outside the file: the picture of a badge needs neither. */
export function contentFault(event: XmlEvent): 'active-content' | 'outside-content' | undefined {
  if (event.kind === 'instruction') {
    return event.target.toLowerCase() === 'xml-stylesheet' ? 'outside-content' : undefined
  }
  if (event.kind !== 'open') return undefined
  if (activeElements.has(event.local.toLowerCase()) || event.attributes.some(runs)) return 'active-content'
  return event.attributes.some(reachesOut) ? 'outside-content' : undefined
}

function runs({ name, local, value }: XmlAttribute): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return false
  const key = local.toLowerCase()
  if (key === 'attributename') return /^\s*(?:\w+:)?(?:href|on\w*)\s*$/i.test(value)
  // Browsers drop blank and control characters before they look for the scheme.
  // oxlint-disable-next-line no-control-regex
  return key.startsWith('on') || /^(?:javascript|vbscript|data:text)/i.test(value.replaceAll(/[\u0000-\u0020]/g, ''))
}

/** Whether CSS, of a `style` element or an attribute, could fetch something. */
export function stylesReachOut(css: string): boolean {
  return reachingOut.test(css)
}

function reachesOut({ name, local, value }: XmlAttribute): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return false
  const key = local.toLowerCase()
  if (name.toLowerCase() === 'xml:base') return true
  if (key === 'href' || key === 'src') return !value.trim().startsWith('#') && !innerPicture.test(value.trim())
  return name === local && stylesReachOut(value)
}
