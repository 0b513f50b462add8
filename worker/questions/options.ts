import { z } from '@hono/zod-openapi'

import { type Chosen, type DraftAnswer, type Given, ordinalsIn } from './given.ts'
import type { InWords, Outcome, Showing } from './type-rules.ts'
import type { OptionView } from './versioned.ts'

/** What the types have in common whose answer is a choice among options. */

export interface ChoiceText {
  stem: string
  options: { text: string; feedback: string }[]
}

/** A question whose options may have ids of their author's, by ordinal: they join its figures, and are in no hash. */
export interface WithOptionIds {
  optionIds?: string[]
}

export interface AnsweredOption extends OptionView {
  right: boolean
  chosen: boolean
  feedback: string
}

export const Option = z
  .object({ token: z.string().openapi({ description: 'Opaque; what an answer names.' }), text: z.string() })
  .openapi('Option')
export const MarkedOption = Option.extend({
  chosen: z.boolean(),
  right: z.boolean(),
  feedback: z.string(),
}).openapi('MarkedOption')

/** Exactly the right ones, in any order. */
export function isChoiceOf(key: readonly number[], chosen: Chosen): boolean {
  if (!Array.isArray(chosen)) return false
  const picked = new Set(chosen)
  return picked.size === key.length && key.every((ordinal) => picked.has(ordinal))
}

export function ordinalsOf(count: number): number[] {
  return [...Array(count).keys()]
}

export function optionViews(options: ChoiceText['options'], { tokens, order }: Showing): OptionView[] {
  return order.map((ordinal) => ({ token: tokens[ordinal]!, text: options[ordinal]!.text }))
}

export function answeredOptions(
  options: ChoiceText['options'],
  key: readonly number[],
  { chosen }: Outcome,
  { tokens, order }: Showing,
): AnsweredOption[] {
  const picked = Array.isArray(chosen) ? chosen : []
  return order.map((ordinal) => ({
    token: tokens[ordinal]!,
    text: options[ordinal]!.text,
    right: key.includes(ordinal),
    chosen: picked.includes(ordinal),
    feedback: options[ordinal]!.feedback,
  }))
}

/** How a choice of options is kept, given again and told, whatever it is a choice of. */
export const choosing = {
  isInSteps: false,
  draft: (_: unknown, given: Given, { tokens }: { tokens: readonly string[] }) => ordinalsIn(given, tokens),
  resume(draft: DraftAnswer, tokens: readonly string[]): Given {
    return Array.isArray(draft) ? draft.map((ordinal) => tokens[ordinal]!) : []
  },
  handedIn: (chosen: Chosen): DraftAnswer => chosen,
  sent: (given: Given): string[] => (Array.isArray(given) ? given : []),
  inWords({ options }: { options: readonly OptionView[] }, given: Given): InWords {
    const tokens = Array.isArray(given) ? given : []
    return { typed: '', options: tokens.map((token) => wordOf(options, token)) }
  },
}

export function wordOf(options: readonly OptionView[], token: string): string {
  return options.find((option) => option.token === token)?.text ?? ''
}
