import type { Token, Tokens } from 'marked'

import { sectionAt } from '../../../formats/catalogue/section-at.ts'
import { type Figure, figureAt } from './figures.ts'
import { headingId } from './named-headings.ts'
import { lineAttribute } from './lines.ts'
import { plainWords } from './plain-words.ts'
import { renderInline, type Rendering } from './render-inline.ts'
import { shapeOf } from './table-shape.ts'
import { escapeText } from '../language/typography.ts'

const toolNote = /^\*\*(Verktyg|Tool):/

/** Renders paragraphs, lists, quotes and tables with the markup of the lesson page. */
export function renderBlocks(tokens: readonly Token[], rendering: Rendering): string {
  const captions = new Set<number>()
  return tokens
    .map((token, i) => {
      const figure = figureAt(tokens, i)
      if (figure) captions.add(figure.ends)
      if (captions.has(i)) return ''
      return figure ? renderFigure(token, figure, rendering) : renderBlock(token, rendering, tokens[i + 1])
    })
    .join('')
}

function renderBlock(token: Token, rendering: Rendering, after?: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'html':
    case 'checkbox':
      return ''
    case 'heading':
      return renderHeading(token as Tokens.Heading, rendering, headingId(after))
    case 'paragraph':
      return `<p${lineAttribute(token)}>${renderInline((token as Tokens.Paragraph).tokens, rendering)}</p>\n`
    case 'list':
      return renderList(token as Tokens.List, rendering)
    case 'blockquote':
      return renderQuote(token as Tokens.Blockquote, rendering)
    case 'table':
      return renderTable(token as Tokens.Table, unmarked(rendering))
    case 'code':
      return `<pre${lineAttribute(token)}><code>${escapeText((token as Tokens.Code).text.replaceAll('&', '&amp;'))}</code></pre>\n`
    case 'hr':
      return '<hr>\n'
    default:
      return renderInline([token], rendering)
  }
}

/** Headings, quotes and tables hold no marked terms. */
function unmarked(rendering: Rendering): Rendering {
  return { ...rendering, terms: undefined }
}

function renderFigure(token: Token, { image, caption }: Figure, rendering: Rendering): string {
  const picture = renderInline([image], rendering)
  const words = renderInline(caption, unmarked(rendering))
  return `<figure class="figure"${lineAttribute(token)}>${picture}<figcaption>${words}</figcaption></figure>\n`
}

/** The page has the one heading of level 1. */
function renderHeading(heading: Tokens.Heading, rendering: Rendering, id: string | undefined): string {
  const { depth, tokens } = heading
  const level = Math.max(depth, 2)
  const name = id === undefined ? '' : ` id="${sectionAt(id)}"`
  return `<h${level}${name}${lineAttribute(heading)}>${renderInline(tokens, unmarked(rendering))}</h${level}>\n`
}

function renderList(list: Tokens.List, rendering: Rendering): string {
  const { ordered, start, items } = list
  const isLedIn = ordered && items.every(beginsBold)
  const inside = items
    .map((item) => renderItem(item, ordered, rendering))
    .map((html) => (isLedIn ? html.replace('<strong>', '<strong class="lead-in">') : html))
    .join('\n')
  if (!ordered) return `<ul${lineAttribute(list)}>\n${inside}\n</ul>\n`
  return `<ol${lineAttribute(list)}${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>\n${inside}\n</ol>\n`
}

/** Whether an item begins with bold words that say something by themselves: "**Källa:** …". They are a heading in all but name. */
function beginsBold({ tokens: [first] }: Tokens.ListItem): boolean {
  const [bold] = first && 'tokens' in first ? (first.tokens ?? []) : []
  return bold?.type === 'strong' && /[.:?!…]["”’)]*$/.test(plainWords([bold]))
}

/** In a numbered list the text stands beside its number as a paragraph. */
function renderItem(item: Tokens.ListItem, ordered: boolean, rendering: Rendering): string {
  const { task, checked, tokens } = item
  const box = task ? `<span class="box${checked ? ' box--ticked' : ''}">${checked ? '☑' : '☐'}</span> ` : ''
  const parts = tokens.map((token) => {
    const isText = token.type === 'text'
    const html = isText ? renderInline([token], rendering) : renderBlock(token, rendering)
    return isText && ordered ? `<p>${html}</p>` : html
  })
  return `<li${lineAttribute(item)}>${box}${parts.join('').trimEnd()}</li>`
}

function renderQuote(quote: Tokens.Blockquote, rendering: Rendering): string {
  const { text, tokens } = quote
  const line = lineAttribute(quote)
  const inside = renderBlocks(tokens, unmarked(rendering)).trimEnd()
  return toolNote.test(text.trimStart())
    ? `<aside class="quote quote--tool"${line}>${inside}</aside>\n`
    : `<blockquote class="quote"${line}>${inside}</blockquote>\n`
}

function renderTable(table: Tokens.Table, rendering: Rendering): string {
  const { kind, numeric } = shapeOf(table)
  const names = table.header.map((cell) => renderInline(cell.tokens, rendering))
  const rows = table.rows.map((row) => row.map((cell) => renderInline(cell.tokens, rendering)))
  const inside = (kind === 'grid' ? gridOf : casesOf)(names, rows, (i) => (numeric[i] ? ' class="num"' : ''))
  return `<div class="wide"${lineAttribute(table)}>${inside}</table></div>\n`
}

type ClassOf = (column: number) => string

function gridOf(names: readonly string[], rows: readonly string[][], classOf: ClassOf): string {
  const head = names.map((name, i) => `<th scope="col"${classOf(i)}>${name}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell, i) => `<td${classOf(i)}>${cell}</td>`).join('')}</tr>\n`)
  return `<table class="table table--grid">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('')}</tbody>`
}

/** On a phone each row becomes a card whose cells carry their column's name, so the roles are said outright. */
function casesOf(names: readonly string[], rows: readonly string[][], classOf: ClassOf): string {
  const labels = names.map((name) => name.replace(/<[^>]*>/g, ''))
  const head = names.map((name, i) => `<th role="columnheader" scope="col"${classOf(i)}>${name}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => `<td role="cell"${classOf(i)} data-label="${labels[i] ?? ''}">${cell}</td>`)
    return `<tr role="row">${cells.join('')}</tr>\n`
  })
  return (
    `<table class="table table--cases" role="table">\n` +
    `<thead role="rowgroup"><tr role="row">${head}</tr></thead>\n` +
    `<tbody role="rowgroup">\n${body.join('')}</tbody>`
  )
}
