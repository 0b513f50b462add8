import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { dayInWords } from '../../../formats/day.ts'
import { isPublished } from './citations.ts'
import type { Fact } from '../files/schemas.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { escapeHtml, escapeText, withQuotes } from '../language/typography.ts'

const words = {
  sv: { heading: 'Källor', source: 'Källa', checked: 'Kontrollerad', back: 'Tillbaka till texten' },
  en: { heading: 'Sources', source: 'Source', checked: 'Checked on', back: 'Back to the text' },
}

/** The published facts that one page cites, numbered in the order they are cited. */
export class Sources {
  readonly #facts: ReadonlyMap<string, Fact>
  readonly #domains: ReadonlySet<string>
  readonly #locale: Locale
  readonly #cited: Fact[] = []

  constructor({ facts, domains }: Partial<SharedFiles>, locale: Locale) {
    this.#facts = facts ?? new Map()
    this.#domains = domains ?? new Set()
    this.#locale = locale
  }

  /** The note after a sentence. The first one of a fact is where its source leads back to. */
  cite(id: string): string {
    const fact = this.#facts.get(id)
    if (!fact || !isPublished(fact)) return ''
    const isFirst = !this.#cited.includes(fact)
    if (isFirst) this.#cited.push(fact)
    const number = this.#cited.indexOf(fact) + 1
    const name = `${words[this.#locale].source} ${number}`
    const own = isFirst ? ` id="cite-${number}"` : ''
    return `<sup${own}><a href="#${escapeHtml(id)}" aria-label="${name}">[${number}]</a></sup>`
  }

  /** The list at the end of the page; empty when nothing was cited. */
  render(): string {
    if (this.#cited.length === 0) return ''
    const items = this.#cited.map((fact, i) => `<li id="${escapeHtml(fact.id)}">${this.#sourceOf(fact, i + 1)}</li>`)
    const { heading } = words[this.#locale]
    return `<section class="sources" aria-labelledby="sources"><h2 id="sources">${heading}</h2>\n<ol class="sources__list">\n${items.join('\n')}\n</ol></section>\n`
  }

  #sourceOf({ claim, source, publisher, checked }: Fact, number: number): string {
    const { checked: checkedOn, back } = words[this.#locale]
    const day = checked ? ` ${checkedOn} ${dayInWords(checked, this.#locale)}.` : ''
    return (
      `<p>${this.#text(claim[this.#locale])}</p>` +
      `<p class="sources__from">${this.#linked(`${publisher}: ${source.replace(/\.$/, '')}.`)}${day} ` +
      `<a href="#cite-${number}">${back}</a></p>`
    )
  }

  /** An address that pages may link to is a link; another one is text. */
  #linked(text: string): string {
    return text
      .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
      .map((part, i) => (i % 2 === 1 && this.#isAllowed(part) ? linkTo(part) : this.#text(part)))
      .join('')
  }

  #isAllowed(address: string): boolean {
    const host = URL.canParse(address) ? new URL(address).hostname : ''
    return [...this.#domains].some((domain) => host === domain || host.endsWith(`.${domain}`))
  }

  #text(text: string): string {
    return escapeText(withQuotes(text, this.#locale))
  }
}

function linkTo(address: string): string {
  return `<a href="${escapeHtml(address)}" rel="external noopener">${escapeHtml(address)}</a>`
}
