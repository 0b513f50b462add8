import type { SignedInVisit } from '../visit.ts'
import { companyOf, recordEntry } from './audit/store.ts'
import { recordShares, removeShares, sharesChange } from './store.ts'

/** Exactly these earlier courses are shown to the company from now on. */
export async function shareEarlier(
  { db, learner, now }: SignedInVisit,
  membership: string,
  courses: string[],
): Promise<void> {
  const company = companyOf(membership)
  const when = sharesChange({ membership, learner: learner.id, courses })
  await db.batch([
    recordEntry(db, { company, by: learner.id, action: 'earlier-shared', now, when }),
    removeShares(db, { membership, learner: learner.id, courses }),
    recordShares(db, { membership, learner: learner.id, courses, at: now }),
  ])
}
