import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { type MemberView, selectMember } from './store.ts'

/** A member, for somebody who runs the company. Not found for anybody else, whether or not there is one. */
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
  const found = await findMember(visit, company, member)
  if (found.viewerRole !== 'owner') throw new Refusal('not-found', 'member')
  return found
}
