import { knownUnits, unitOf } from '../../worker/questions/units.ts'
import { didYouMean } from './near-miss.ts'
import type { Problems } from './problem.ts'
import type { QuestionHead } from './schemas.ts'
import type { Placed } from './yaml-source.ts'

/** What the comment of a short text or a number says is right. */
export type WrittenAnswer =
  | { type: 'text'; variants: string[] }
  | { type: 'number'; answer: number; tolerance: number; unit: string }

const longest = 100
const largest = 1e12

type Head = Placed<QuestionHead>

/** `answer: [ källa, källan ]`: every variant that counts as right, the one to be shown first. */
export function readVariants(head: Head, problems: Problems): WrittenAnswer | undefined {
  const answer = head.raw('answer')
  if (!Array.isArray(answer) || answer.length === 0) {
    problems.error(
      'S38',
      head.at('answer'),
      'a short text needs its right answers as a list: answer: [ källa, källan ]',
    )
    return undefined
  }
  refuseKeys(head, ['tolerance', 'unit'], 'number', problems)
  const variants = answer.flatMap((variant: unknown, i) => {
    const text = typeof variant === 'number' ? String(variant) : variant
    if (typeof text === 'string' && text.trim() !== '' && text.length <= longest) return [text.trim()]
    problems.error('S38', head.at('answer', i), `write each answer as a text of 1 to ${longest} characters, in quotes`)
    return []
  })
  return variants.length === answer.length ? { type: 'text', variants } : undefined
}

/** `answer: 3900, tolerance: 0, unit: kr`; without a tolerance only the answer itself is right. */
export function readNumber(head: Head, problems: Problems): WrittenAnswer | undefined {
  const [answer, tolerance = 0, unit = ''] = ['answer', 'tolerance', 'unit'].map((key) => head.raw(key))
  const say = (key: string, message: string) => problems.error('S38', head.at(key), message)
  const isNumber = typeof answer === 'number' && Math.abs(answer) <= largest
  const isTolerance = typeof tolerance === 'number' && tolerance >= 0 && tolerance <= largest
  const isUnit = typeof unit === 'string' && /^(?:[^\d\s.,+-].{0,19})?$/u.test(unit.trim())
  if (!isNumber)
    say('answer', `${shown('answer', answer)}; write digits, with a point for decimals and no unit: answer: 3900.5`)
  if (!isTolerance) say('tolerance', `${shown('tolerance', tolerance)} of 0 or more; write digits: tolerance: 0`)
  if (!isUnit) say('unit', 'a unit is a word of at most 20 characters that begins with no digit: unit: kr')
  if (isNumber && isTolerance && answer !== 0 && tolerance >= Math.abs(answer))
    say('tolerance', `a tolerance of ${tolerance} makes 0 right where the answer is ${answer}; write a smaller one`)
  if (isUnit && unit.trim() !== '' && !unitOf(unit)) {
    const near = didYouMean(unit.trim(), knownUnits)
    say(
      'unit',
      `"${unit.trim()}" is no unit that people's answers are read with${near}; add it to worker/questions/units.ts, or leave it out`,
    )
  }
  return isNumber && isTolerance && isUnit ? { type: 'number', answer, tolerance, unit: unit.trim() } : undefined
}

function shown(key: string, value: unknown): string {
  if (value === undefined) return `the ${key} is missing, or is no number`
  return `${key}: ${typeof value === 'string' ? `"${value.slice(0, 40)}"` : 'this'} is no number`
}

/** Reports keys that belong to another type of question. */
export function refuseKeys(head: Head, keys: readonly string[], type: string, problems: Problems): void {
  for (const key of keys) {
    if (head.raw(key) === undefined) continue
    problems.error('S38', head.at(key), `"${key}" belongs to questions of type ${type}; take it away`)
  }
}
