import type { Given } from '../../web/components/question-view.ts'
import type { Question } from '../courses/catalogue.ts'
import type { Draft } from '../db/schema/quizzes.ts'
import { optionTokens } from './option-tokens.ts'
import { ordinalsIn, placesIn, typedIn } from './read-given.ts'

type DraftAnswer = Draft[string]

/** What was given, whole or not, as it is kept until the test is resumed. */
export async function draftOf(question: Question, given: Given, secret: string): Promise<DraftAnswer> {
  if (question.type === 'text' || question.type === 'number') return typedIn(given)
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
  const tokens = await optionTokens(question, secret)
  if (Array.isArray(draft)) return draft.map((ordinal) => tokens[ordinal]!)
  return { places: Object.fromEntries(tokens.map((token, i) => [token, String(draft.places[i] || '')])) }
}
