import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { deleteTeam } from './store.ts'

/** Ends a team, by those who run the company: its members stay in the company, and in no team. */
export async function endTeam({ db, learner, now }: SignedInVisit, company: string, team: string): Promise<void> {
  const { ended } = await inBatch(db, {
    ended: deleteTeam(db, { company, viewer: learner.id }, team),
    entered: recordEntry(db, { company, by: learner.id, action: 'team-ended', subject: team, now }),
  })
  if (ended.length === 0) throw new Refusal('not-found', 'team')
}
