import type { Given } from '../../web/components/question-view.ts'
import type { Locale, Question } from '../courses/catalogue.ts'
import type { Draft } from '../db/schema/quizzes.ts'
import { optionTokens } from './option-tokens.ts'
import { ordinalsIn, placesIn, typedIn } from './read-given.ts'

type DraftAnswer = Draft[string]

/** What was given, whole or not, as it is kept until the test is resumed. */
export async function draftOf(
  question: Question,
  given: Given,
  { secret, locale }: { secret: string; locale: Locale },
): Promise<DraftAnswer> {
  if (question.type === 'text') return typedIn(given)
  if (question.type === 'number') return { typed: typedIn(given), locale }
  const tokens = await optionTokens(question, secret)
  return question.type === 'order' ? { places: placesIn(given, tokens) } : ordinalsIn(given, tokens)
}

/** The same as the form gives it again. */
export async function givenOf(
  question: Question,
  draft: DraftAnswer | undefined,
  secret: string,
): Promise<Given | undefined> {
  if (draft === undefined || typeof draft === 'string') return draft
  if ('typed' in draft) return draft.typed
  const tokens = await optionTokens(question, secret)
  if (Array.isArray(draft)) return draft.map((ordinal) => tokens[ordinal]!)
  return { places: Object.fromEntries(tokens.map((token, i) => [token, String(draft.places[i] || '')])) }
}

/** The language in which something was typed, where that matters to how it is read. */
export function localeOf(draft: DraftAnswer | undefined): Locale | undefined {
  return typeof draft === 'object' && 'typed' in draft ? draft.locale : undefined
}
