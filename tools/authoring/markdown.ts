import { Lexer, Parser, Renderer, type Token, type Tokens } from 'marked'

import type { Locale } from '../../worker/courses/catalogue.ts'
import { escapeHtml, withQuotes } from './typography.ts'

export interface MarkdownOptions {
  locale: Locale
  /** Address of an image of the course, or undefined when it does not exist. */
  image?: (href: string) => string | undefined
}

/** Renders inline markdown (an option, feedback, a one-paragraph stem) as safe HTML. */
export function renderInline(text: string, options: MarkdownOptions): string {
  return parserFor(options).parseInline(Lexer.lexInline(text))
}

/** Renders a question's stem as phrasing content, which a legend may hold: paragraphs and quotes become spans. */
export function renderStem(text: string, options: MarkdownOptions): string {
  const parts = Lexer.lex(text).filter((token) => token.type !== 'space')
  const [first] = parts
  if (parts.length === 1 && first?.type === 'paragraph') return renderInline((first as Tokens.Paragraph).text, options)
  return parts.map((token) => `<span class="stem-part">${renderInline(plainOf(token), options)}</span>`).join('')
}

function plainOf(token: Token): string {
  if (token.type === 'blockquote') return `"${(token as Tokens.Blockquote).text.trim().replace(/^"|"$/g, '')}"`
  return 'text' in token ? String(token.text) : token.raw
}

export function renderBlocks(tokens: Token[], options: MarkdownOptions): string {
  return parserFor(options).parse(tokens)
}

function parserFor(options: MarkdownOptions): Parser {
  return new Parser({ renderer: new LessonRenderer(options) })
}

/** The markup of design/: quotes, cases in tables, numbered steps. Text is escaped here and nowhere else. */
class LessonRenderer extends Renderer {
  readonly own: MarkdownOptions

  constructor(own: MarkdownOptions) {
    super()
    this.own = own
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens)
    return escapeHtml(withQuotes(unescapeHtml(token.text), this.own.locale)).replaceAll('&#39;', '’')
  }

  override html(): string {
    return ''
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    return `<h${depth}>${this.parser.parseInline(tokens)}</h${depth}>\n`
  }

  override blockquote({ tokens }: Tokens.Blockquote): string {
    const inner = this.parser.parse(tokens)
    const isTool = /^<p><strong>(Verktyg|Tool):/.test(inner)
    return isTool
      ? `<aside class="quote quote--tool">${inner}</aside>\n`
      : `<blockquote class="quote">${inner}</blockquote>\n`
  }

  override listitem(item: Tokens.ListItem): string {
    const inner = this.parser.parse(item.tokens)
    return `<li>${inner}</li>\n`
  }

  override list(token: Tokens.List): string {
    if (!token.ordered) return super.list(token)
    const items = token.items.map((item) => `<li><p>${this.parser.parse(item.tokens)}</p></li>`)
    return `<ol>${items.join('')}</ol>\n`
  }

  override table({ header, rows }: Tokens.Table): string {
    const labels = header.map((cell) => this.parser.parseInline(cell.tokens))
    const head = labels.map((label) => `<th role="columnheader" scope="col">${label}</th>`).join('')
    const body = rows.map(
      (row) => `<tr role="row">${row.map((cell, i) => this.cell(cell, labels[i] ?? '')).join('')}</tr>`,
    )
    return `<div class="wide"><table class="table table--cases" role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>\n`
  }

  override link({ href, tokens }: Tokens.Link): string {
    const text = this.parser.parseInline(tokens)
    const external = /^https?:/.test(href)
    if (!external && !/^[/#]/.test(href)) return text
    return `<a href="${escapeHtml(href)}"${external ? ' rel="external noopener"' : ''}>${text}</a>`
  }

  override image({ href, text }: Tokens.Image): string {
    const source = this.own.image?.(href)
    return source ? `<img src="${escapeHtml(source)}" alt="${escapeHtml(text)}" loading="lazy">` : ''
  }

  private cell(cell: Tokens.TableCell, label: string): string {
    return `<td role="cell" data-label="${label.replace(/<[^>]+>/g, '')}">${this.parser.parseInline(cell.tokens)}</td>`
  }
}

/** marked has escaped some text already; it is escaped again, once, after the quotation marks are set. */
function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
