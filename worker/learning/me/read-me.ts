import { emailsOf, selectSessions } from '../../accounts/store.ts'
import { selectWays } from '../../accounts/ways.ts'
import { selectContacts } from '../../companies/details/store.ts'
import { selectMoves } from '../../companies/moves/store.ts'
import { selectFormerStays } from '../../companies/former/store.ts'
import { selectMemberships } from '../../companies/store.ts'
import { inBatch } from '../../db/in-batch.ts'
import { selectBounces } from '../../mail/store.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectFirstAnswers, selectOverview } from '../store.ts'

/** What the page of one's own is made of. */
export type Own = Awaited<ReturnType<typeof readMe>>

/** All that the slots of `/me` need, in one round trip: whoever fills one more asks here for what it shows. */
export function readMe({ catalogue, db, learner, now }: SignedInVisit) {
  return inBatch(db, {
    ...selectOverview(db, learner.id),
    firstAnswers: selectFirstAnswers(db, learner.id, catalogue.courses),
    former: selectFormerStays(db, learner.id),
    memberships: selectMemberships(db, learner.id),
    contacts: selectContacts(db, learner.id),
    moves: selectMoves(db, learner.id, now),
    ...selectWays(db, learner.id),
    bounces: selectBounces(db, emailsOf(learner.id)),
    sessions: selectSessions(db, learner.id, now),
  })
}
