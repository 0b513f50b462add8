import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { unlessDone } from '../unless-done.ts'
import { deleteTeam, selectEndedTeams } from './store.ts'

/**
 * Ends a team, by those who run the company: its members stay in the company, and in no team. One that was ended already
 * is not found missing.
 */
export function endTeam(visit: SignedInVisit, company: string, team: string): Promise<string> {
  const who = { company, viewer: visit.learner.id }
  return unlessDone(() => end(visit, company, team), {
    reasons: ['team'],
    done: async () => (await selectEndedTeams(visit.db, who, [team]))[0] && team,
  })
}

async function end({ db, learner, now }: SignedInVisit, company: string, team: string): Promise<string> {
  const { ended } = await inBatch(db, {
    ended: deleteTeam(db, { company, viewer: learner.id }, team),
    entered: recordEntry(db, { company, by: learner.id, action: 'team-ended', subject: team, now }),
  })
  if (ended.length === 0) throw new Refusal('not-found', 'team')
  return team
}
