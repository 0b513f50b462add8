import type { Locale } from '../../worker/courses/catalogue.ts'
import { isPublished } from './citations.ts'
import type { Fact } from './schemas.ts'
import { escapeHtml, escapeText, withQuotes } from './typography.ts'

const words = { sv: { heading: 'Källor', source: 'Källa' }, en: { heading: 'Sources', source: 'Source' } }

/** The published facts that one page cites, numbered in the order they are cited. */
export class Sources {
  readonly #facts: ReadonlyMap<string, Fact>
  readonly #locale: Locale
  readonly #cited: Fact[] = []

  constructor(facts: ReadonlyMap<string, Fact> | undefined, locale: Locale) {
    this.#facts = facts ?? new Map()
    this.#locale = locale
  }

  /** The note after a sentence. */
  cite(id: string): string {
    const fact = this.#facts.get(id)
    if (!fact || !isPublished(fact)) return ''
    if (!this.#cited.includes(fact)) this.#cited.push(fact)
    const number = this.#cited.indexOf(fact) + 1
    const name = `${words[this.#locale].source} ${number}`
    return `<sup><a href="#${escapeHtml(id)}" aria-label="${name}">[${number}]</a></sup>`
  }

  /** The list at the end of the page; empty when nothing was cited. */
  render(): string {
    if (this.#cited.length === 0) return ''
    const items = this.#cited.map((fact) => `<li id="${escapeHtml(fact.id)}">${this.#sourceOf(fact)}</li>`)
    const heading = words[this.#locale].heading
    return `<section class="sources" aria-labelledby="sources"><h2 id="sources">${heading}</h2>\n<ol>\n${items.join('\n')}\n</ol></section>\n`
  }

  #sourceOf({ source, publisher, checked }: Fact): string {
    return escapeText(withQuotes(`${publisher}: ${source}${checked ? ` (${checked})` : ''}`, this.#locale))
  }
}
