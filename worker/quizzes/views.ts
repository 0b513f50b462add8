import type { QuestionView } from '../../web/components/question-view.ts'
import type { Question } from '../courses/catalogue.ts'
import type { Visit } from '../visit.ts'
import { optionTokens } from './option-tokens.ts'
import { orderShown } from './rules.ts'

export type Reader = Pick<Visit, 'locale' | 'settings'>

/** A question as it may be shown before the answer. Without an order of its own the tokens decide it: it tells nothing. */
export async function questionView(
  question: Question,
  { locale, settings }: Reader,
  order?: number[],
): Promise<QuestionView> {
  const { id, version } = question
  const shown = { id, version, stem: question.text[locale].stem }
  if (question.type === 'text') return { ...shown, type: 'text', unit: '' }
  if (question.type === 'number') return { ...shown, type: 'number', unit: question.text[locale].unit }

  const tokens = await optionTokens(question, settings.SECRET)
  const words = question.type === 'order' ? question.text[locale].items : textsOf(question.text[locale].options)
  const options = (order ?? orderOf(question, tokens)).map((ordinal) => ({
    token: tokens[ordinal]!,
    text: words[ordinal]!,
  }))
  if (question.type === 'order') return { ...shown, type: 'order', options }
  if (question.type === 'spot') return { ...shown, type: 'spot', passage: question.text[locale].passage, options }
  return { ...shown, type: question.type, choose: question.key.length, options }
}

function textsOf(options: readonly { text: string }[]): string[] {
  return options.map((option) => option.text)
}

/** For practice, where nothing was drawn: by the tokens, as far as the type of question lets its parts be moved. */
export function orderOf(question: Question, tokens: readonly string[]): number[] {
  return orderShown(question, (ordinals) => ordinals.sort((a, b) => (tokens[a]! < tokens[b]! ? -1 : 1)))
}
