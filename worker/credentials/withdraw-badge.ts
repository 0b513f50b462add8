import { recordPublication, recordWithdrawal } from '../badges/store.ts'
import { dayOf } from '../../formats/day.ts'
import { logEvent } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { recordNewCredential } from './record-new-credential.ts'
import { signLater } from './sign-later.ts'
import { endCredential } from './store.ts'

/** Takes a badge back: its page and files are gone at once, and the status list says that it was revoked. */
export async function withdrawBadge(visit: SignedInVisit, award: string): Promise<void> {
  const { db, learner, now } = visit
  const [withdrawn] = await db.batch([
    recordWithdrawal(db, { id: award, learner: learner.id, at: now }),
    endCredential(db, { award, learner: learner.id }),
  ])
  if (withdrawn.length === 0) throw new Refusal('not-found', 'badge')
  logEvent(visit, 'badge-withdrawn', { learner: learner.id })
  signLater(visit)
}

/** Gives a withdrawn badge again: at the same address, with a new place in the status list. */
export async function publishBadge(visit: SignedInVisit, award: string): Promise<void> {
  const { db, learner, now } = visit
  const [published] = await db.batch([
    recordPublication(db, { id: award, learner: learner.id }),
    recordNewCredential(db, { id: award, learner: learner.id, day: dayOf(now) }),
  ])
  if (published.length === 0) throw new Refusal('not-found', 'badge')
  signLater(visit)
}
