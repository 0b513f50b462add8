import type { AnsweredOptions, AnsweredOrder, AnsweredTyped, AnsweredView } from '../../web/components/question-view.ts'
import type { Locale, NumberQuestion, OptionsQuestion, OrderQuestion, TextQuestion } from '../courses/catalogue.ts'
import type { Chosen } from '../db/schema/quizzes.ts'
import type { Asked } from './find-asked.ts'
import { optionTokens } from './option-tokens.ts'
import { orderOf, type Reader } from './views.ts'

/** What was answered, undefined for nothing, and how it was marked. */
export interface Outcome {
  chosen: Chosen | undefined
  correct: boolean
}

/** A question after the answer, with the reasons. Options stand in the order in which they were shown. */
export async function answeredView(
  question: Asked,
  outcome: Outcome,
  reader: Reader,
  order?: number[],
): Promise<AnsweredView> {
  if (question.type === 'order') return orderView(question, outcome, reader.locale)
  if (question.type === 'text' || question.type === 'number') return typedView(question, outcome, reader.locale)

  const tokens = await optionTokens(question, reader.settings.SECRET)
  return optionsView(question, outcome, reader.locale, { tokens, order: order ?? orderOf(question, tokens) })
}

function orderView(question: OrderQuestion, { chosen, correct }: Outcome, locale: Locale): AnsweredOrder {
  const { stem, items, feedback } = question.text[locale]
  const sequence = Array.isArray(chosen) ? chosen : []
  return {
    type: 'order',
    id: question.id,
    stem,
    correct,
    items: items.map((text, ordinal) => ({ text, place: sequence.indexOf(ordinal) + 1 || null })),
    feedback: correct ? feedback.right : feedback.wrong,
  }
}

function typedView(
  question: TextQuestion | NumberQuestion,
  { chosen, correct }: Outcome,
  locale: Locale,
): AnsweredTyped {
  const { stem, feedback } = question.text[locale]
  const given = typeof chosen === 'string' ? chosen : ''
  return {
    type: question.type,
    id: question.id,
    stem,
    correct,
    own: question.type === 'number' && given !== '' ? amount(Number(given), question, locale) : given,
    right: rightAnswer(question, locale),
    feedback: correct ? feedback.right : feedback.wrong,
  }
}

function rightAnswer(question: TextQuestion | NumberQuestion, locale: Locale): string {
  if (question.type === 'text') return question.text[locale].answer
  const { answer, tolerance } = question.key
  const right = amount(answer, question, locale)
  return tolerance === 0 ? right : `${right} (±\u00A0${amount(tolerance, question, locale)})`
}

/** A number as the language writes it, with its unit. */
function amount(number: number, question: NumberQuestion, locale: Locale): string {
  const digits = formats[locale].format(number)
  const { unit } = question.text[locale]
  return unit === '' ? digits : `${digits}\u00A0${unit}`
}

const formats = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
}

function optionsView(
  question: OptionsQuestion,
  { chosen, correct }: Outcome,
  locale: Locale,
  { tokens, order }: { tokens: string[]; order: number[] },
): AnsweredOptions {
  const { stem, options } = question.text[locale]
  const picked = Array.isArray(chosen) ? chosen : []
  return {
    type: question.type,
    id: question.id,
    stem,
    passage: question.type === 'spot' ? question.text[locale].passage : '',
    choose: question.key.length,
    correct,
    options: order.map((ordinal) => ({
      token: tokens[ordinal]!,
      text: options[ordinal]!.text,
      right: question.key.includes(ordinal),
      chosen: picked.includes(ordinal),
      feedback: options[ordinal]!.feedback,
    })),
  }
}
