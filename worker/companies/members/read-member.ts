import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordOpening } from '../openings/record-opening.ts'
import { selectTeams } from '../teams/store.ts'
import { selectHeirs, selectMember } from './store.ts'

/**
 * All that the page of one member needs, for those who run the company or the member's team, and the member can see that
 * it was opened. One round trip.
 */
export async function readMember(visit: SignedInVisit, company: string, member: string) {
  const { db, learner, now } = visit
  const read = await inBatch(db, {
    opened: recordOpening(visit, company, { member }),
    member: selectMember(db, company, { member, viewer: learner.id, now, isForTeams: true }),
    teams: selectTeams(db, { company, viewer: learner.id }),
    heirs: selectHeirs(db, company, learner.id),
  })
  if (!read.member[0]) throw new Refusal('not-found', 'member')
  return { member: read.member[0], teams: read.teams, heirs: read.heirs }
}
