import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { selectMemberships } from '../store.ts'
import { acceptTerms, declineTerms } from './store.ts'

/**
 * A member's yes or no to the newest terms. A no is remembered and changes nothing of what is shared; it stands in no
 * log, since whoever is asked may leave it unanswered and nobody is told which it was. A yes twice is one. False: these
 * are not the newest any more.
 */
export async function answerTerms(
  { db, learner, now }: SignedInVisit,
  company: string,
  { version, accept }: { version: number; accept: boolean },
): Promise<boolean> {
  const answer = { company, learner: learner.id, version, now }
  if (!accept) return (await declineTerms(db, answer)).length > 0

  const [accepted] = await db.batch([
    acceptTerms(db, answer),
    recordEntry(db, { company, by: learner.id, action: 'terms-accepted', facts: { version }, now }),
  ])
  if (accepted.length > 0) return true
  return (await selectMemberships(db, learner.id)).some(
    (own) => own.company === company && own.termsVersion === version,
  )
}
