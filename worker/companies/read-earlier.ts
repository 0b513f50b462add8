import { selectStarts } from '../progress/store.ts'
import type { Visit } from '../visit.ts'
import { selectSights } from './sights/store.ts'
import { selectFormerStays } from './former/store.ts'
import { selectMemberships, selectShares } from './store.ts'

/** What a learner began, belongs to, belonged to and shows. Nothing when signed out. One round trip. */
export async function readEarlier({ db, learner }: Visit) {
  if (!learner) return { begun: [], starts: [], memberships: [], shares: [], sights: [], former: [] }

  const [starts, memberships, shares, sights, former] = await db.batch([
    selectStarts(db, learner.id),
    selectMemberships(db, learner.id),
    selectShares(db, learner.id),
    selectSights(db, learner.id),
    selectFormerStays(db, learner.id),
  ])
  return { begun: starts.map((row) => row.course), starts, memberships, shares, sights, former }
}
