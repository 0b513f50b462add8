import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectTeams } from '../teams/store.ts'
import { selectHeirs, selectMember } from './store.ts'

/** All that the page of one member needs, for those who run the company or the member's team. One round trip. */
export async function readMember({ db, learner, now }: SignedInVisit, company: string, member: string) {
  const read = await inBatch(db, {
    member: selectMember(db, company, { member, viewer: learner.id, now, isForTeams: true }),
    teams: selectTeams(db, { company, viewer: learner.id }),
    heirs: selectHeirs(db, company, learner.id),
  })
  if (!read.member[0]) throw new Refusal('not-found', 'member')
  return { member: read.member[0], teams: read.teams, heirs: read.heirs }
}
