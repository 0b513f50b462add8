import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { dayInWords, monthInWords } from '../../../formats/day.ts'
import type { Fact } from '../files/schemas.ts'
import { escapeHtml, escapeText, withQuotes } from '../language/typography.ts'

const words = {
  sv: {
    heading: 'Källor',
    source: 'Källa',
    back: 'Tillbaka till texten',
    publisher: 'Utgivare',
    original: (what: string, day: string) => `Källa: ${what} (läst i original, ${day}).`,
    copy: (what: string, day: string) => `Källa: ${what} (läst i kopia, ${day}).`,
    summary: (who: string, what: string, day: string) =>
      `Enligt ${who}, återgivet av ${what}; originalet är inte läst. Läst i ${day}.`,
    ofCopies:
      '”Läst i kopia” betyder att vi har läst källans text ordagrant på ett annat ställe än hos den som gav ut den. Adressen leder till originalet, så att du kan jämföra.',
  },
  en: {
    heading: 'Sources',
    source: 'Source',
    back: 'Back to the text',
    publisher: 'Publisher',
    original: (what: string, day: string) => `Source: ${what} (read in the original, ${day}).`,
    copy: (what: string, day: string) => `Source: ${what} (read in a copy, ${day}).`,
    summary: (who: string, what: string, day: string) =>
      `According to ${who}, as retold by ${what}; the original has not been read. Read in ${day}.`,
    ofCopies:
      '“Read in a copy” means that we have read the text of the source word for word in another place than where it was published. The address leads to the original, so that you can compare.',
  },
}

/** The facts that one page cites, numbered in the order they are cited. */
export class Sources {
  readonly #facts: ReadonlyMap<string, Fact>
  readonly #domains: ReadonlySet<string>
  readonly #locale: Locale
  readonly #cited: Fact[] = []

  /** `facts`: those that may be shown. */
  constructor(facts: ReadonlyMap<string, Fact>, domains: ReadonlySet<string> | undefined, locale: Locale) {
    this.#facts = facts
    this.#domains = domains ?? new Set()
    this.#locale = locale
  }

  /** The note after a sentence. The first one of a fact is where its source leads back to. */
  cite(id: string): string {
    const fact = this.#facts.get(id)
    if (!fact) return ''
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
    const { heading, ofCopies } = words[this.#locale]
    const meaning = this.#cited.some(({ read }) => read === 'copy')
      ? `\n<p class="soft">${this.#text(ofCopies)}</p>`
      : ''
    return `<section class="sources" aria-labelledby="sources"><h2 id="sources">${heading}</h2>\n<ol class="sources__list">\n${items.join('\n')}\n</ol>${meaning}</section>\n`
  }

  #sourceOf(fact: Fact, number: number): string {
    const { back } = words[this.#locale]
    return (
      `<p>${this.#text(fact.claim[this.#locale])}</p>` +
      `<p class="sources__from">${this.#linked(this.#noteOf(fact))} <a href="#cite-${number}">${back}</a></p>`
    )
  }

  /** What was read, how and when, and where anybody can look. */
  #noteOf({ source, place, publisher, url, read, checked, read_on: readOn }: Fact): string {
    const own = words[this.#locale]
    const textOf = (text: typeof source | undefined) => (typeof text === 'object' ? text[this.#locale] : (text ?? ''))
    const what = [textOf(source).replace(/\.$/, ''), textOf(place)].filter((part) => part !== '').join(', ')
    const who = textOf(publisher).replace(/\.$/, '')
    const at = url ? ` ${url}` : ''
    if (read === 'summary') return `${own.summary(who, what, monthInWords(readOn ?? '', this.#locale))}${at}`
    const note =
      read === 'original'
        ? own.original(what, dayInWords(checked ?? '', this.#locale))
        : own.copy(what, monthInWords(readOn ?? '', this.#locale))
    return `${note} ${own.publisher}: ${who}.${at}`
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
