import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'
import { checkCitation } from './citations.ts'
import { strayCaptions } from './figures.ts'
import { locate } from './locator.ts'
import { type Citation, comments, type Markdown } from './markdown.ts'
import type { MarkdownContext } from './markdown-context.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { reportPlaceholder } from '../files/unfinished.ts'

/** Reports HTML, links, images and citations that a page may not have. */
export function checkMarkdown(markdown: Markdown, context: MarkdownContext, where: 'text' | 'question'): void {
  const placeOf = locate(markdown)
  for (const token of markdown.tokens) checkToken(token, placeOf, context, where)
  if (where !== 'text') return
  checkSections(markdown, placeOf, context.problems)
  for (const token of strayCaptions(markdown.tokens)) {
    const message = 'a quote all in italics is the caption of a picture, and none stands right above it'
    context.problems.error('S57', placeOf(token), message)
  }
}

type Where = 'text' | 'question' | 'heading' | 'table cell' | 'quote'

type PlaceOf = (token: Token) => Place

function checkToken(token: Token, placeOf: PlaceOf, context: MarkdownContext, where: Where): void {
  const place = () => placeOf(token)
  if (token.type === 'html') checkHtml(token.raw, place, context.problems)
  else if (token.type === 'link') checkLink(token as Tokens.Link, place, context)
  else if (token.type === 'image') context.images.check((token as Tokens.Image).href, place, context.problems)
  else if (token.type === 'citation')
    checkCitation((token as Citation).fact, where === 'quote' ? 'text' : where, place, context)
  else if (token.type === 'def') checkDefinition(token as Tokens.Def, place, context)
  else if (token.type === 'text' && childrenOf(token).length === 0)
    checkText(token as Tokens.Text, place, where, context)

  const inner = whereWithin(token, where)
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

/** An address that no link takes is a line that vanishes, so it has to be one at least. */
function checkDefinition(
  { tag, href }: Tokens.Def,
  place: () => Place,
  { addresses, locale, problems }: MarkdownContext,
): void {
  if (tag.startsWith('^')) problems.error('S36', place(), 'footnotes are written in facts.yml; cite one as [^f-…]')
  else addresses.check({ href, text: tag }, place, locale)
}

function whereWithin(token: Token, where: Where): Where {
  if (token.type === 'heading') return 'heading'
  if (token.type === 'table') return 'table cell'
  return token.type === 'blockquote' && where === 'text' ? 'quote' : where
}

function checkLink(link: Tokens.Link, place: () => Place, { addresses, locale, problems }: MarkdownContext): void {
  addresses.check(link, place, locale)
  const isEmpty = link.tokens.every((token) => token.type === 'text' && token.raw.trim() === '')
  if (isEmpty)
    problems.error(
      'S47',
      place(),
      `the link to "${link.href.slice(0, 60)}" has no text; write in the brackets where it leads`,
    )
}

/** Brackets are an author's own only in a quote, or on the paper that a learner fills in. */
function checkText({ raw }: Tokens.Text, place: () => Place, where: Where, { problems }: MarkdownContext): void {
  const reference = /\[[^[\]\n]+\]\[[^[\]\n]*\]/.exec(raw)?.[0]
  if (reference) {
    const message = `"${reference.slice(0, 60)}" is no link: nothing says where it leads; write [text](address)`
    problems.error('S47', place(), message)
  } else if (where !== 'quote' && !place().path.endsWith('/artefact.md')) reportPlaceholder(raw, place(), problems)
}

/** Reports headings without words, and those with nothing under them. */
function checkSections({ tokens }: Markdown, placeOf: PlaceOf, problems: Problems): void {
  const shown = tokens.filter(({ type, raw }) => {
    return type !== 'space' && type !== 'def' && !(type === 'html' && raw.replace(comments, '').trim() === '')
  })
  for (const [i, token] of shown.entries()) {
    if (token.type !== 'heading') continue
    const { depth, text } = token as Tokens.Heading
    const next = shown[i + 1] as Tokens.Heading | undefined
    if (text.trim() === '')
      problems.error('S48', placeOf(token), 'a heading without words; write some, or take it away')
    else if (!next || (next.type === 'heading' && next.depth <= depth)) {
      const message = `nothing stands under "${text.slice(0, 40)}"; write it, or take the heading away`
      problems.error('S48', placeOf(token), message)
    }
  }
}
