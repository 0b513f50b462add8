import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'
import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { locate } from './locator.ts'
import type { Markdown } from './markdown.ts'
import type { Place } from '../problems/problem.ts'
import { citationMark } from '../language/measure.ts'

/** A heading, paragraph, item, quote or table cell: its words without marks, and where it begins. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'cell'
  /** 1–6 of a heading, else 0. */
  level: number
  text: string
  place: Place
  /** A note about a certain tool: a quote that begins **Verktyg:** or **Tool:**. */
  isToolNote: boolean
}

/** What stands under a level-2 heading, or before the first. */
export interface Section {
  heading: Block | undefined
  blocks: Block[]
  kind: 'text' | 'do-now' | 'remember'
  /** `<!-- case -->` marks the worked case, whose figures are invented. */
  isCase: boolean
}

const kinds: Record<Locale, [RegExp, RegExp]> = {
  sv: [/^gör nu\b/i, /^kom ihåg\b/i],
  en: [/^do it now\b/i, /^remember\b/i],
}

const known = new WeakMap<Markdown, Section[]>()

/** The sections of a lesson's text, in order; found once, since every check asks for them. */
export function sectionsOf(body: Markdown, locale: Locale): Section[] {
  const sections = known.get(body) ?? findSections(body, locale)
  known.set(body, sections)
  return sections
}

function findSections(body: Markdown, locale: Locale): Section[] {
  const sections: Section[] = [{ heading: undefined, blocks: [], kind: 'text', isCase: false }]
  const placeOf = locate(body)
  for (const token of body.tokens) {
    if (token.type === 'html' && /<!--\s*case\s*-->/.test(token.raw)) sections.at(-1)!.isCase = true
    for (const block of blocksOf(token, placeOf, 'paragraph', false)) {
      if (block.kind === 'heading' && block.level === 2) sections.push(sectionUnder(block, locale))
      else sections.at(-1)!.blocks.push(block)
    }
  }
  return sections
}

/** Paragraphs, items and quotes: what is measured, without headings and cells. */
export function runningText(sections: readonly Section[]): Block[] {
  return sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'cell'))
}

export function allBlocks(sections: readonly Section[]): Block[] {
  return sections.flatMap(({ heading, blocks }) => (heading ? [heading, ...blocks] : blocks))
}

/** Every token of some type with its place, in order. */
export function tokensOf(body: Markdown, type: string): { token: Token; place: Place }[] {
  const found: { token: Token; place: Place }[] = []
  const placeOf = locate(body)
  const visit = (token: Token) => {
    if (token.type === type) found.push({ token, place: placeOf(token) })
    childrenOf(token).forEach(visit)
  }
  body.tokens.forEach(visit)
  return found
}

/** A token's words, without marks, comments and pictures. */
export function plainText(token: Token): string {
  if (token.type === 'html' || token.type === 'image') return ''
  if (token.type === 'citation') return citationMark
  if (token.type === 'br') return ' '
  const children = childrenOf(token)
  if (children.length > 0) return children.map(plainText).join(holdsBlocks.includes(token.type) ? ' ' : '')
  return 'text' in token && typeof token.text === 'string' ? token.text : ''
}

/** What stands in them begins anew, with a word of its own. */
const holdsBlocks: readonly string[] = ['blockquote', 'list', 'list_item', 'table']

/** A piece of a question as plain words. */
export function textOf({ tokens }: Markdown): string {
  return tokens.map(plainText).join(' ').trim()
}

function sectionUnder(heading: Block, locale: Locale): Section {
  const [doNow, remember] = kinds[locale]
  const kind = doNow.test(heading.text) ? 'do-now' : remember.test(heading.text) ? 'remember' : 'text'
  return { heading, blocks: [], kind, isCase: false }
}

type Within = 'paragraph' | 'item' | 'quote'

function blocksOf(token: Token, placeOf: (token: Token) => Place, within: Within, isToolNote: boolean): Block[] {
  const place = placeOf(token)
  if (token.type === 'heading') return [leaf(token, 'heading', (token as Tokens.Heading).depth, place)]
  if (token.type === 'paragraph' || token.type === 'text') return [{ ...leaf(token, within, 0, place), isToolNote }]
  if (token.type === 'table') return cellsOf(token as Tokens.Table, place)
  const isTool = isToolNote || (token.type === 'blockquote' && /^>\s*\*\*(Verktyg|Tool):\*\*/.test(token.raw))
  const inner = token.type === 'blockquote' ? 'quote' : token.type === 'list' && within !== 'quote' ? 'item' : within
  return childrenOf(token).flatMap((child) => blocksOf(child, placeOf, inner, isTool))
}

function leaf(token: Token, kind: Block['kind'], level: number, place: Place): Block {
  return { kind, level, text: plainText(token), place, isToolNote: false }
}

function cellsOf(table: Tokens.Table, place: Place): Block[] {
  return [table.header, ...table.rows].flatMap((row, i) =>
    row.map((cell): Block => {
      const text = cell.tokens.map(plainText).join('')
      // The line of dashes stands between the header and the first row.
      const line = place.line + (i === 0 ? 0 : i + 1)
      return { kind: 'cell', level: 0, text, place: { ...place, line }, isToolNote: false }
    }),
  )
}
