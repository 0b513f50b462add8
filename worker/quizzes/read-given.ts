import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'
import { type Chosen, type Given, isBlank } from '../questions/given.ts'
import { type Fault, rulesOf } from '../questions/registry.ts'
import { optionTokens } from './option-tokens.ts'

/** In which language a number was typed, and what binds the tokens. */
export interface Reading {
  locale: Locale
  secret: string
}

/** Turns what was sent for a question into what is marked and kept. Refuses tokens that are not the question's. */
export async function readGiven(
  question: Question,
  given: Given,
  { locale, secret }: Reading,
): Promise<Chosen | Fault> {
  const rules = rulesOf(question)
  if (isBlank(given)) return rules.blank
  return rules.read(question, given, { locale, tokens: await optionTokens(question, secret) })
}

export function isFault(read: Chosen | Fault): read is Fault {
  return typeof read === 'object' && 'reason' in read
}
