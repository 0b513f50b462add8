import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'
import type { NumberQuestion } from '../../../worker/questions/number.ts'
import type { OrderQuestion } from '../../../worker/questions/order.ts'
import type { SpotQuestion } from '../../../worker/questions/spot.ts'
import type { TextQuestion } from '../../../worker/questions/text.ts'

const named = {
  id: 'q',
  version: 'v',
  keyHash: 'k',
  textHash: { sv: 's', en: 'e' },
  kind: 'scenario',
  competence: 'CHK-1a',
} as const
const feedback = { right: 'Rätt.', wrong: 'Fel.' }

function both<T>(text: T): { sv: T; en: T } {
  return { sv: text, en: text }
}

function options(count: number) {
  return Array.from({ length: count }, (_, i) => ({ text: `${i}`, feedback: `f${i}` }))
}

/** Questions of every type, as small as they get; what matters to a test is said by the test. */
export function choice(count: number, key: number[], more: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  const type = key.length === 1 ? 'single' : 'multiple'
  return { ...named, type, key, text: both({ stem: '?', options: options(count) }), ...more }
}

export function spot(count: number, key: number[]): SpotQuestion {
  return { ...named, type: 'spot', key, text: both({ stem: '?', passage: '<p>…</p>', options: options(count) }) }
}

export function order(count: number): OrderQuestion {
  const items = options(count).map(({ text }) => text)
  return { ...named, type: 'order', text: both({ stem: '?', items, feedback }) }
}

export function text(...key: string[]): TextQuestion {
  return { ...named, type: 'text', key, text: both({ stem: '?', answer: key[0]!, feedback }) }
}

export function number(answer: number, tolerance = 0, unit = 'kr'): NumberQuestion {
  return { ...named, type: 'number', key: { answer, tolerance }, text: both({ stem: '?', unit, feedback }) }
}
