import type { Token, Tokens } from 'marked'

import type { Locale } from '../../worker/courses/catalogue.ts'
import type { Addresses } from './addresses.ts'
import { checkCitation } from './citations.ts'
import type { Images } from './images.ts'
import { locate } from './locator.ts'
import { childrenOf, type Citation, comments, type Markdown } from './markdown.ts'
import type { Place, Problems } from './problem.ts'
import type { SharedFiles } from './shared-files.ts'

/** What the markdown of one file may refer to. */
export interface MarkdownContext {
  locale: Locale
  addresses: Addresses
  images: Images
  shared: SharedFiles
  /** Facts of the lesson's front matter; undefined for pages that have no such list. */
  listed: readonly string[] | undefined
  problems: Problems
  /** For an author's eyes: see Along. */
  draft?: boolean | undefined
}

/** Reports HTML, links, images and citations that a page may not have. */
export function checkMarkdown(markdown: Markdown, context: MarkdownContext, where: 'text' | 'question'): void {
  const placeOf = locate(markdown)
  for (const token of markdown.tokens) checkToken(token, placeOf, context, where)
}

type Where = 'text' | 'question' | 'heading' | 'table cell'

type PlaceOf = (token: Token) => Place

function checkToken(token: Token, placeOf: PlaceOf, context: MarkdownContext, where: Where): void {
  const place = () => placeOf(token)
  if (token.type === 'html') checkHtml(token.raw, place, context.problems)
  else if (token.type === 'link') context.addresses.check(token as Tokens.Link, place, context.locale)
  else if (token.type === 'image') context.images.check((token as Tokens.Image).href, place, context.problems)
  else if (token.type === 'citation') checkCitation((token as Citation).fact, where, place, context)
  else if (token.type === 'def') checkDefinition(token as Tokens.Def, place, context.problems)

  const inner = token.type === 'heading' ? 'heading' : token.type === 'table' ? 'table cell' : where
  for (const child of childrenOf(token)) checkToken(child, placeOf, context, inner)
}

function checkHtml(raw: string, place: () => Place, problems: Problems): void {
  const rest = raw.replace(comments, '').trim()
  if (rest === '') return

  const name = /<[/!?]?([a-zA-Z][a-zA-Z0-9-]*)/.exec(rest)?.[1]
  if (rest.startsWith('<!--')) problems.error('S35', place(), 'the comment never ends; close it with -->')
  else if (name) {
    const message = `HTML is not allowed (<${name}>); write plain markdown, or \`<${name}>\` to show the tag itself`
    problems.error('S30', place(), message)
  } else
    problems.error(
      'S35',
      place(),
      'a comment takes its whole line, so this text would be lost; give it a line of its own',
    )
}

function checkDefinition({ tag }: Tokens.Def, place: () => Place, problems: Problems): void {
  if (tag.startsWith('^')) problems.error('S36', place(), 'footnotes are written in facts.yml; cite one as [^f-…]')
}
