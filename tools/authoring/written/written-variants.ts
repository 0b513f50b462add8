import type { Tokens } from 'marked'

import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import type { SourceFile } from '../files/source-file.ts'
import { inBoth } from '../language/in-both.ts'
import { lexBlocks, type Markdown } from '../markdown/markdown.ts'
import { sectionsOf } from '../markdown/prose.ts'
import type { Place, Problems } from '../problems/problem.ts'

/** What a course says to one trade in place of its own worked cases: texts by the name of the file they belong to. */
export interface WrittenVariant {
  id: string
  texts: InBoth<ReadonlyMap<string, Markdown>>
}

const inVariant = /^[^/]+\/variants\/([^/]+)\/(.+)$/
const pageName = /^(sv|en)\/(artefact|\d\d-[^/]+)\.md$/
const imageName = /^images\/.+/

/** Reads `variants/` of a course. `own`: its files. */
export function readVariants(
  own: readonly SourceFile[],
  texts: ReadonlyMap<string, string>,
  problems: Problems,
): WrittenVariant[] {
  const ids = [...new Set(own.flatMap(({ path }) => inVariant.exec(path)?.[1] ?? []))]
  return ids.map((id) => {
    const files = own.filter(({ path }) => inVariant.exec(path)?.[1] === id)
    for (const { path } of files) reportUnknown(path, problems)
    return { id, texts: inBoth((locale) => textsOf(files, locale, texts, problems)) }
  })
}

/** Whether a file belongs to a variant, by its path within the course. */
export function isOfVariant(name: string): boolean {
  return name.startsWith('variants/')
}

function reportUnknown(path: string, problems: Problems): void {
  const name = inVariant.exec(path)![2]!
  if (pageName.test(name) || imageName.test(name)) return
  const message =
    'a variant replaces worked cases, pictures and what stands in artefact.md: sv/ and en/ with the names of those files, and images/; never a question'
  problems.error('S63', { path, line: 1 }, message)
}

function textsOf(
  files: readonly SourceFile[],
  locale: Locale,
  texts: ReadonlyMap<string, string>,
  problems: Problems,
): Map<string, Markdown> {
  const pages = files.flatMap(({ path }): [string, Markdown][] => {
    const name = inVariant.exec(path)![2]!
    const text = texts.get(path)
    if (text === undefined || !name.startsWith(`${locale}/`) || !pageName.test(name)) return []
    const markdown = lexBlocks(text, { path, line: 1 }, problems)
    checkSections(markdown, locale, problems)
    return [[name.slice(3), markdown]]
  })
  return new Map(pages)
}

/** Nothing but worked cases, each under its heading: what else stands there would be lost. */
function checkSections(markdown: Markdown, locale: Locale, problems: Problems): void {
  const say = (place: Place, message: string) => problems.error('S63', place, message)
  const [before, ...sections] = sectionsOf(markdown, locale)
  const lost = before?.blocks[0]
  if (lost || sections.length === 0)
    say(lost?.place ?? markdown.place, 'begin with the heading of a worked case (## …) and <!-- case --> under it')
  for (const { heading, isCase } of sections)
    if (!isCase) say(heading!.place, 'a variant holds worked cases only; write <!-- case --> under the heading')
  for (const line of questionLines(markdown))
    say({ ...markdown.place, line }, 'a variant never replaces a question or an estimate; take it away')
}

function questionLines({ text }: Markdown): number[] {
  return text.split('\n').flatMap((line, i) => (/^\s*<!--\s*\{|^##\s+Quiz\s*$/.test(line) ? [i + 1] : []))
}

/** Sections of a text by where they begin, for one to stand in another's place. */
interface Piece {
  tokens: Markdown['tokens']
  isCase: boolean
}

/** The text with the worked cases of a variant in place of its own, in their order; undefined when there are not as many. */
export function withCases(body: Markdown, variant: Markdown): Markdown | undefined {
  const cases = piecesOf(variant).filter(({ isCase }) => isCase)
  const pieces = piecesOf(body)
  if (cases.length === 0 || cases.length !== pieces.filter(({ isCase }) => isCase).length) return undefined
  const tokens = pieces.flatMap((piece) => (piece.isCase ? cases.shift()! : piece).tokens)
  return { ...body, tokens }
}

function piecesOf({ tokens }: Markdown): Piece[] {
  const pieces: Piece[] = [{ tokens: [], isCase: false }]
  for (const token of tokens) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth <= 2) pieces.push({ tokens: [], isCase: false })
    pieces.at(-1)!.tokens.push(token)
    if (token.type === 'html' && /<!--\s*case\s*-->/.test(token.raw)) pieces.at(-1)!.isCase = true
  }
  return pieces
}

/** Names of files that a variant has in one language alone. */
export function inOneLanguage({ texts }: WrittenVariant, twin: (name: string, locale: Locale) => string | undefined) {
  return locales.flatMap((locale) => {
    const other = locale === 'sv' ? 'en' : 'sv'
    return [...texts[locale]].flatMap(([name, { place }]) => {
      const theirs = twin(name, locale)
      return theirs !== undefined && !texts[other].has(theirs) ? [{ place, missing: `${other}/${theirs}` }] : []
    })
  })
}
