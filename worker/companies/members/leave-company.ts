import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import { recordEntry } from '../audit/store.ts'
import type { SignedInVisit } from '../../visit.ts'
import { closedAt, leave, type OwnPlace, selectClosed, selectOwnPlace } from './store.ts'

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
  const by = learner.id
  const {
    left: [left],
    place: [place],
    closed: [closed],
  } = await inBatch(db, {
    left: leave(db, company, { learner: by, now }),
    entered: recordEntry(db, { company, by, action: 'member-left', now }),
    closing: recordEntry(db, {
      company,
      by,
      action: 'company-closed',
      now,
      when: closedAt(company, now),
    }),
    place: selectOwnPlace(db, company, by),
    closed: selectClosed(db, company),
  })
  if (!left) {
    if (!place) throw new Refusal('not-found', 'company')
    throw new Refusal('conflict', place.isOnlyOwner ? 'last-owner' : 'owner')
  }

  logEvent(visit, 'member-left', { learner: learner.id })
  if (closed) logEvent(visit, 'company-closed', { learner: learner.id })
  return left.id
}
