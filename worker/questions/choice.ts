import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { atMostOneIn, type Given, ordinalsIn, type Reading } from './given.ts'
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
import type { TypeRules } from './type-rules.ts'
import type { OptionView, Shown, Told, Versioned } from './versioned.ts'

/** One or two right options among several: the same in all but the number of them. */
export interface ChoiceQuestion extends Versioned, WithOptionIds {
  type: 'single' | 'multiple'
  /** Ordinals (0-based, authored order) of the right options. */
  key: number[]
  text: InTexts<ChoiceText>
}

export interface ChoiceView extends Shown {
  type: 'single' | 'multiple'
  /** 1: choose one (radio). 2 or more: choose so many (checkboxes). */
  choose: number
  options: OptionView[]
}

export interface AnsweredChoice extends Told {
  type: 'single' | 'multiple'
  /** Empty: programs have read it here from the first day. */
  passage: ''
  choose: number
  options: AnsweredOption[]
}

export interface ChoiceFault {
  reason: 'no-option'
}

const type = z.enum(['single', 'multiple'])
const choose = z.int().openapi({ description: 'How many options to choose.' })

export const choice: TypeRules<ChoiceQuestion, ChoiceView, AnsweredChoice, ChoiceFault> = {
  ...choosing,
  asksConfidence: true,
  count: ({ text }) => text.sv.options.length,
  order: ({ text }, shuffled) => shuffled(ordinalsOf(text.sv.options.length)),
  blank: { reason: 'no-option' },
  read: chosenIn,
  draft: chosenIn,
  mark: ({ key }, chosen) => isChoiceOf(key, chosen),
  view({ type, id, version, key, text }, showing) {
    const { stem, options } = text[showing.locale]
    return { id, version, stem, type, choose: key.length, options: optionViews(options, showing) }
  },
  answered({ type, id, key, text }, outcome, showing) {
    const { stem, options } = text[showing.locale]
    return {
      type,
      id,
      stem,
      passage: '',
      choose: key.length,
      correct: outcome.correct,
      options: answeredOptions(options, key, outcome, showing),
    }
  },
  viewFields: { type, choose, options: z.array(Option) },
  answeredFields: { type, passage: z.literal(''), choose, options: z.array(MarkedOption) },
  authoredOptions: ({ key, text, optionIds: ids }) => ({ options: text.sv.options.length, right: key, ids }),
}

function chosenIn({ type }: ChoiceQuestion, given: Given, { tokens }: Reading): number[] {
  return type === 'single' ? atMostOneIn(given, tokens) : ordinalsIn(given, tokens)
}
