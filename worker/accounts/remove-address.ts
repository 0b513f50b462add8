import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { recognise } from './identity.ts'
import { deleteCode, removeAddress as removal, selectOwner, signInIdentifier } from './store.ts'

/**
 * Takes an address from the account, and with it any code that was mailed there. Gives the cookies that name the
 * account by its present first address. The last address stays: `conflict`.
 */
export async function removeAddress(visit: SignedInVisit, email: string): Promise<string[]> {
  const { db, learner, now } = visit
  const [, , , , owners] = await db.batch([
    deleteCode(db, signInIdentifier(learner.email)),
    ...removal(db, { email, learner: learner.id, at: now }),
    selectOwner(db, email),
  ])
  if (owners.some(({ id }) => id === learner.id)) throw new Refusal('conflict', 'the last address stays')

  const { setCookies } = await recognise(visit.headers, visit.settings, visit.bindings, true)
  return setCookies
}
