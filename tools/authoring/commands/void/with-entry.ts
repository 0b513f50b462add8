import { Document, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap, YAMLSeq } from 'yaml'

import type { InBoth } from '../../../../formats/catalogue/catalogue.ts'
import { CannotGoOn } from '../command.ts'

/** What course.yml is to say of a question. */
export interface Entry {
  question: string
  versions: 'all' | string[]
  reason: InBoth<string>
  on: string
}

/**
 * The text of a course.yml in which a question is voided; every other line stays as it is written, comments included. A
 * question that is voided already gets the further versions, and the new reason and day. Throws CannotGoOn.
 */
export function withEntry(text: string, entry: Entry): string {
  const document = parseDocument(text)
  const root = document.contents
  if (document.errors.length > 0 || !isMap(root))
    throw new CannotGoOn('course.yml cannot be read; courses:check says why')

  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'voided')
  const list = listOf(pair?.value)
  const own = entryIn(list, entry.question)
  if (!own) list.add(document.createNode(shapeOf(entry), { aliasDuplicateObjects: false }))
  else if (isSaid(own, entry)) return text
  else replace(document, own, entry)

  const written = new Document({ voided: list }).toString({ lineWidth: 0 })
  if (!pair) return `${text.replace(/\n*$/, '\n')}${written}`
  const [from, to] = [(pair.key as Scalar.Parsed).range[0], (pair.value as Node | null)?.range?.[2]]
  return `${text.slice(0, from)}${written}${text.slice(to ?? text.length)}`
}

function listOf(value: unknown): YAMLSeq {
  if (value === undefined || (isScalar(value) && value.value === null)) return new YAMLSeq()
  if (!isSeq(value)) throw new CannotGoOn('voided is no list in course.yml; courses:check says more')
  // An empty list is written [], and would go on in one line.
  value.flow = false
  return value
}

function entryIn(list: YAMLSeq, question: string): YAMLMap | undefined {
  return list.items.find((each): each is YAMLMap => isMap(each) && each.get('question') === question)
}

function isSaid(own: YAMLMap, { versions, reason }: Entry): boolean {
  const said = own.toJSON() as Entry
  const hasAll =
    said.versions === 'all' || (versions !== 'all' && versions.every((each) => said.versions.includes(each)))
  return hasAll && said.reason?.sv === reason.sv && said.reason.en === reason.en
}

function replace(document: Document, own: YAMLMap, entry: Entry): void {
  const said = (own.toJSON() as Entry).versions
  const isAll = said === 'all' || entry.versions === 'all'
  const versions = isAll ? 'all' : [...new Set([...said, ...entry.versions])]
  for (const [key, value] of Object.entries({ ...shapeOf(entry), versions })) {
    const old = own.get(key, true)
    if (isScalar(old) && typeof value === 'string') old.value = value
    else own.set(key, document.createNode(value))
  }
}

/** In the order in which it is to be read. */
function shapeOf({ question, versions, reason, on }: Entry) {
  return { question, versions, reason: { sv: reason.sv, en: reason.en }, on }
}
