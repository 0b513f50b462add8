import { Refusal } from '../refusal.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { recognise } from './identity.ts'

/**
 * The visit of somebody whose session was looked up in the database for this very request: for changes of address,
 * erasure and everything an owner or manager does. A session that was ended elsewhere is refused.
 */
export async function freshLearner(visit: Visit): Promise<SignedInVisit> {
  const { identity, unknown } = await recognise(visit.headers, visit.settings, visit.bindings, true)
  if (identity) return { ...visit, learner: identity }
  if (unknown) throw new Refusal('unavailable', 'session cannot be checked')
  throw new Refusal('signed-out', 'sign in first')
}
