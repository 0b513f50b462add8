import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { type Chosen, type Given, strange } from './given.ts'
import { choosing, Option, ordinalsOf } from './options.ts'
import { type Step, stepsAlong, storyOf } from './story.ts'
import type { Showing, TypeRules } from './type-rules.ts'
import type { OptionView, Shown, Told, Versioned } from './versioned.ts'

/** A short story in parts, in which each choice leads on until an ending. */
export interface BranchQuestion extends Versioned {
  type: 'branch'
  /** As authored; the first is where the story begins. */
  parts: BranchPart[]
  text: InTexts<{ stem: string; parts: PartText[] }>
}

export interface BranchPart {
  /** Language neutral. */
  id: string
  /** The part that each choice leads to; none of an ending. */
  leads: number[]
  end?: 'good' | 'bad'
  /** Of a bad ending: the part to which it leads back. */
  back?: number
}

interface PartText {
  /** Inline HTML. */
  title: string
  /** HTML of blocks. */
  text: string
  /** Inline HTML of each choice; of an ending, of the way back. */
  choices: string[]
}

/** A choice that was made. */
interface Made {
  part: string
  choice: string
}

export interface BranchView extends Shown {
  type: 'branch'
  trail: Made[]
  part: { title: string; text: string }
  options: OptionView[]
  /** Tokens of the choices made so far, in their sequence. */
  path: string[]
  /** How many parts the longest way through the story has before its ending. */
  longest: number
}

export interface AnsweredBranch extends Told {
  type: 'branch'
  trail: Made[]
  /** null: no ending was reached. */
  ending: { title: string; text: string; isGood: boolean } | null
  /** What to choose again, and the tokens of the choices before that. */
  back: { text: string; path: string[] } | null
}

export interface BranchFault {
  reason: 'no-choice' | 'goes-on'
}

const type = z.literal('branch')
const trail = z
  .array(z.object({ part: z.string(), choice: z.string() }))
  .openapi({ description: 'The choices made so far.' })

/** The parts that have tokens are the choices, part by part as authored. What is given is the way so far, in sequence. */
export const branch: TypeRules<BranchQuestion, BranchView, AnsweredBranch, BranchFault> = {
  ...choosing,
  isInSteps: true,
  asksConfidence: false,
  count: ({ parts }) => storyOf(parts).choices.length,
  order: ({ parts }, shuffled) => shuffled(ordinalsOf(storyOf(parts).choices.length)),
  blank: { reason: 'no-choice' },
  read({ parts }, given, { tokens }) {
    const way = wayIn(given, tokens)
    const steps = stepsAlong(parts, way)
    if (steps.length < way.length) throw strange()
    return parts[endOf(steps)]!.end ? way : { reason: 'goes-on' }
  },
  mark({ parts }, chosen) {
    const steps = stepsOf(parts, chosen)
    return parts[endOf(steps)]!.end === 'good'
  },
  draft: (_, given, { tokens }) => wayIn(given, tokens),
  inWords(view, given) {
    const made = view.trail.map(({ choice }) => choice)
    return { typed: '', options: Array.isArray(given) && given.length > 0 ? made : [] }
  },
  view(question, showing) {
    const { id, version, parts, text } = question
    const { tokens } = showing
    const way = wayIn(showing.given ?? [], tokens)
    const steps = stepsAlong(parts, way)
    // The choice that ends the story is told after the answer.
    const shown = parts[endOf(steps)]!.end ? steps.slice(0, -1) : steps
    const at = endOf(shown)
    const { title, text: told } = text[showing.locale].parts[at]!
    return {
      id,
      version,
      stem: text[showing.locale].stem,
      type: 'branch',
      trail: trailOf(question, shown, showing),
      part: { title, text: told },
      options: optionsAt(question, at, showing),
      path: shown.map(({ choice }) => tokens[choice]!),
      longest: storyOf(parts).longest,
    }
  },
  answered(question, { chosen, correct }, showing) {
    const { id, parts, text } = question
    const steps = stepsOf(parts, chosen)
    const { end, back } = parts[endOf(steps)]!
    const { title, text: told, choices } = text[showing.locale].parts[endOf(steps)]!
    const turned = back === undefined ? -1 : steps.findIndex(({ part }) => part === back)
    return {
      type: 'branch',
      id,
      stem: text[showing.locale].stem,
      correct,
      trail: trailOf(question, steps, showing),
      ending: end ? { title, text: told, isGood: end === 'good' } : null,
      back:
        turned === -1
          ? null
          : { text: choices[0]!, path: steps.slice(0, turned).map(({ choice }) => showing.tokens[choice]!) },
    }
  },
  viewFields: {
    type,
    trail,
    part: z.object({ title: z.string(), text: z.string() }).openapi({ description: 'Where the story is, as HTML.' }),
    options: z.array(Option),
    path: z
      .array(z.string())
      .openapi({ description: 'Tokens of the choices so far; an answer names them and the next.' }),
    longest: z.int(),
  },
  answeredFields: {
    type,
    trail,
    ending: z.object({ title: z.string(), text: z.string(), isGood: z.boolean() }).nullable(),
    back: z
      .object({ text: z.string(), path: z.array(z.string()) })
      .nullable()
      .openapi({ description: 'Where a bad ending can be turned.' }),
  },
  authoredOptions: () => undefined,
}

/** The part that the last step led to; the first one where there is none. */
function endOf(steps: readonly Step[]): number {
  return steps.at(-1)?.to ?? 0
}

/** The way that was taken, as far as it is one: what another type keeps is none. */
function stepsOf(parts: readonly BranchPart[], chosen: Chosen | undefined): Step[] {
  return stepsAlong(parts, Array.isArray(chosen) ? chosen : [])
}

/** The choices that tokens stand for, in the sequence in which they were made. */
function wayIn(given: Given, tokens: readonly string[]): number[] {
  if (!Array.isArray(given)) throw strange()
  const way = given.map((token) => tokens.indexOf(token))
  if (way.includes(-1)) throw strange()
  return way
}

function trailOf({ parts, text }: BranchQuestion, steps: readonly Step[], { locale }: Showing): Made[] {
  const told = text[locale].parts
  return steps.map(({ part, choice }) => {
    const { nth } = storyOf(parts).choices[choice]!
    return { part: told[part]!.title, choice: told[part]!.choices[nth]! }
  })
}

function optionsAt({ parts, text }: BranchQuestion, at: number, { locale, tokens, order }: Showing): OptionView[] {
  const { choices } = storyOf(parts)
  return order.flatMap((ordinal) => {
    const { part, nth } = choices[ordinal]!
    return part === at ? [{ token: tokens[ordinal]!, text: text[locale].parts[at]!.choices[nth]! }] : []
  })
}
