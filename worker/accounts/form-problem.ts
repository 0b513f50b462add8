import { refusalIn } from '../refusal.ts'

/** What a form can say itself instead of an error page, keeping what was typed. Anything else is thrown on. */
export function formProblem(error: unknown): 'too-many' | 'too-many-here' | 'unavailable' {
  const refusal = refusalIn(error)
  if (refusal?.code === 'unavailable') return 'unavailable'
  if (refusal?.code === 'too-many') return refusal.reason === 'codes from here' ? 'too-many-here' : 'too-many'
  throw error
}

export const problemStatus = {
  invalid: 422,
  yours: 422,
  last: 409,
  'passkey-late': 422,
  unsure: 422,
  'too-many': 429,
  'too-many-here': 429,
  unavailable: 503,
} as const
export const faultStatus = {
  'not-six': 422,
  wrong: 422,
  newer: 422,
  elsewhere: 422,
  none: 422,
  used: 422,
  expired: 422,
  taken: 409,
  'too-many': 429,
  'many-wrong': 429,
  'wrong-card': 422,
  'many-cards': 429,
  passkey: 422,
  'passkey-late': 422,
  unavailable: 503,
} as const
