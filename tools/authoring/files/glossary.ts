import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import { formsOf, isFormOf } from '../language/inflections.ts'
import type { Problems } from '../problems/problem.ts'
import type { GlossaryFile } from './schemas.ts'
import type { Placed } from './yaml-source.ts'

/** A term as one language's lessons show it. */
export interface Term {
  id: string
  term: string
  explanation: string
}

/** The published terms of one language, and one expression whose nth group is the nth term in any of its forms. */
export interface TermFinder {
  terms: readonly Term[]
  expression: RegExp
}

/** What lessons mark, by language; undefined when there is nothing to mark. */
export function termFinders({ terms }: GlossaryFile): InBoth<TermFinder | undefined> {
  const finderOf = (locale: Locale) =>
    finder(
      terms.filter((entry) => entry.published).map((entry) => ({ id: entry.id, ...entry[locale] })),
      locale,
    )
  return { sv: finderOf('sv'), en: finderOf('en') }
}

/** Reports an id, or a word in any of its forms, that stands for two entries: a reader could not be told which is meant. */
export function checkGlossary({ value, at }: Placed<GlossaryFile>, problems: Problems): void {
  const terms = value?.terms ?? []
  for (const [i, term] of terms.entries()) {
    const earlier = terms.slice(0, i)
    if (earlier.some((other) => other.id === term.id))
      problems.error('S13', at('terms', i, 'id'), `glossary id ${term.id} is used twice`)
    for (const locale of locales) {
      const own = term[locale].term
      const same = earlier.find(
        ({ [locale]: { term: other } }) => isFormOf(own, other, locale) || isFormOf(other, own, locale),
      )
      if (!same) continue
      const message = `"${own}" is a form of "${same[locale].term}", which is the term of ${same.id}; one concept has one term`
      problems.error('S44', at('terms', i, locale, 'term'), message)
    }
  }
}

/** A longer term goes first, so that "large language model" is not read as "language model". */
function finder(terms: readonly Term[], locale: Locale): TermFinder | undefined {
  if (terms.length === 0) return undefined

  const longestFirst = terms.toSorted((a, b) => b.term.length - a.term.length)
  const groups = longestFirst.map(({ term }) => `(${formsOf(term, locale)})`)
  const expression = new RegExp(`(?<![\\p{L}\\p{N}]-?)(?:${groups.join('|')})(?!-?[\\p{L}\\p{N}])`, 'giu')
  return { terms: longestFirst, expression }
}
