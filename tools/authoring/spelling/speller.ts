import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Dictionary } from './dictionaries.ts'

const shortestPart = 3
const mostSuggestions = 2
/** Looking for what was meant takes a hundredth of a second: enough for a text with mistakes, not for one in Dutch. */
const mostSearches = 50
const longestWord = 60

/** Words of our own: names and terms that no dictionary has. */
interface OwnWords {
  both: string[]
  sv: string[]
  en: string[]
}

/** Says whether a word is spelt as the language spells it. */
export class Speller {
  readonly #locale: Locale
  readonly #dictionary: Dictionary
  readonly #names: Dictionary
  readonly #own: ReadonlySet<string>
  readonly #known = new Map<string, boolean>()
  readonly #near = new Map<string, string[]>()
  #searches = 0

  /** `names`: whose capitalised words are right here as well, since English texts name Swedish people and places. */
  constructor(locale: Locale, dictionary: Dictionary, names: Dictionary, own: OwnWords) {
    this.#locale = locale
    this.#dictionary = dictionary
    this.#names = names
    this.#own = new Set([...own.both, ...own[locale]].map((word) => word.toLowerCase()))
  }

  /** Before the texts of a run: each has its own searches, found or not. */
  begin(): void {
    this.#searches = 0
  }

  /** A word as it stands in a text: with a hyphen, colon or apostrophe each part is a word. */
  knows(word: string): boolean {
    const known = this.#known.get(word)
    if (known !== undefined) return known

    if (word.length > longestWord) return false
    // The dictionaries write don't; who writes well writes don’t.
    const typed = word.replaceAll('’', "'")
    const right = this.#has(typed) || typed.split(/[-:'./–]/).every((part) => this.#knowsPart(part))
    this.#known.set(word, right)
    return right
  }

  /** What may have been meant; nothing for the many words of a text in another language. */
  near(word: string): string[] {
    const known = this.#near.get(word)
    if (known) return known
    if (this.#searches >= mostSearches || word.length > longestWord) return []

    this.#searches += 1
    const found = this.#dictionary.near(word, mostSuggestions)
    this.#near.set(word, found)
    return found
  }

  /** Endings after a colon (AI:ns), initials, figures and abbreviations in capitals are nobody's spelling. */
  #knowsPart(part: string): boolean {
    if (part.length <= 2 || /\d/.test(part) || /^\p{Lu}{2,5}$/u.test(part)) return true
    return this.#has(part) || (this.#locale === 'sv' && this.#isCompound(part.toLowerCase()))
  }

  #has(word: string): boolean {
    const lower = word.toLowerCase()
    if (this.#dictionary.has(word) || this.#dictionary.has(lower) || this.#own.has(lower)) return true
    if (/^\p{Lu}/u.test(word) && this.#names.has(word)) return true
    // A name in the genitive.
    return lower.endsWith('s') && this.#own.has(lower.slice(0, -1))
  }

  /** Swedish joins words as it likes, often with an s between. Three at a time would let too many misspellings pass. */
  #isCompound(word: string): boolean {
    for (let end = shortestPart; end <= word.length - shortestPart; end += 1) {
      const [first, rest] = [word.slice(0, end), word.slice(end)]
      if (!this.#has(first) && !(first.endsWith('s') && first.length > shortestPart && this.#has(first.slice(0, -1))))
        continue
      if (this.#has(rest)) return true
    }
    return false
  }
}
