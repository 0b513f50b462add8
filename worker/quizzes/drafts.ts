import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'
import type { Chosen, DraftAnswer, Given } from '../questions/given.ts'
import { rulesOf } from '../questions/registry.ts'
import { optionTokens } from './option-tokens.ts'
import type { Reading } from './read-given.ts'

/** What was given, whole or not, as it is kept until the test is resumed. */
export async function draftOf(question: Question, given: Given, { secret, locale }: Reading): Promise<DraftAnswer> {
  return rulesOf(question).draft(question, given, { locale, tokens: await optionTokens(question, secret) })
}

/** The same as the form gives it again. */
export async function givenOf(
  question: Question,
  draft: DraftAnswer | undefined,
  secret: string,
): Promise<Given | undefined> {
  return draft === undefined ? undefined : rulesOf(question).resume(draft, await optionTokens(question, secret))
}

/** What was handed in, as a form gives it. */
export function givenAsHandedIn(
  question: Question,
  chosen: Chosen | undefined,
  secret: string,
): Promise<Given | undefined> {
  return givenOf(question, chosen === undefined ? undefined : rulesOf(question).handedIn(chosen), secret)
}

/** The language in which something was typed, where that matters to how it is read. */
export function localeOf(draft: DraftAnswer | undefined): Locale | undefined {
  return typeof draft === 'object' && 'typed' in draft ? draft.locale : undefined
}
