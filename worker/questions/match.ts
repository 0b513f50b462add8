import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { type Given, strange } from './given.ts'
import { Option, ordinalsOf, wordOf } from './options.ts'
import type { TypeRules } from './type-rules.ts'
import type { Feedback, OptionView, Shown, Told, Versioned } from './versioned.ts'

/** What stands left is paired with what stands right; some of the right ones may be left over. */
export interface MatchQuestion extends Versioned {
  type: 'match'
  /** Of each left one, the ordinal of its right one among those. */
  key: number[]
  text: InTexts<MatchText>
}

interface MatchText {
  stem: string
  /** What the two columns are called; empty where they have no name. */
  heads: [string, string]
  lefts: string[]
  rights: string[]
  feedback: Feedback
}

export interface MatchView extends Shown {
  type: 'match'
  heads: [string, string]
  rows: OptionView[]
  options: OptionView[]
}

export interface AnsweredPair {
  left: string
  right: string
  /** What was chosen; null for nothing. */
  own: string | null
  correct: boolean
}

export interface AnsweredMatch extends Told {
  type: 'match'
  pairs: AnsweredPair[]
  feedback: string
}

export interface MatchFault {
  reason: 'pairs-none' | 'pairs-missing' | 'pairs-doubled'
}

const type = z.literal('match')
const Pair = z.object({
  left: z.string(),
  right: z.string().openapi({ description: 'What belongs to it.' }),
  own: z.string().nullable().openapi({ description: 'What you chose for it.' }),
  correct: z.boolean(),
})

/** The parts that have tokens are the left ones and then the right ones, each as authored. */
export const match: TypeRules<MatchQuestion, MatchView, AnsweredMatch, MatchFault> = {
  isInSteps: false,
  asksConfidence: true,
  count: ({ text }) => text.sv.lefts.length + text.sv.rights.length,
  /** The left ones stay. However the right ones lie, those that belong to the left ones never lie in their order. */
  order({ key, text }, shuffled) {
    const { lefts, rights } = text.sv
    let order = shuffled(ordinalsOf(rights.length).map((ordinal) => lefts.length + ordinal))
    const isTelling = () => isAscending(key.map((right) => order.indexOf(lefts.length + right)))
    for (let turns = 0; isTelling() && turns < order.length; turns += 1) order = [...order.slice(1), order[0]!]
    return [...ordinalsOf(lefts.length), ...order]
  },
  blank: { reason: 'pairs-none' },
  read(question, given, { tokens }) {
    const places = placesIn(question, given, tokens)
    if (places.includes(0)) return { reason: 'pairs-missing' }
    if (new Set(places).size < places.length) return { reason: 'pairs-doubled' }
    return places.map((place) => place - 1)
  },
  mark: ({ key }, chosen) =>
    Array.isArray(chosen) && chosen.length === key.length && key.every((right, left) => chosen[left] === right),
  draft: (question, given, { tokens }) => ({ places: placesIn(question, given, tokens) }),
  resume(draft, tokens) {
    if (typeof draft === 'string' || !('places' in draft)) return []
    const { places } = draft
    const entries = places.map((place, left) => [tokens[left]!, place ? (tokens[places.length + place - 1] ?? '') : ''])
    return { places: Object.fromEntries(entries) as Record<string, string> }
  },
  handedIn: (chosen) => (Array.isArray(chosen) ? { places: chosen.map((right) => right + 1) } : chosen),
  /** Tokens of right ones, in the sequence of the left ones; empty for a left one that has none. */
  sent(given) {
    if (typeof given === 'string') return []
    return Array.isArray(given) ? given : Object.values(given.places)
  },
  inWords({ rows, options }, given) {
    const words = rows.flatMap(({ token, text }, left) => {
      const own = chosenFor(given, token, left)
      return own ? [`${text}: ${wordOf(options, own)}`] : []
    })
    return { typed: '', options: words }
  },
  view({ id, version, text }, { locale, tokens, order }) {
    const { stem, heads, lefts, rights } = text[locale]
    const rows = lefts.map((text, left) => ({ token: tokens[left]!, text }))
    const options = order.flatMap((ordinal) => {
      const right = rights[ordinal - lefts.length]
      return right === undefined ? [] : [{ token: tokens[ordinal]!, text: right }]
    })
    return { id, version, stem, type: 'match', heads, rows, options }
  },
  answered({ id, key, text }, { chosen, correct }, { locale }) {
    const { stem, lefts, rights, feedback } = text[locale]
    const pairs = lefts.map((left, i): AnsweredPair => {
      const own = Array.isArray(chosen) ? chosen[i] : undefined
      return { left, right: rights[key[i]!]!, own: rights[own ?? -1] ?? null, correct: own === key[i] }
    })
    return { type: 'match', id, stem, correct, pairs, feedback: correct ? feedback.right : feedback.wrong }
  },
  viewFields: {
    type,
    heads: z.tuple([z.string(), z.string()]).openapi({ description: 'What the two columns are called.' }),
    rows: z.array(Option).openapi({ description: 'What stands left.' }),
    options: z.array(Option).openapi({ description: 'What may stand right.' }),
  },
  answeredFields: {
    type,
    pairs: z.array(Pair),
    feedback: z.string().openapi({ description: 'For the outcome there was. Inline HTML.' }),
  },
  authoredOptions: () => undefined,
}

/** Of a left one, whatever else the form did or did not send. */
function chosenFor(given: Given, token: string, left: number): string | undefined {
  if (typeof given === 'string') return undefined
  return Array.isArray(given) ? given[left] : given.places[token]
}

/** For each left one, the place of its right one among those, counted from 1; 0 for none. */
function placesIn({ text }: MatchQuestion, given: Given, tokens: readonly string[]): number[] {
  const count = text.sv.lefts.length
  const [lefts, rights] = [tokens.slice(0, count), tokens.slice(count)]
  if (typeof given === 'string' || (Array.isArray(given) && given.length > count)) throw strange()
  const places = Array.isArray(given) ? Object.fromEntries(given.map((token, i) => [lefts[i]!, token])) : given.places
  for (const [left, right] of Object.entries(places))
    if (!lefts.includes(left) || (right !== '' && !rights.includes(right))) throw strange()
  return lefts.map((left) => rights.indexOf(places[left] ?? '') + 1)
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > numbers[i - 1]!)
}
