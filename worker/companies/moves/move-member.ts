import { randomId } from '../../chance.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { selectMemberships } from '../store.ts'
import { declineMove, hasMoved, type Move, recordMove, selectMove } from './store.ts'

/** The offer to come along into a company; undefined for whoever is there already. Not found for whoever has none. */
export async function findMove({ db, learner, now }: SignedInVisit, company: string): Promise<Move | undefined> {
  const [[move], mine] = await db.batch([
    selectMove(db, company, { learner: learner.id, now }),
    selectMemberships(db, learner.id),
  ])
  if (!move && !mine.some((membership) => membership.company === company)) throw new Refusal('not-found', 'company')
  return move
}

interface Moving {
  /** The name colleagues are to know. */
  name: string
  /** The version of the terms that was shown and accepted. */
  termsVersion: number
  /** Earlier courses the learner chose to show. */
  earlier: string[]
}

/**
 * Comes along into the company, on its terms, as in joining; a second press changes nothing. Other terms than were shown
 * need a yes of their own (`conflict`, `terms`).
 */
export async function moveMember(visit: SignedInVisit, company: string, moving: Moving): Promise<void> {
  const { db, learner, now } = visit
  const move = await findMove(visit, company)
  if (!move) return
  const { name, termsVersion, earlier } = moving
  const id = randomId()
  const member = { id, company, learner: learner.id, name, nameKey: nameKey(name), termsVersion, now }
  const { members } = await inBatch(db, {
    ...recordMove(db, move.code, member, earlier),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'member-joined',
      subject: id,
      facts: { by: 'merger' },
      now,
      when: hasMoved(id),
    }),
  })
  if (members.length === 0) {
    // The other of two presses at once has come along.
    if (!(await findMove(visit, company))) return
    throw new Refusal('conflict', 'terms')
  }
  logEvent(visit, 'member-joined', { learner: learner.id })
}

/** Says no: nobody is told, and it can still be changed while the offer holds. */
export async function refuseMove(visit: SignedInVisit, company: string): Promise<void> {
  const { db, learner, now } = visit
  await findMove(visit, company)
  await declineMove(db, company, { learner: learner.id, now })
}
