import { eraseAccount as erasure } from '../accounts/store.ts'
import { forgetInviter, leavesNobodyStranded } from '../companies/store.ts'
import { signLater } from '../credentials/sign-later.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'

/**
 * Erases the learner's account with everything in it. Its badges are revoked: the pages are gone at once, and the
 * status lists say so as soon as they are signed. The only owner of a company with others in it stays: `conflict`.
 */
export async function eraseAccount(visit: SignedInVisit): Promise<void> {
  const { db, learner } = visit
  const [, , , , erased] = await db.batch([
    ...erasure(db, learner.id, leavesNobodyStranded(learner.id)),
    ...forgetInviter(db, learner.id),
  ])
  if (erased.length === 0) throw new Refusal('conflict', 'a company would be left without an owner')
  signLater(visit)
}
