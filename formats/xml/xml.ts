/** An element's beginning or end, or text. `start` and `end` are places in the file; `namespace` is '' where none holds. */
export type XmlEvent =
  | { kind: 'open'; local: string; namespace: string; attributes: XmlAttribute[]; start: number; end: number }
  | { kind: 'close'; local: string; namespace: string }
  /** `within` is the local name of the element around it. */
  | { kind: 'text'; text: string; cdata: boolean; within: string }
  | { kind: 'instruction'; target: string }

export interface XmlAttribute {
  /** As written, with its prefix. */
  name: string
  local: string
  value: string
}

/** Why a text is not read as XML. A document type is refused unread: entities and outside files come with it. */
export class XmlRefused extends Error {
  readonly fault: 'not-well-formed' | 'doctype'
  constructor(fault: 'not-well-formed' | 'doctype') {
    super(fault)
    this.fault = fault
  }
}

interface Open {
  name: string
  namespaces: Map<string, string>
}

const MAX_DEPTH = 200
const MAX_NAMESPACES = 60
const name = '[\\p{L}_][\\p{L}\\p{N}_.·-]*'
const qualified = `${name}(?::${name})?`
const openTag = new RegExp(`<(${qualified})`, 'uy')
const attribute = new RegExp(`\\s+(${qualified})\\s*=\\s*(?:"([^<"]*)"|'([^<']*)')`, 'uy')
const openEnd = /\s*(\/?)>/y
const closeTag = new RegExp(`</(${qualified})\\s*>`, 'uy')
const instruction = new RegExp(`<\\?(${name})(?=[\\s?])`, 'uy')
const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])
/** What XML 1.0 allows nowhere in a document. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/**
 * Reads XML strictly, piece by piece, without a DOM (the worker has none) and in time linear to the text's length.
 * Throws `XmlRefused` for everything that is not well-formed XML 1.0 with namespaces, for a document type, and for
 * elements more than 200 deep or more than 60 namespaces. Source: W3C XML 1.0 (fifth edition) and Namespaces in XML 1.0.
 */
export function* readXml(file: string): Generator<XmlEvent> {
  const text = file.replace(/^\ufeff/, '')
  const shift = file.length - text.length
  if (forbidden.test(text)) refuse()

  const stack: Open[] = []
  let rooted = false
  for (let at = 0; at < text.length;) {
    const next = text[at] === '<' ? at : endOr(text.indexOf('<', at), text.length)
    if (next > at) {
      yield charactersOf(text.slice(at, next), stack)
      at = next
    } else if (text.startsWith('<!--', at)) {
      at = after(text, '--', at + 4)
      if (text[at] !== '>') refuse()
      at++
    } else if (text.startsWith('<![CDATA[', at) && stack.length > 0) {
      const end = after(text, ']]>', at + 9)
      yield { kind: 'text', text: withLineEnds(text.slice(at + 9, end - 3)), cdata: true, within: innermost(stack) }
      at = end
    } else if (text.startsWith('<!DOCTYPE', at)) {
      throw new XmlRefused('doctype')
    } else if (text.startsWith('<?', at)) {
      const [, target] = match(instruction, text, at)
      yield { kind: 'instruction', target: target! }
      at = after(text, '?>', at)
    } else if (text.startsWith('</', at)) {
      const [whole, written] = match(closeTag, text, at)
      yield closed(stack, written!)
      at += whole.length
    } else {
      if (rooted && stack.length === 0) refuse()
      rooted = true
      const tag = readOpenTag(text, at, stack)
      yield { ...tag.event, start: at + shift, end: tag.end + shift }
      if (tag.empty) yield closed(stack, tag.name)
      at = tag.end
    }
  }
  if (!rooted || stack.length > 0) refuse()
}

function charactersOf(raw: string, stack: Open[]): XmlEvent {
  if ((stack.length === 0 && /[^ \t\r\n]/.test(raw)) || raw.includes(']]>')) refuse()
  return { kind: 'text', text: unescaped(withLineEnds(raw)), cdata: false, within: innermost(stack) }
}

function innermost(stack: Open[]): string {
  return localOf(stack.at(-1)?.name ?? '')
}

function closed(stack: Open[], written: string): XmlEvent {
  const open = stack.pop()
  if (open?.name !== written) refuse()
  return { kind: 'close', ...expanded(written, open.namespaces) }
}

function readOpenTag(text: string, at: number, stack: Open[]) {
  const [begin, written] = match(openTag, text, at)
  let end = at + begin.length
  const found = new Map<string, string>()
  for (;;) {
    attribute.lastIndex = end
    const one = attribute.exec(text)
    if (!one) break
    if (found.has(one[1]!)) refuse()
    found.set(one[1]!, unescaped(withLineEnds(one[2] ?? one[3]!).replaceAll(/[\t\n]/g, ' ')))
    end += one[0].length
  }
  const [last, slash] = match(openEnd, text, end)
  if (stack.length >= MAX_DEPTH) refuse()

  const namespaces = namespacesWith(found, stack.at(-1)?.namespaces ?? new Map())
  stack.push({ name: written!, namespaces })
  const attributes = [...found].map(([name, value]) => ({ name, local: localOf(name), value }))
  const event = { kind: 'open' as const, ...expanded(written!, namespaces), attributes }
  return { event, name: written!, empty: slash === '/', end: end + last.length }
}

function namespacesWith(attributes: Map<string, string>, outer: Map<string, string>): Map<string, string> {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (own.length === 0) return outer
  if (own.length + outer.size > MAX_NAMESPACES) refuse()
  return new Map([...outer, ...own.map(([name, value]) => [name.slice('xmlns:'.length), value] as const)])
}

function expanded(written: string, namespaces: Map<string, string>) {
  const prefix = written.slice(0, Math.max(written.indexOf(':'), 0))
  const namespace = prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : namespaces.get(prefix)
  if (prefix && !namespace) refuse()
  return { local: localOf(written), namespace: namespace ?? '' }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, word) => {
    if (word) return entities.get(word as string) ?? refuse()
    const point = hex ? Number.parseInt(hex as string, 16) : Number(decimal ?? Number.NaN)
    const char = point <= 0x10ffff ? String.fromCodePoint(point) : refuse()
    return forbidden.test(char) ? refuse() : char
  })
}

function refuse(): never {
  throw new XmlRefused('not-well-formed')
}

function withLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at
  return pattern.exec(text) ?? refuse()
}

/** The place after the next `mark`, which must come. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? refuse() : at + mark.length
}

function endOr(found: number, end: number): number {
  return found < 0 ? end : found
}
