import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { acceptTerms, declineTerms } from './store.ts'

/**
 * A member's yes or no to the newest terms. A no is remembered and changes nothing of what is shared; it stands in no
 * log, since whoever is asked may leave it unanswered and nobody is told which it was. False: these are not the newest
 * any more, or hold already.
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
  return accepted.length > 0
}
