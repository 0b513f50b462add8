import { type InBoth, type Locale, locales } from '../../../formats/locales.ts'
import { wordsOf } from '../language/measure.ts'
import { negation } from '../language/words.ts'
import { haveMoved } from './have-moved.ts'
import { renamedOption } from './option-ids.ts'

interface WithTexts {
  optionIds?: readonly string[]
  text: InBoth<{ options: readonly { text: string }[] }>
}

/** Shares of words that two options have in common. */
const nearlyTheSame = 0.7
const hardlyTheSame = 0.5
const somethingElse = 0.2
/** Of fewer words a share says nothing. */
const fewestWords = 4

/**
 * Answers are kept by the place of what was chosen, so an option that changes places or meaning puts other words into
 * people's mouths, whichever of them is right. Mended words do not, nor does a translation that is put right in one language.
 * Where its author has called every option by name, before and now, the names decide.
 */
export function changedOptions(old: WithTexts, now: WithTexts): string | undefined {
  if (old.optionIds && now.optionIds) return renamedOption(old.optionIds, now.optionIds)
  const texts = (question: WithTexts, locale: Locale) => question.text[locale].options.map(({ text }) => text)
  if (locales.some((locale) => havePlacesChanged(texts(old, locale), texts(now, locale))))
    return 'its options have changed places, so answers given would say something else'
  const changed = texts(now, 'sv').findIndex((_, i) =>
    locales.every((locale) => hasMeaningChanged(texts(old, locale)[i]!, texts(now, locale)[i]!, locale)),
  )
  return changed === -1 ? undefined : `option ${changed + 1} means something else, so answers given would say it, too`
}

/** Also of options in which a word is mended on the way. */
function havePlacesChanged(old: readonly string[], now: readonly string[]): boolean {
  if (haveMoved(old, now)) return true
  return now.some(
    (text, i) =>
      likeness(text, old[i]!) < hardlyTheSame &&
      old.some((other, j) => j !== i && wordSet(other).size >= fewestWords && likeness(text, other) >= nearlyTheSame),
  )
}

function hasMeaningChanged(old: string, now: string, locale: Locale): boolean {
  const isNot = (text: string) => negation[locale].test(bare(text))
  const without = (text: string) => [...wordSet(text)].filter((word) => !negation[locale].test(word))
  if (isNot(old) !== isNot(now)) return String(without(old)) === String(without(now))
  return Math.min(wordSet(old).size, wordSet(now).size) >= fewestWords && likeness(old, now) < somethingElse
}

/** Words in both, of the words in either (Jaccard 1901). */
function likeness(one: string, other: string): number {
  const [a, b] = [wordSet(one), wordSet(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared)
}

function wordSet(html: string): Set<string> {
  return new Set(wordsOf(bare(html).toLowerCase()))
}

function bare(html: string): string {
  return html.replace(/<[^>]*>/g, '')
}
