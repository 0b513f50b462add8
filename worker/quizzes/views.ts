import type { AnsweredView, QuestionView } from '../../web/components/question-view.ts'
import type { Locale, Question } from '../courses/catalogue.ts'
import type { Visit } from '../visit.ts'
import { optionTokens } from './option-tokens.ts'

/** A question as it may be shown before the answer. Without an order of its own the tokens decide it: it tells nothing. */
export async function questionView(
  question: Question,
  { locale, settings }: Pick<Visit, 'locale' | 'settings'>,
  order?: number[],
): Promise<QuestionView> {
  const tokens = await optionTokens(question, settings.SECRET)
  const text = question.text[locale]
  return {
    id: question.id,
    version: question.version,
    choose: question.key.length,
    stem: text.stem,
    options: (order ?? orderByToken(tokens)).map((ordinal) => ({
      token: tokens[ordinal]!,
      text: text.options[ordinal]!.text,
    })),
  }
}

/** The same after the answer, with the reasons. */
export async function answeredView(
  question: Question,
  chosen: readonly number[],
  correct: boolean,
  { locale, settings }: Pick<Visit, 'locale' | 'settings'>,
  order?: number[],
): Promise<AnsweredView> {
  const tokens = await optionTokens(question, settings.SECRET)
  return {
    id: question.id,
    choose: question.key.length,
    stem: question.text[locale].stem,
    correct,
    options: (order ?? orderByToken(tokens)).map((ordinal) =>
      optionAfter(question, locale, tokens[ordinal]!, ordinal, chosen),
    ),
  }
}

function optionAfter(question: Question, locale: Locale, token: string, ordinal: number, chosen: readonly number[]) {
  const { text, feedback } = question.text[locale].options[ordinal]!
  return { token, text, feedback, right: question.key.includes(ordinal), chosen: chosen.includes(ordinal) }
}

function orderByToken(tokens: string[]): number[] {
  return tokens.map((_, ordinal) => ordinal).sort((a, b) => (tokens[a]! < tokens[b]! ? -1 : 1))
}
