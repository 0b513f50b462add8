import { z } from '@hono/zod-openapi'

import type { InBoth } from '../../formats/locales.ts'
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
} from './options.ts'
import type { TypeRules } from './type-rules.ts'
import type { OptionView, Shown, Told, Versioned } from './versioned.ts'

/** Sentences of a passage; the faulty ones are to be found. */
export interface SpotQuestion extends Versioned {
  type: 'spot'
  /** Ordinals of the faulty sentences. */
  key: number[]
  text: InBoth<SpotText>
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
}

export interface AnsweredSpot extends Told {
  type: 'spot'
  passage: string
  choose: number
  options: AnsweredOption[]
}

export interface SpotFault {
  reason: 'no-sentence'
}

const type = z.literal('spot')
const passage = z.string().openapi({ description: 'HTML, whose sentences are the options.' })

export const spot: TypeRules<SpotQuestion, SpotView, AnsweredSpot, SpotFault> = {
  ...choosing,
  count: ({ text }) => text.sv.options.length,
  /** Sentences stay as they stand in their passage. */
  order: ({ text }) => ordinalsOf(text.sv.options.length),
  blank: { reason: 'no-sentence' },
  read: (_, given, { tokens }) => ordinalsIn(given, tokens),
  mark: ({ key }, chosen) => isChoiceOf(key, chosen),
  view({ id, version, text }, showing) {
    const { stem, passage, options } = text[showing.locale]
    return { id, version, stem, type: 'spot', passage, options: optionViews(options, showing) }
  },
  answered({ id, key, text }, outcome, showing) {
    const { stem, passage, options } = text[showing.locale]
    return {
      type: 'spot',
      id,
      stem,
      passage,
      choose: key.length,
      correct: outcome.correct,
      options: answeredOptions(options, key, outcome, showing),
    }
  },
  viewFields: { type, passage, options: z.array(Option) },
  answeredFields: { type, passage, choose: z.int(), options: z.array(MarkedOption) },
  rightOrdinals: ({ key }) => key,
}
