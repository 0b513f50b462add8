/** Stands in plain text where a fact was cited; no word and no space. */
export const citationMark = '\u0001'

const word = /[\p{L}\p{N}]+(?:[-’'.:,–/][\p{L}\p{N}]+)*/gu
/** A full stop within 1.4301, and the colon of AI:n, end nothing. */
const sentenceEnd = new RegExp(`[.!?:]+["”’)]*${citationMark}*(?=\\s|$)`, 'u')

/** Every check counts the same words. */
const counted = new Map<string, readonly string[]>()
const mostCounted = 5000

/** Words in order; "1.4301", "AI:n", "7–10" and compounds with a hyphen are one word each. */
export function wordsOf(text: string): readonly string[] {
  const known = counted.get(text)
  if (known) return known

  if (counted.size >= mostCounted) counted.clear()
  const words = text.match(word) ?? []
  counted.set(text, words)
  return words
}

/**
 * Sentences of running text, without their ends. `.`, `!`, `?` and `:` end one (checks.md, implementation note 1);
 * a piece without a word is none. A citation after the end belongs to the sentence before it.
 */
export function sentencesOf(text: string): string[] {
  return text
    .replace(new RegExp(`\\s+${citationMark}`, 'gu'), citationMark)
    .split(new RegExp(`(?<=${sentenceEnd.source})\\s+`, 'u'))
    .filter((sentence) => wordsOf(sentence).length > 0)
}

export interface Measure {
  words: number
  sentences: number
  /** Words in a sentence. */
  mean: number
  longest: number
  /** O/M + 100·L/O: words a sentence, plus the share in percent of words of more than six letters (Björnsson 1968). */
  lix: number
}

/** Measures running text, one paragraph each. NaN where there is no sentence. */
export function measure(paragraphs: readonly string[]): Measure {
  const lengths = paragraphs.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length)
  const words = paragraphs.flatMap(wordsOf)
  const long = words.filter((each) => (each.match(/\p{L}/gu) ?? []).length > 6).length
  const mean = words.length / lengths.length
  return {
    words: words.length,
    sentences: lengths.length,
    mean,
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    lix: mean + (100 * long) / words.length,
  }
}

/**
 * Flesch's reading ease of English text (206.835 − 1.015 · words a sentence − 84.6 · syllables a word, Flesch 1948),
 * with groups of vowels counted as syllables.
 */
export function readingEase(paragraphs: readonly string[]): number {
  const { mean, words } = measure(paragraphs)
  const syllables = paragraphs.flatMap(wordsOf).reduce((sum, each) => sum + syllablesOf(each), 0)
  return 206.835 - 1.015 * mean - (84.6 * syllables) / words
}

function syllablesOf(text: string): number {
  const groups =
    text
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g) ?? []
  return Math.max(1, groups.length)
}
