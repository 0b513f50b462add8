import { z } from '@hono/zod-openapi'

import type { InTexts, Locale } from '../../formats/locales.ts'
import { amountIn } from './amount-in.ts'
import { type Chosen, typedIn } from './given.ts'
import { readNumber } from './number-answers.ts'
import { answeredFields, type AnsweredTyped, type TypedView, typing, unit } from './typed.ts'
import type { TypeRules } from './type-rules.ts'
import type { Feedback, Versioned } from './versioned.ts'

export interface NumberQuestion extends Versioned {
  type: 'number'
  /** Right is what differs from the answer by no more than the tolerance. */
  key: { answer: number; tolerance: number }
  text: InTexts<NumberText>
}

interface NumberText {
  stem: string
  /** Plain text; empty when the number has none. */
  unit: string
  feedback: Feedback
}

export interface NumberView extends TypedView {
  type: 'number'
}

export interface AnsweredNumber extends AnsweredTyped {
  type: 'number'
}

export type NumberFault =
  | { reason: 'no-text' | 'number' }
  /** What was typed can be taken in two ways. */
  | { reason: 'ambiguous'; readings: [string, string] }

const type = z.literal('number')

export const number: TypeRules<NumberQuestion, NumberView, AnsweredNumber, NumberFault> = {
  ...typing,
  isInSteps: false,
  asksConfidence: true,
  blank: { reason: 'no-text' },
  read(question, given, { locale }) {
    const { sv, en } = question.text
    const read = readNumber(typedIn(given), locale, [sv.unit, en.unit])
    if ('number' in read) return String(read.number)
    return read.fault === 'ambiguous' ? { reason: 'ambiguous', readings: read.readings } : { reason: 'number' }
  },
  mark: ({ key }, chosen) => typeof chosen === 'string' && isWithin(Number(chosen), key),
  draft: (_, given, { locale }) => ({ typed: typedIn(given), locale }),
  view({ id, version, text }, { locale }) {
    const { stem, unit } = text[locale]
    return { id, version, stem, type: 'number', unit }
  },
  answered(question, { chosen, correct }, { locale }) {
    const { stem, feedback } = question.text[locale]
    return {
      type: 'number',
      id: question.id,
      stem,
      correct,
      own: ownAmount(chosen, question, locale),
      right: rightAmount(question, locale),
      feedback: correct ? feedback.right : feedback.wrong,
    }
  },
  viewFields: { type, unit },
  answeredFields: { type, ...answeredFields },
}

/** Decimals have no exact binary form: 0.4 lies within 0.1 of 0.3, though their difference here is a hair more. */
function isWithin(number: number, { answer, tolerance }: NumberQuestion['key']): boolean {
  const hair = 4 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(answer))
  return Math.abs(number - answer) <= tolerance + hair
}

function ownAmount(chosen: Chosen | undefined, question: NumberQuestion, locale: Locale): string {
  return typeof chosen === 'string' && chosen !== '' ? amountIn(locale, Number(chosen), question.text[locale].unit) : ''
}

function rightAmount(question: NumberQuestion, locale: Locale): string {
  const { answer, tolerance } = question.key
  const { unit } = question.text[locale]
  const right = amountIn(locale, answer, unit)
  return tolerance === 0 ? right : `${right} (±\u00A0${amountIn(locale, tolerance, unit)})`
}
