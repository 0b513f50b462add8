import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { findDetailsAsOwner } from './find-details.ts'
import { type Details, updateDetails } from './store.ts'

/** Corrects a company's name, municipality, trade and size, by an owner. The log tells that, and not what they were. */
export async function changeDetails(visit: SignedInVisit, company: string, details: Details): Promise<void> {
  const { db, learner, now } = visit
  await findDetailsAsOwner(visit, company)
  await db.batch([
    updateDetails(db, company, { ...details, by: learner.id }),
    recordEntry(db, { company, by: learner.id, action: 'details-changed', now }),
  ])
}
