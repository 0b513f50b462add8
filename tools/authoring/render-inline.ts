import type { Token, Tokens } from 'marked'

import type { MarkdownContext } from './check-markdown.ts'
import type { Citation } from './markdown.ts'
import type { Sources } from './sources.ts'
import { escapeHtml, escapeText, withQuotes } from './typography.ts'

/** What rendering one file needs to know. */
export interface Rendering extends MarkdownContext {
  path: string
  sources: Sources
}

/** Renders what stands within one paragraph as safe HTML. Every character of text is escaped here. */
export function renderInline(tokens: readonly Token[], rendering: Rendering): string {
  return new InlineWriter(rendering).write(tokens)
}

const elements: Record<string, string> = { strong: 'strong', em: 'em', del: 's' }

class InlineWriter {
  readonly #rendering: Rendering
  /** Last character shown, which decides whether a quotation mark opens or closes. */
  #before = ''

  constructor(rendering: Rendering) {
    this.#rendering = rendering
  }

  write(tokens: readonly Token[]): string {
    return tokens.map((token) => this.#token(token)).join('')
  }

  #token(token: Token): string {
    const element = elements[token.type]
    if (element) return `<${element}>${this.write((token as Tokens.Strong).tokens)}</${element}>`
    switch (token.type) {
      case 'text':
        return 'tokens' in token && token.tokens ? this.write(token.tokens) : this.#text((token as Tokens.Text).text)
      case 'escape':
        return this.#literal((token as Tokens.Escape).text)
      case 'codespan':
        return `<code>${this.#literal((token as Tokens.Codespan).text)}</code>`
      case 'br':
        this.#before = ''
        return '<br>'
      case 'link':
        return this.#link(token as Tokens.Link)
      case 'image':
        return this.#image(token as Tokens.Image)
      case 'citation':
        return this.#rendering.sources.cite((token as unknown as Citation).fact)
      case 'html':
      case 'checkbox':
        return ''
      default:
        return this.#text(token.raw)
    }
  }

  #text(text: string): string {
    const html = escapeText(withQuotes(text, this.#rendering.locale, this.#before))
    this.#before = text.at(-1) ?? this.#before
    return html
  }

  #literal(text: string): string {
    this.#before = text.at(-1) ?? this.#before
    return escapeHtml(text)
  }

  #link(link: Tokens.Link): string {
    const address = this.#rendering.addresses.addressOf(link, this.#rendering.path)
    const text = link.href.endsWith(link.text) ? this.#literal(link.text) : this.write(link.tokens)
    if (address === undefined) return text
    const rel = address.startsWith('/') ? '' : ' rel="external noopener"'
    return `<a href="${escapeHtml(address)}"${rel}>${text}</a>`
  }

  #image({ href, text }: Tokens.Image): string {
    const address = this.#rendering.images.addressOf(href, this.#rendering.path)
    return address ? `<img src="${escapeHtml(address)}" alt="${escapeText(text)}" loading="lazy">` : escapeText(text)
  }
}
