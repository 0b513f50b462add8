import type { XmlAttribute, XmlEvent } from './xml.ts'

const activeElements = new Set(
  'script foreignobject handler listener iframe frame object embed applet audio video source link meta base'.split(' '),
)
const innerPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i
/** Escapes could hide any of the others. */
const reachingOut =
  /\\|@import|expression\s*\(|javascript:|(?:url|image|src|image-set)\s*\(\s*(?!\s|["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);))/i

/** Whether a piece of an SVG could run or fetch something: the picture of a badge needs neither. */
export function isActive(event: XmlEvent): boolean {
  if (event.kind === 'instruction') return event.target.toLowerCase() === 'xml-stylesheet'
  return event.kind === 'open' && (activeElements.has(event.local.toLowerCase()) || event.attributes.some(reachesOut))
}

/** Whether CSS, of a `style` element or an attribute, could fetch something. */
export function stylesReachOut(css: string): boolean {
  return reachingOut.test(css)
}

function reachesOut({ name, local, value }: XmlAttribute): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return false
  const key = local.toLowerCase()
  if (key.startsWith('on') || name.toLowerCase() === 'xml:base') return true
  if (key === 'href' || key === 'src') return !value.trim().startsWith('#') && !innerPicture.test(value.trim())
  if (key === 'attributename') return /^\s*(?:\w+:)?(?:href|on\w*)\s*$/i.test(value)
  return name === local && stylesReachOut(value)
}
