import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { typedIn } from './given.ts'
import { isSameText, tidyText } from './text-answers.ts'
import { answeredFields, type AnsweredTyped, type TypedView, typing, unit } from './typed.ts'
import type { TypeRules } from './type-rules.ts'
import type { Feedback, Versioned } from './versioned.ts'

export interface TextQuestion extends Versioned {
  type: 'text'
  /** Every variant that is right, in either language. */
  key: string[]
  text: InTexts<TextText>
}

interface TextText {
  stem: string
  /** The variant shown as the right answer; plain text. */
  answer: string
  feedback: Feedback
}

export interface TextView extends TypedView {
  type: 'text'
}

export interface AnsweredText extends AnsweredTyped {
  type: 'text'
}

export interface TextFault {
  reason: 'no-text'
}

const type = z.literal('text')

export const text: TypeRules<TextQuestion, TextView, AnsweredText, TextFault> = {
  ...typing,
  isInSteps: false,
  asksConfidence: true,
  blank: { reason: 'no-text' },
  read: (_, given) => tidyText(typedIn(given)),
  mark: ({ key }, chosen) => typeof chosen === 'string' && key.some((variant) => isSameText(variant, chosen)),
  draft: (_, given) => typedIn(given),
  view: ({ id, version, text }, { locale }) => ({ id, version, stem: text[locale].stem, type: 'text', unit: '' }),
  answered({ id, text }, { chosen, correct }, { locale }) {
    const { stem, answer, feedback } = text[locale]
    return {
      type: 'text',
      id,
      stem,
      correct,
      own: typeof chosen === 'string' ? chosen : '',
      right: answer,
      feedback: correct ? feedback.right : feedback.wrong,
    }
  },
  viewFields: { type, unit },
  answeredFields: { type, ...answeredFields },
}
