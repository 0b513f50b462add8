import type { Token, Tokens } from 'marked'

import type { MarkdownContext } from './markdown-context.ts'
import { keepSigns, keepWords } from '../language/kept-together.ts'
import type { Citation } from './markdown.ts'
import type { Sources } from './sources.ts'
import type { Terms } from './terms.ts'
import { escapeHtml, escapeText, withQuotes } from '../language/typography.ts'

/** What rendering one file needs to know. */
export interface Rendering extends MarkdownContext {
  path: string
  sources: Sources
  /** Set where the glossary's terms are marked: in a lesson's running text. */
  terms?: Terms | undefined
}

/** Renders what stands within one paragraph as safe HTML. Every character of text is escaped here. */
export function renderInline(tokens: readonly Token[], rendering: Rendering): string {
  return keepSigns(new InlineWriter(rendering).write(tokens))
}

const elements: Record<string, string> = { strong: 'strong', em: 'em', del: 's' }

class InlineWriter {
  readonly #rendering: Rendering
  /** Last character shown, which decides whether a quotation mark opens or closes. */
  #before = ''
  /** A link and a bold lead-in, which is a heading in all but name, hold no marks. */
  #marking: boolean

  constructor(rendering: Rendering) {
    this.#rendering = rendering
    this.#marking = rendering.terms !== undefined
  }

  write(tokens: readonly Token[]): string {
    return tokens.map((token) => this.#token(token)).join('')
  }

  #token(token: Token): string {
    const element = elements[token.type]
    if (element) return `<${element}>${this.#within(token as Tokens.Strong | Tokens.Em)}</${element}>`
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
    const quoted = withQuotes(text, this.#rendering.locale, this.#before)
    this.#before = text.at(-1) ?? this.#before
    return keepWords(this.#marking ? this.#rendering.terms!.mark(quoted) : escapeText(quoted))
  }

  #within({ type, tokens }: Tokens.Strong | Tokens.Em | Tokens.Link): string {
    const marked = this.#marking
    if (type !== 'em') this.#marking = false
    const html = this.write(tokens)
    this.#marking = marked
    return html
  }

  #literal(text: string): string {
    this.#before = text.at(-1) ?? this.#before
    return escapeHtml(text)
  }

  #link(link: Tokens.Link): string {
    const address = this.#rendering.addresses.addressOf(link, this.#rendering.path)
    const text = link.href.endsWith(link.text) ? this.#literal(link.text) : this.#within(link)
    if (address === undefined) return text
    const rel = address.startsWith('/') ? '' : ' rel="external noopener"'
    return `<a href="${escapeHtml(address)}"${rel}>${text}</a>`
  }

  #image({ href, text }: Tokens.Image): string {
    const address = this.#rendering.images.addressOf(href, this.#rendering.path)
    return address ? `<img src="${escapeHtml(address)}" alt="${escapeText(text)}" loading="lazy">` : escapeText(text)
  }
}
