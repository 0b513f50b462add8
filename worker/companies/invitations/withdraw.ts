import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { selectInvitingCompany, selectWithdrawn, withdrawInvitation } from './store.ts'

/**
 * Withdraws an open invitation to one person, by its address or its code; withdrawn already, it stays so. `false`: it was
 * not open any more.
 */
export async function withdraw(
  { db, learner, now }: SignedInVisit,
  company: string,
  one: { email: string; code: string },
): Promise<boolean> {
  const { found, withdrawn, before } = await inBatch(db, {
    found: selectInvitingCompany(db, company, { viewer: learner.id, now }),
    withdrawn: withdrawInvitation(db, company, { learner: learner.id, now, ...one }),
    entered: recordEntry(db, { company, by: learner.id, action: 'invitation-withdrawn', now }),
    before: selectWithdrawn(db, company, { learner: learner.id, now, ...one }),
  })
  if (found.length === 0) throw new Refusal('not-found', 'company')
  return withdrawn.length > 0 || before.length > 0
}
