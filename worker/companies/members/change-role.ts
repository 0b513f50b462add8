import { logEvent } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectMember, updateRole } from './store.ts'

/**
 * Another role for a member, by an owner. The one place where a company is handed over: the last owner stays one
 * (`conflict`, `last-owner`), and whoever is no member here, or belongs to another company, is not found.
 */
export async function changeRole(
  visit: SignedInVisit,
  company: string,
  member: string,
  role: 'owner' | 'manager' | 'member',
): Promise<void> {
  const { db, learner, now } = visit
  const [changed, [found]] = await db.batch([
    updateRole(db, company, { member, role, by: learner.id }),
    selectMember(db, company, { member, viewer: learner.id, now }),
  ])
  if (changed.length > 0) return logEvent(visit, 'role-changed', { learner: learner.id })
  if (found?.viewerRole === 'owner' && found.role === 'owner') throw new Refusal('conflict', 'last-owner')
  throw new Refusal('not-found', 'member')
}
