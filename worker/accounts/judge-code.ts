import type { SQL } from 'drizzle-orm'
import { z } from 'zod'

import type { Visit } from '../visit.ts'
import { selectCode } from './store.ts'
import type { CodeFault } from './take-guess.ts'

const AuthError = z.object({ body: z.object({ code: z.string() }) })

/** better-auth's word for why it refused; anything that is no refusal of its is thrown on. */
export function authErrorCode(error: unknown): string {
  const known = AuthError.safeParse(error)
  if (!known.success) throw error
  return known.data.body.code
}

/** Puts better-auth's refusal of a code into our words. A code that is no longer there was used meanwhile. */
export async function judgeCode({ db }: Visit, identifier: SQL, error: unknown, left: number): Promise<CodeFault> {
  const code = authErrorCode(error)
  if (code === 'OTP_EXPIRED') return { fault: 'expired' }
  if (code === 'TOO_MANY_ATTEMPTS') return { fault: 'too-many' }
  if (code !== 'INVALID_OTP') throw error

  const [kept] = await selectCode(db, identifier)
  if (!kept) return { fault: 'gone' }
  return left > 0 ? { fault: 'wrong', left } : { fault: 'too-many' }
}
