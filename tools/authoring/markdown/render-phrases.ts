import type { Token, Tokens } from 'marked'

import type { MarkdownContext } from './markdown-context.ts'
import { figureAt, withoutCaptions } from './figures.ts'
import type { Markdown } from './markdown.ts'
import { renderBlocks } from './render-blocks.ts'
import { renderInline, type Rendering } from './render-inline.ts'
import { Sources } from './sources.ts'
import { escapeHtml } from '../language/typography.ts'

/** Renders an option or its feedback. */
export function renderPhrase(markdown: Markdown, context: MarkdownContext): string {
  return renderInline(markdown.tokens, renderingOf(markdown, context))
}

/**
 * Renders a question's stem as phrasing content, since the page puts it in a legend: one paragraph is plain inline
 * HTML; several paragraphs, quotes, items of lists and blocks of code are each `<span class="stem-part">`.
 */
export function renderStem(markdown: Markdown, context: MarkdownContext): string {
  const rendering = renderingOf(markdown, context)
  const blocks = partsOf(markdown.tokens)
  const [first] = blocks
  if (blocks.length === 1 && first?.token.type === 'paragraph' && !first.caption) return renderBlock(first, rendering)
  return blocks.map((block) => `<span class="${classOf(block)}">${renderBlock(block, rendering)}</span>`).join(' ')
}

/** Renders the passage of a spot, which is no phrasing content: one `<p>` per paragraph, item or block of code. */
export function renderPassage(markdown: Markdown, context: MarkdownContext): string {
  const rendering = renderingOf(markdown, context)
  return partsOf(markdown.tokens)
    .map((part) => `<p>${renderBlock(part, rendering)}</p>`)
    .join('\n')
}

/** Renders what stands in a question as a text of its own: paragraphs, lists, tables and quotes. */
export function renderText(markdown: Markdown, context: MarkdownContext): string {
  return renderBlocks(markdown.tokens, renderingOf(markdown, context)).trimEnd()
}

/** Whether such a text may hold this kind of block. */
export function fitsText(token: Token): boolean {
  return fitsStem(token) || token.type === 'table'
}

/** Whether the stem may hold this kind of block. */
export function fitsStem(token: Token): boolean {
  return ['space', 'paragraph', 'blockquote', 'list', 'code', 'html', 'def'].includes(token.type)
}

interface Part {
  token: Token
  mark: string
  quoted: boolean
  /** Of a picture. */
  caption?: Token[] | undefined
}

function partsOf(all: readonly Token[], quoted = false): Part[] {
  const captions = new Map(all.map((token, i) => [token, figureAt(all, i)?.caption]))
  return withoutCaptions(all).flatMap((token): Part[] => {
    if (token.type === 'blockquote') return partsOf((token as Tokens.Blockquote).tokens, true)
    if (token.type === 'list') return itemsOf(token as Tokens.List, quoted)
    if (token.type === 'space' || token.type === 'html' || token.type === 'def') return []
    return [{ token, mark: '', quoted, caption: captions.get(token) }]
  })
}

function itemsOf({ ordered, start, items }: Tokens.List, quoted: boolean): Part[] {
  return items.flatMap((item, i) => {
    const mark = ordered ? `${Number(start || 1) + i}. ` : '– '
    return partsOf(item.tokens, quoted).map((part, n) => ({ ...part, mark: n === 0 ? mark + part.mark : part.mark }))
  })
}

function classOf({ token, quoted }: Part): string {
  return `stem-part${quoted ? ' stem-part--quote' : ''}${token.type === 'code' ? ' stem-part--code' : ''}`
}

function renderBlock({ token, mark, caption }: Part, rendering: Rendering): string {
  if (token.type === 'code') {
    return `<code>${escapeHtml((token as Tokens.Code).text).replaceAll('\n', '<br>')}</code>`
  }
  const tokens = 'tokens' in token && token.tokens ? token.tokens : [token]
  const under = caption ? ` <span class="stem-caption">${renderInline(caption, rendering)}</span>` : ''
  return mark + renderInline(tokens, rendering) + under
}

function renderingOf(markdown: Markdown, context: MarkdownContext): Rendering {
  return { ...context, path: markdown.place.path, sources: new Sources(new Map(), undefined, context.locale) }
}
