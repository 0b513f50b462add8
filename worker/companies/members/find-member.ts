import { Refusal } from '../../refusal.ts'
import { inBatch } from '../../db/in-batch.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordOpening } from '../openings/record-opening.ts'
import { type MemberView, selectMember } from './store.ts'

/** A member, for something that somebody who runs the company does. Not found for anybody else, whether or not there is one. */
export async function findMember(
  { db, learner, now }: SignedInVisit,
  company: string,
  member: string,
): Promise<MemberView> {
  const [found] = await selectMember(db, company, { member, viewer: learner.id, now })
  if (!found) throw new Refusal('not-found', 'member')
  return found
}

/** The same for what owners alone do. */
export async function findMemberAsOwner(visit: SignedInVisit, company: string, member: string): Promise<MemberView> {
  return forOwners(await findMember(visit, company, member))
}

/** The same for a page that names the member, who can see that it was opened. */
export async function openMember(
  visit: SignedInVisit,
  company: string,
  member: string,
  isForOwners = false,
): Promise<MemberView> {
  const { db, learner, now } = visit
  const { found } = await inBatch(db, {
    opened: recordOpening(visit, company, { member, shownTo: isForOwners ? 'owners' : 'company' }),
    found: selectMember(db, company, { member, viewer: learner.id, now }),
  })
  if (!found[0]) throw new Refusal('not-found', 'member')
  return found[0]
}

export async function openMemberAsOwner(visit: SignedInVisit, company: string, member: string): Promise<MemberView> {
  return forOwners(await openMember(visit, company, member, true))
}

function forOwners(found: MemberView): MemberView {
  if (found.viewerRole !== 'owner') throw new Refusal('not-found', 'member')
  return found
}
