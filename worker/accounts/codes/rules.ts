import { hourMs } from '../rules.ts'

const minute = 60_000

export const codeMinutes = 15
/** No mail's subject is longer. */
const longestPaste = 300
export const codeTries = 5
/** Codes asked for and guesses that were wrong, an hour. A code that was used gives its source's place back. */
export const anHour = { asked: 5, askedOfAddress: 20, unusedOfSource: 300, wrongOfAddress: 20 } as const
/** The longest that a row is counted: asked for now, guessed at fifteen minutes later, forgotten an hour after that. */
export const countedMs = hourMs + codeMinutes * minute

export function codeExpiry(sentAt: Date): Date {
  return new Date(sentAt.getTime() + codeMinutes * minute)
}

/** Six digits from a number in [0, 1). */
export function codeFrom(chance: number): string {
  return String(Math.floor(chance * 1_000_000)).padStart(6, '0')
}

/**
 * The six digits in what was typed or pasted, however they were set apart, also with the words of the mail around them;
 * undefined when there are none, or several such numbers.
 */
export function readCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').slice(0, longestPaste)
  const whole = plain.match(/(?<!\d)\d{6}(?!\d)/g) ?? []
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined
  const runs = plain.replace(/[\s\p{Pd}\p{Cf}.]/gu, '').match(/[0-9]+/g) ?? []
  return runs.length === 1 && runs[0]!.length === 6 ? runs[0] : undefined
}

/** What is remembered of a code: all that is needed to say why another does not hold. */
export interface CodeRow {
  sentAt: Date
  expiresAt: Date
  tries: number
  usedBy: 'digits' | 'link' | null
  usedAt: Date | null
}

/**
 * Why a code does not hold. `none`: this browser asked for none. `used`: it has been. `elsewhere`: the mailed link was
 * pressed, in another browser. `newer`: the one of `at` has taken its place. `many-wrong`: too many were wrong for this
 * address in an hour, from wherever.
 */
export type CodeFault =
  | { fault: 'wrong'; left: number }
  | { fault: 'newer' | 'elsewhere'; at: Date }
  | { fault: 'none' | 'used' | 'expired' | 'too-many' | 'many-wrong' }

/** There is no code where it was looked for. */
export function isNone(outcome: object): boolean {
  return 'fault' in outcome && outcome.fault === 'none'
}

/** Why a guess that was not taken was not; `isOlder`: it is the code that the newest has replaced. */
export function whyNot(newest: CodeRow | undefined, isOlder: boolean, now: Date): CodeFault {
  if (!newest) return { fault: 'none' }
  if (newest.usedAt) return newest.usedBy === 'link' ? { fault: 'elsewhere', at: newest.usedAt } : { fault: 'used' }
  if (newest.expiresAt <= now) return { fault: 'expired' }
  if (isOlder) return { fault: 'newer', at: newest.sentAt }
  return { fault: newest.tries >= codeTries ? 'too-many' : 'many-wrong' }
}
