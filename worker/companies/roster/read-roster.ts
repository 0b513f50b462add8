import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectRemoved } from '../removals/store.ts'
import { nameKey } from '../name-key.ts'
import { recordOpening } from '../openings/record-opening.ts'
import { undoMs } from '../rules.ts'
import { selectTeams } from '../teams/store.ts'
import { placeOn, type RosterRole } from './rules.ts'
import { type RosterQuery, selectFound, selectRoster, selectRosterCompany, selectSums } from './store.ts'

export interface RosterSearch {
  /** As it was typed. */
  name: string
  role: RosterRole | undefined
  team: string | undefined
  page: number
}

/**
 * One page of a company's people, for those who run it; of their teams' people for those who run teams. Not found for
 * anybody else; those on the list can see that it was opened. `place` is undefined beyond the last page. One round trip.
 */
export async function readRoster(visit: SignedInVisit, company: string, { name, role, team, page }: RosterSearch) {
  const { db, learner, now } = visit
  const query: RosterQuery = { company, viewer: learner.id, key: nameKey(name), role, team, page }
  const read = await inBatch(db, {
    opened: recordOpening(visit, company),
    company: selectRosterCompany(db, query),
    sums: selectSums(db, query),
    found: selectFound(db, query),
    members: selectRoster(db, query),
    teams: selectTeams(db, query),
    removed: selectRemoved(db, company, { viewer: learner.id, since: new Date(now.getTime() - undoMs) }),
  })
  if (!read.company[0]) throw new Refusal('not-found', 'company')
  return {
    company: read.company[0],
    sums: read.sums[0]!,
    members: read.members,
    place: placeOn(page, read.found[0]!.members),
    teams: read.teams,
    removed: read.removed,
  }
}

export type Roster = Awaited<ReturnType<typeof readRoster>>
