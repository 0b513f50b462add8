import type { Visit } from '../visit.ts'
import { authOf } from './auth.ts'
import { judgeCode } from './judge-code.ts'
import { deleteSession, selectHolder, signInIdentifier } from './store.ts'
import { type CodeFault, takeGuess } from './take-guess.ts'

/** Signs in with the code mailed to an address; the first time, this makes the account. */
export async function signIn(
  visit: Visit,
  { email, code }: { email: string; code: string },
): Promise<{ setCookies: string[] } | CodeFault> {
  const { db } = visit
  const identifier = signInIdentifier(email)
  const [guess, [holder]] = await Promise.all([takeGuess(visit, identifier), selectHolder(db, email)])
  const primary = holder?.email ?? email

  const outcome = 'fault' in guess ? guess : await tryCode(visit, { email: primary, code }, guess.left)
  if ('fault' in outcome) return visit.learner?.email === primary ? { setCookies: [] } : outcome

  // Whoever was signed in here before is not any more.
  if (visit.learner) visit.later(deleteSession(db, visit.learner.sessionToken).run())
  return outcome
}

async function tryCode(
  visit: Visit,
  { email, code }: { email: string; code: string },
  left: number,
): Promise<{ setCookies: string[] } | CodeFault> {
  const trying = authOf(visit.bindings).api.signInEmailOTP({
    body: { email, otp: code },
    headers: new Headers(),
    returnHeaders: true,
  })
  // Goes on even when the browser hangs up: a code taken out for comparing is put back.
  visit.later(trying.catch(() => undefined))
  try {
    const { headers } = await trying
    return { setCookies: headers.getSetCookie() }
  } catch (error) {
    return judgeCode(visit, signInIdentifier(email), error, left)
  }
}
