import type { Given } from '../../web/components/question-view.ts'
import type { Locale, Question } from '../courses/catalogue.ts'
import type { Chosen } from '../db/schema/quizzes.ts'
import { Refusal } from '../refusal.ts'
import { readNumber } from './number-answers.ts'
import { optionTokens } from './option-tokens.ts'
import { tidyText } from './text-answers.ts'

/** Why an answer is sent back rather than marked: nothing was given, or what was given can be taken in several ways. */
export type Fault =
  | { reason: 'no-option' | 'no-sentence' | 'no-text' | 'places-none' | 'places-missing' | 'places-doubled' | 'number' }
  | { reason: 'ambiguous'; readings: [string, string] }

/** In which language a number was typed, and what binds the tokens. */
export interface Reading {
  locale: Locale
  secret: string
}

/** Turns what was sent for a question into what is marked and kept. Refuses tokens that are not the question's. */
export async function readGiven(question: Question, given: Given, reading: Reading): Promise<Chosen | Fault> {
  if (isBlank(given)) return { reason: whenBlank[question.type] }
  if (question.type === 'text') return tidyText(typedIn(given))
  if (question.type === 'number') return numberIn(typedIn(given), question, reading.locale)

  const tokens = await optionTokens(question, reading.secret)
  return question.type === 'order' ? sequenceIn(given, tokens) : ordinalsIn(given, tokens)
}

const whenBlank = {
  single: 'no-option',
  multiple: 'no-option',
  spot: 'no-sentence',
  order: 'places-none',
  text: 'no-text',
  number: 'no-text',
} as const

/** Nothing given at all: in a badge test the question is unanswered. */
export function isBlank(given: Given): boolean {
  if (typeof given === 'string') return tidyText(given) === ''
  return Array.isArray(given) ? given.length === 0 : Object.values(given.places).every((place) => place === '')
}

export function isFault(read: Chosen | Fault): read is Fault {
  return typeof read === 'object' && 'reason' in read
}

/** The place of each of an order's items by ordinal, as chosen, whole or not; 0 for none. */
export function placesIn(given: Given, tokens: readonly string[]): number[] {
  if (typeof given === 'string') throw strange()
  const places = Array.isArray(given)
    ? Object.fromEntries(given.map((token, i) => [token, String(i + 1)]))
    : given.places
  for (const [token, place] of Object.entries(places))
    if (!tokens.includes(token) || !/^\d?$/.test(place) || Number(place) > tokens.length) throw strange()
  return tokens.map((token) => Number(places[token] ?? 0))
}

/** The ordinals that tokens stand for, ascending and each once. */
export function ordinalsIn(given: Given, tokens: readonly string[]): number[] {
  if (!Array.isArray(given)) throw strange()
  const ordinals = [...new Set(given.map((token) => tokens.indexOf(token)))].sort((a, b) => a - b)
  if (ordinals.includes(-1)) throw strange()
  return ordinals
}

/** The text typed; an empty list of tokens is nothing typed. */
export function typedIn(given: Given): string {
  if (typeof given === 'string') return given
  if (Array.isArray(given) && given.length === 0) return ''
  throw strange()
}

function numberIn(text: string, question: Extract<Question, { type: 'number' }>, locale: Locale): string | Fault {
  const { sv, en } = question.text
  const read = readNumber(text, locale, [sv.unit, en.unit])
  if ('number' in read) return String(read.number)
  return read.fault === 'ambiguous' ? { reason: 'ambiguous', readings: read.readings } : { reason: 'number' }
}

function sequenceIn(given: Given, tokens: readonly string[]): number[] | Fault {
  if (Array.isArray(given) && new Set(given).size < given.length) return { reason: 'places-doubled' }
  const places = placesIn(given, tokens)
  if (places.includes(0)) return { reason: 'places-missing' }
  if (new Set(places).size < places.length) return { reason: 'places-doubled' }
  return places.map((_, i) => places.indexOf(i + 1))
}

function strange(): Refusal {
  return new Refusal('invalid', 'no such option', { o: 'unknown' })
}
