import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { atMostOneIn } from './given.ts'
import {
  choosing,
  type ChoiceText,
  isChoiceOf,
  Option,
  optionViews,
  ordinalsOf,
  type WithOptionIds,
} from './options.ts'
import type { TypeRules } from './type-rules.ts'
import type { OptionView, Shown, Told, Versioned } from './versioned.ts'

/** Prompts to choose from; the answer that the chosen one got is read, and then what is wrong with it. */
export interface ReplayQuestion extends Versioned, WithOptionIds {
  type: 'replay'
  /** The ordinal of the prompt whose answer holds. */
  key: number[]
  /** The day on which the answers were recorded (`2026-11-12`); null where they are written as examples. */
  recorded: string | null
  text: InTexts<ReplayText>
}

interface ReplayText extends ChoiceText {
  /** `reply` is HTML of blocks: what the prompt was answered. `feedback` says where its fault is, or why it holds. */
  options: (ChoiceText['options'][number] & { reply: string })[]
}

export interface ReplayView extends Shown {
  type: 'replay'
  recorded: string | null
  options: OptionView[]
}

export interface AnsweredReplay extends Told {
  type: 'replay'
  recorded: string | null
  /** The prompt that was chosen, with what it was answered; null where none was. */
  reply: { prompt: string; text: string; holds: boolean; feedback: string } | null
  /** The other prompts. What they are answered is told when they are chosen. */
  others: OptionView[]
}

export interface ReplayFault {
  reason: 'no-prompt'
}

const type = z.literal('replay')
const recorded = z
  .string()
  .nullable()
  .openapi({ description: 'The day on which the answers were recorded; null: written as examples.' })

export const replay: TypeRules<ReplayQuestion, ReplayView, AnsweredReplay, ReplayFault> = {
  ...choosing,
  asksConfidence: false,
  count: ({ text }) => text.sv.options.length,
  order: ({ text }, shuffled) => shuffled(ordinalsOf(text.sv.options.length)),
  blank: { reason: 'no-prompt' },
  read: (_, given, { tokens }) => atMostOneIn(given, tokens),
  mark: ({ key }, chosen) => isChoiceOf(key, chosen),
  view({ id, version, recorded, text }, showing) {
    const { stem, options } = text[showing.locale]
    return { id, version, stem, type: 'replay', recorded, options: optionViews(options, showing) }
  },
  answered({ id, key, recorded, text }, { chosen, correct }, showing) {
    const { stem, options } = text[showing.locale]
    const [ordinal = -1] = Array.isArray(chosen) ? chosen : []
    const option = options[ordinal]
    const reply = option
      ? { prompt: option.text, text: option.reply, holds: key.includes(ordinal), feedback: option.feedback }
      : null
    const order = showing.order.filter((other) => other !== ordinal)
    return { type: 'replay', id, stem, correct, recorded, reply, others: optionViews(options, { ...showing, order }) }
  },
  viewFields: { type, recorded, options: z.array(Option) },
  answeredFields: {
    type,
    recorded,
    reply: z
      .object({ prompt: z.string(), text: z.string(), holds: z.boolean(), feedback: z.string() })
      .nullable()
      .openapi({
        description: 'What the chosen prompt was answered, as HTML, and where its fault is or why it holds.',
      }),
    others: z.array(Option).openapi({ description: 'The prompts that may be tried next.' }),
  },
  authoredOptions: ({ key, text, optionIds: ids }) => ({ options: text.sv.options.length, right: key, ids }),
}
