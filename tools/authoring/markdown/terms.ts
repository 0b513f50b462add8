import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Term, TermFinder } from '../files/glossary.ts'
import { escapeHtml, escapeText, withQuotes } from '../language/typography.ts'

const headings = { sv: 'Ord i lektionen', en: 'Words in this lesson' }

/** The glossary's terms on one page: each is marked where it is first used, and they are listed at the end. */
export class Terms {
  readonly #finder: TermFinder
  readonly #locale: Locale
  readonly #used: Term[] = []

  constructor(finder: TermFinder, locale: Locale) {
    this.#finder = finder
    this.#locale = locale
  }

  /** The text as HTML, with the terms marked that were not marked before. */
  mark(text: string): string {
    let html = ''
    let from = 0
    for (const match of text.matchAll(this.#finder.expression)) {
      const term = this.#finder.terms[match.slice(1).findIndex((group) => group !== undefined)]!
      if (this.#used.includes(term)) continue
      this.#used.push(term)
      html += escapeText(text.slice(from, match.index)) + this.#markOf(term, match[0])
      from = match.index + match[0].length
    }
    return html + escapeText(text.slice(from))
  }

  /** The list at the end of the page; empty when no term was used. */
  render(): string {
    if (this.#used.length === 0) return ''
    const entries = this.#used.map(
      (term) =>
        `<div><dt>${escapeText(term.term)}</dt><dd id="word-${escapeHtml(term.id)}">${this.#explanationOf(term)}</dd></div>`,
    )
    return `<section class="words" aria-labelledby="words"><h2 id="words">${headings[this.#locale]}</h2>\n<dl>\n${entries.join('\n')}\n</dl></section>\n`
  }

  /** A press opens the note without any script; the button is described by the list, so that nothing depends on the note. */
  #markOf(term: Term, text: string): string {
    const id = escapeHtml(term.id)
    return (
      `<glossary-term><button type="button" class="term" popovertarget="term-${id}" popovertargetaction="show" ` +
      `aria-describedby="word-${id}">${escapeText(text)}</button>` +
      `<span class="term-note" popover id="term-${id}">${this.#explanationOf(term)}</span></glossary-term>`
    )
  }

  #explanationOf({ explanation }: Term): string {
    return escapeText(withQuotes(explanation, this.#locale))
  }
}
