import type { SignedInVisit } from '../visit.ts'
import { authOf } from './auth.ts'
import { authErrorCode, judgeCode } from './judge-code.ts'
import { addressIdentifier, deleteCode, recordAddress, selectOwner } from './store.ts'
import { type CodeFault, takeGuess } from './take-guess.ts'

/**
 * Adds an address to the account of who proved with the mailed code that it is theirs. `taken`: somebody has it; that
 * may be said now. Pressing twice is as good as once.
 */
export async function confirmAddress(
  visit: SignedInVisit,
  { email, code }: { email: string; code: string },
): Promise<'added' | 'taken' | CodeFault> {
  const { db, learner, now } = visit
  const identifier = addressIdentifier(email)
  const guess = await takeGuess(visit, identifier)
  const fault = 'fault' in guess ? guess : await checkCode(visit, { email, code }, guess.left)
  if (fault) return (await isMine(visit, email)) ? 'added' : fault

  const [, , owners] = await db.batch([
    recordAddress(db, { email, learner: learner.id, at: now }),
    deleteCode(db, identifier),
    selectOwner(db, email),
  ])
  return owners.some(({ id }) => id === learner.id) ? 'added' : 'taken'
}

/** better-auth answers a right code for an address that is nobody's first with USER_NOT_FOUND. */
async function checkCode(
  visit: SignedInVisit,
  { email, code }: { email: string; code: string },
  left: number,
): Promise<CodeFault | undefined> {
  const checking = authOf(visit.bindings).api.checkVerificationOTP({
    body: { email, otp: code, type: 'email-verification' },
  })
  visit.later(checking.catch(() => undefined))
  try {
    await checking
    return undefined
  } catch (error) {
    if (authErrorCode(error) === 'USER_NOT_FOUND') return undefined
    return judgeCode(visit, addressIdentifier(email), error, left)
  }
}

async function isMine({ db, learner }: SignedInVisit, email: string): Promise<boolean> {
  const owners = await selectOwner(db, email)
  return owners.some(({ id }) => id === learner.id)
}
