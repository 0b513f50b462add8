import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { ordinalsIn } from './given.ts'
import {
  type AnsweredOption,
  answeredOptions,
  choosing,
  type ChoiceText,
  isChoiceOf,
  MarkedOption,
  Option,
  optionViews,
  ordinalsOf,
  type WithOptionIds,
} from './options.ts'
import type { Showing, TypeRules } from './type-rules.ts'
import type { OptionView, Shown, Told, Versioned } from './versioned.ts'

/** Sentences of a passage; the faulty ones are to be found, or it is to be said that there is none. */
export interface SpotQuestion extends Versioned, WithOptionIds {
  type: 'spot'
  /** Ordinals of the faulty sentences; empty where there is none. */
  key: number[]
  text: InTexts<SpotText>
}

interface SpotText extends ChoiceText {
  /** Paragraphs, as HTML. */
  passage: string
}

/** How many sentences are faulty is part of the key. */
export interface SpotView extends Shown {
  type: 'spot'
  /** Paragraphs, as HTML. */
  passage: string
  options: OptionView[]
  /** Token of the answer that no sentence is faulty. */
  none: string
}

export interface AnsweredSpot extends Told {
  type: 'spot'
  passage: string
  choose: number
  options: AnsweredOption[]
  /** The answer that no sentence is faulty: whether it was given, and whether it is right. */
  none: { chosen: boolean; right: boolean }
}

export interface SpotFault {
  reason: 'no-sentence' | 'sentence-and-none'
}

const type = z.literal('spot')
const passage = z.string().openapi({ description: 'HTML, whose sentences are the options.' })

export const spot: TypeRules<SpotQuestion, SpotView, AnsweredSpot, SpotFault> = {
  ...choosing,
  asksConfidence: true,
  count: (question) => noneOf(question) + 1,
  /** Sentences stay as they stand in their passage. */
  order: (question) => ordinalsOf(noneOf(question) + 1),
  blank: { reason: 'no-sentence' },
  read(question, given, { tokens }) {
    const chosen = ordinalsIn(given, tokens)
    return chosen.length > 1 && chosen.includes(noneOf(question)) ? { reason: 'sentence-and-none' } : chosen
  },
  mark: (question, chosen) => isChoiceOf(rightOf(question), chosen),
  inWords({ options, none }, given) {
    const tokens = Array.isArray(given) ? given : []
    const sentences = tokens.filter((token) => token !== none)
    return { ...choosing.inWords({ options }, sentences), isNone: tokens.includes(none) }
  },
  view(question, showing) {
    const { id, version, text } = question
    const { stem, passage, options } = text[showing.locale]
    const none = showing.tokens[noneOf(question)]!
    return {
      id,
      version,
      stem,
      type: 'spot',
      passage,
      options: optionViews(options, sentences(question, showing)),
      none,
    }
  },
  answered(question, outcome, showing) {
    const { id, key, text } = question
    const { stem, passage, options } = text[showing.locale]
    const { chosen } = outcome
    return {
      type: 'spot',
      id,
      stem,
      passage,
      choose: key.length,
      correct: outcome.correct,
      options: answeredOptions(options, key, outcome, sentences(question, showing)),
      none: { chosen: Array.isArray(chosen) && chosen.includes(noneOf(question)), right: key.length === 0 },
    }
  },
  viewFields: {
    type,
    passage,
    options: z.array(Option),
    none: z.string().openapi({ description: 'The token of the answer that no sentence is to be marked.' }),
  },
  answeredFields: {
    type,
    passage,
    choose: z.int(),
    options: z.array(MarkedOption),
    none: z
      .object({ chosen: z.boolean(), right: z.boolean() })
      .openapi({ description: 'No sentence is to be marked.' }),
  },
  authoredOptions: (question) => ({ options: noneOf(question), right: question.key, ids: question.optionIds }),
}

/** The ordinal, after those of the sentences, of the answer that none of them is faulty. */
function noneOf({ text }: SpotQuestion): number {
  return text.sv.options.length
}

function rightOf(question: SpotQuestion): readonly number[] {
  return question.key.length > 0 ? question.key : [noneOf(question)]
}

function sentences(question: SpotQuestion, showing: Showing): Showing {
  return { ...showing, order: showing.order.filter((ordinal) => ordinal < noneOf(question)) }
}
