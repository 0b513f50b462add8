import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { leave, type OwnPlace, selectOwnPlace } from './store.ts'

/** The learner's own place in a company. Not found for a stranger. */
export async function findOwnPlace({ db, learner }: SignedInVisit, company: string): Promise<OwnPlace> {
  const [place] = await selectOwnPlace(db, company, learner.id)
  if (!place) throw new Refusal('not-found', 'company')
  return place
}

/**
 * Leaves a company and gives the stay that ended. What the learner did stays the learner's; the company sees nothing of
 * it from now on, and closes with its last member.
 */
export async function leaveCompany({ db, learner, now }: SignedInVisit, company: string): Promise<string> {
  const [[left], [place]] = await db.batch([
    leave(db, company, { learner: learner.id, now }),
    selectOwnPlace(db, company, learner.id),
  ])
  if (left) return left.id
  throw place ? new Refusal('conflict', 'last-owner') : new Refusal('not-found', 'company')
}
