import { readXml, XmlRefused } from '../../../../formats/xml/xml.ts'
import { CannotGoOn } from '../command.ts'

/** An element without what stands between its children; `text` is all its own. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
  line: number
}

const reasons = {
  doctype: 'it has a document type, and is not read: entities come with one',
  'not-well-formed': 'it is no well-formed XML, or nested far too deeply',
} as const

/** Throws CannotGoOn where the file is not read at all. */
export function xmlTree(file: string, text: string): XmlElement {
  const encoding = /^\uFEFF?<\?xml\b[^>]*\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
    throw new CannotGoOn(`${file} says that it is ${encoding.slice(0, 20)}; save it as UTF-8 first`)
  try {
    return treeOf(text)
  } catch (error) {
    if (error instanceof XmlRefused) throw new CannotGoOn(`${file} cannot be taken: ${reasons[error.fault]}`)
    throw error
  }
}

function treeOf(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [], line: 1 }
  const open = [root]
  let [line, counted] = [1, 0]
  for (const event of readXml(text)) {
    const around = open.at(-1)!
    if (event.kind === 'open') {
      for (; counted < event.start; counted += 1) if (text[counted] === '\n') line += 1
      const attributes = Object.fromEntries(event.attributes.map(({ name, value }) => [name, value]))
      const element = { name: event.local, attributes, text: '', children: [], line }
      around.children.push(element)
      open.push(element)
    } else if (event.kind === 'close') open.pop()
    else if (event.kind === 'text') around.text += event.text
  }
  return root.children[0]!
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}
