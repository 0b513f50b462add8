import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { inviteMembers } from '../invite-members.ts'
import { closeLink as recordClosing, selectInvitingCompany } from './store.ts'

/** Closes the link of the whole company; who has joined by it stays. `renews` makes a new one at once. */
export async function closeLink(visit: SignedInVisit, company: string, renews: boolean): Promise<void> {
  const { db, learner, now } = visit
  const { found } = await inBatch(db, {
    found: selectInvitingCompany(db, company, { viewer: learner.id, now }),
    closed: recordClosing(db, company, { learner: learner.id, now }),
    entered: recordEntry(db, { company, by: learner.id, action: 'link-closed', now }),
  })
  if (found.length === 0) throw new Refusal('not-found', 'company')
  if (renews) await inviteMembers(visit, company, null)
}
