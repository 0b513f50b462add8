import { z } from '@hono/zod-openapi'

import type { InTexts } from '../../formats/locales.ts'
import { type Given, strange } from './given.ts'
import { Option, ordinalsOf, wordOf } from './options.ts'
import type { TypeRules } from './type-rules.ts'
import type { Feedback, OptionView, Shown, Told, Versioned } from './versioned.ts'

/** The items as they are written stand in the right order. */
export interface OrderQuestion extends Versioned {
  type: 'order'
  text: InTexts<OrderText>
}

interface OrderText {
  stem: string
  items: string[]
  feedback: Feedback
}

export interface OrderView extends Shown {
  type: 'order'
  options: OptionView[]
}

export interface AnsweredOrder extends Told {
  type: 'order'
  /** In the right order. */
  items: { text: string; place: number | null }[]
  feedback: string
}

export interface OrderFault {
  reason: 'places-none' | 'places-missing' | 'places-doubled'
}

const type = z.literal('order')
const Item = z.object({
  text: z.string(),
  place: z.int().nullable().openapi({ description: 'Where you put it.' }),
})

export const order: TypeRules<OrderQuestion, OrderView, AnsweredOrder, OrderFault> = {
  isInSteps: false,
  asksConfidence: true,
  count: ({ text }) => text.sv.items.length,
  order({ text }, shuffled) {
    const order = shuffled(ordinalsOf(text.sv.items.length))
    const isTelling = order.every((ordinal, place) => ordinal === place)
    return isTelling ? [...order.slice(1), order[0]!] : order
  },
  blank: { reason: 'places-none' },
  read(_, given, { tokens }) {
    if (Array.isArray(given) && new Set(given).size < given.length) return { reason: 'places-doubled' }
    const places = placesIn(given, tokens)
    if (places.includes(0)) return { reason: 'places-missing' }
    if (new Set(places).size < places.length) return { reason: 'places-doubled' }
    return places.map((_, i) => places.indexOf(i + 1))
  },
  mark({ text }, chosen) {
    if (!Array.isArray(chosen)) return false
    return chosen.length === text.sv.items.length && chosen.every((ordinal, place) => ordinal === place)
  },
  draft: (_, given, { tokens }) => ({ places: placesIn(given, tokens) }),
  resume(draft, tokens) {
    if (typeof draft === 'string' || !('places' in draft)) return []
    return { places: Object.fromEntries(tokens.map((token, i) => [token, String(draft.places[i] || '')])) }
  },
  handedIn: (chosen) =>
    Array.isArray(chosen) ? { places: chosen.map((_, ordinal) => chosen.indexOf(ordinal) + 1) } : chosen,
  /** Tokens in sequence: those that have a place. */
  sent(given) {
    const placed = Object.entries(placesOf(given)).filter(([, place]) => place !== '')
    return placed.sort(([, a], [, b]) => Number(a) - Number(b)).map(([token]) => token)
  },
  inWords({ options }, given) {
    const words = Object.entries(placesOf(given)).flatMap(([token, place]) =>
      place ? [`${place}. ${wordOf(options, token)}`] : [],
    )
    return { typed: '', options: words }
  },
  view({ id, version, text }, { locale, tokens, order }) {
    const { stem, items } = text[locale]
    const options = order.map((ordinal) => ({ token: tokens[ordinal]!, text: items[ordinal]! }))
    return { id, version, stem, type: 'order', options }
  },
  answered({ id, text }, { chosen, correct }, { locale }) {
    const { stem, items, feedback } = text[locale]
    const sequence = Array.isArray(chosen) ? chosen : []
    return {
      type: 'order',
      id,
      stem,
      correct,
      items: items.map((text, ordinal) => ({ text, place: sequence.indexOf(ordinal) + 1 || null })),
      feedback: correct ? feedback.right : feedback.wrong,
    }
  },
  viewFields: { type, options: z.array(Option) },
  answeredFields: {
    type,
    items: z.array(Item).openapi({ description: 'In the right order.' }),
    feedback: z.string().openapi({ description: 'For the outcome there was. Inline HTML.' }),
  },
  authoredOptions: () => undefined,
}

/** The place of each item by ordinal, as chosen, whole or not; 0 for none. */
function placesIn(given: Given, tokens: readonly string[]): number[] {
  const places = placesOf(given)
  for (const [token, place] of Object.entries(places))
    if (!tokens.includes(token) || !/^\d?$/.test(place) || Number(place) > tokens.length) throw strange()
  return tokens.map((token) => Number(places[token] ?? 0))
}

/** Tokens alone stand in sequence. */
function placesOf(given: Given): Record<string, string> {
  if (typeof given === 'string') throw strange()
  return Array.isArray(given) ? Object.fromEntries(given.map((token, i) => [token, String(i + 1)])) : given.places
}
