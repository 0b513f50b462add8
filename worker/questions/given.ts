import type { Locale } from '../../formats/locales.ts'
import { Refusal } from '../refusal.ts'
import { tidyText } from './text-answers.ts'

/**
 * What stands in a form: tokens of options (of what has places: in their sequence), what was typed, or what stands in
 * each place by token.
 */
export type Given = string[] | string | { places: Record<string, string> }

/**
 * What an answer says: ordinals (0-based, authored order) of the chosen options, ascending; of what has places all
 * ordinals, place by place; a short text as typed; a number in digits with a decimal point.
 */
export type Chosen = number[] | string

/**
 * What stood in the form when it was left, whole or not: places by ordinal, 0 for none; a number as typed, and in
 * which language, since 1,500 is not the same in both.
 */
export type DraftAnswer = number[] | string | { places: number[] } | { typed: string; locale: Locale }

/** In which language a number was typed, and the tokens of the question's parts by ordinal. */
export interface Reading {
  locale: Locale
  tokens: readonly string[]
}

/** Nothing given at all: in a badge test the question is unanswered. */
export function isBlank(given: Given): boolean {
  if (typeof given === 'string') return tidyText(given) === ''
  return Array.isArray(given)
    ? given.every((token) => token === '')
    : Object.values(given.places).every((place) => place === '')
}

/** The same of what was kept: a choice that was taken back. */
export function isBlankDraft(draft: DraftAnswer | null | undefined): boolean {
  if (draft === undefined || draft === null) return true
  if (typeof draft === 'string') return tidyText(draft) === ''
  if (Array.isArray(draft)) return draft.length === 0
  return 'typed' in draft ? tidyText(draft.typed) === '' : draft.places.every((place) => place === 0)
}

/** The ordinals that tokens stand for, ascending and each once. */
export function ordinalsIn(given: Given, tokens: readonly string[]): number[] {
  if (!Array.isArray(given)) throw strange()
  const ordinals = [...new Set(given.map((token) => tokens.indexOf(token)))].sort((a, b) => a - b)
  if (ordinals.includes(-1)) throw strange()
  return ordinals
}

/** The same of what radios send, which is one or nothing: two are no answer that is wrong, but none of the form. */
export function atMostOneIn(given: Given, tokens: readonly string[]): number[] {
  const ordinals = ordinalsIn(given, tokens)
  if (ordinals.length > 1) throw strange()
  return ordinals
}

/** The text typed; an empty list of tokens is nothing typed. */
export function typedIn(given: Given): string {
  if (typeof given === 'string') return given
  if (Array.isArray(given) && given.length === 0) return ''
  throw strange()
}

/** Something that no form of the question sends. */
export function strange(): Refusal {
  return new Refusal('invalid', 'no such option', { o: 'unknown' })
}
