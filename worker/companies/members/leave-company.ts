import { logEvent } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { leave, type OwnPlace, selectClosed, selectOwnPlace } from './store.ts'

/** The learner's own place in a company. Not found for a stranger. */
export async function findOwnPlace({ db, learner }: SignedInVisit, company: string): Promise<OwnPlace> {
  const [place] = await selectOwnPlace(db, company, learner.id)
  if (!place) throw new Refusal('not-found', 'company')
  return place
}

/**
 * Leaves a company and gives the stay that ended. What the learner did stays the learner's; the company sees nothing of
 * it from now on, and closes with its last member. An owner of others hands over or steps down first: `conflict`, `owner`
 * or, for the only one, `last-owner`.
 */
export async function leaveCompany(visit: SignedInVisit, company: string): Promise<string> {
  const { db, learner, now } = visit
  const [[left], [place], [closed]] = await db.batch([
    leave(db, company, { learner: learner.id, now }),
    selectOwnPlace(db, company, learner.id),
    selectClosed(db, company),
  ])
  if (!left) {
    if (!place) throw new Refusal('not-found', 'company')
    throw new Refusal('conflict', place.isOnlyOwner ? 'last-owner' : 'owner')
  }

  logEvent(visit, 'member-left', { learner: learner.id })
  if (closed) logEvent(visit, 'company-closed', { learner: learner.id })
  return left.id
}
