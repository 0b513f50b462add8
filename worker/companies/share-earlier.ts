import type { SignedInVisit } from '../visit.ts'
import { recordShares, removeShares } from './store.ts'

/** Exactly these earlier courses are shown to the company from now on. */
export async function shareEarlier(
  { db, learner, now }: SignedInVisit,
  membership: string,
  courses: string[],
): Promise<void> {
  await db.batch([
    removeShares(db, { membership, learner: learner.id, courses }),
    recordShares(db, { membership, learner: learner.id, courses, at: now }),
  ])
}
