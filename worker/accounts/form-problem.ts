import { refusalIn } from '../refusal.ts'

/** What a form can say itself instead of an error page, keeping what was typed. Anything else is thrown on. */
export function formProblem(error: unknown): 'too-many' | 'unavailable' {
  const code = refusalIn(error)?.code
  if (code === 'too-many' || code === 'unavailable') return code
  throw error
}

export const problemStatus = { invalid: 422, yours: 422, 'too-many': 429, unavailable: 503 } as const
export const faultStatus = {
  'not-six': 422,
  wrong: 422,
  expired: 422,
  gone: 422,
  taken: 409,
  'too-many': 429,
  unavailable: 503,
} as const
