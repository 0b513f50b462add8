import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { recordTeamManagers, removeTeamManagers, selectRun, selectTeams } from './store.ts'

/** Whether all of these are teams that the company has. Not found for whoever does not run it. */
export async function areTeams({ db, learner }: SignedInVisit, company: string, teams: readonly string[]) {
  const who = { company, viewer: learner.id }
  const { run, known } = await inBatch(db, { run: selectRun(db, who), known: selectTeams(db, who) })
  if (!run[0]) throw new Refusal('not-found', 'company')
  return hasAll(known, teams)
}

/**
 * A member runs exactly these teams from now on, by an owner; nothing happens for anybody else. One that is gone
 * (`conflict`, `teams-gone`) leaves them those they ran.
 */
export async function chooseTeams(
  { db, learner, now }: SignedInVisit,
  company: string,
  { member, teams }: { member: string; teams: readonly string[] },
): Promise<void> {
  const who = { company, viewer: learner.id }
  const entry = { company, by: learner.id, subject: member, now }
  const { known } = await inBatch(db, {
    removed: removeTeamManagers(db, who, member, teams),
    unmade: recordEntry(db, { ...entry, action: 'team-manager-unmade' }),
    recorded: recordTeamManagers(db, who, member, teams),
    made: recordEntry(db, { ...entry, action: 'team-manager-made' }),
    known: selectTeams(db, who),
  })
  if (!hasAll(known, teams)) throw new Refusal('conflict', 'teams-gone')
}

function hasAll(known: readonly { id: string }[], teams: readonly string[]): boolean {
  const ids = new Set(known.map(({ id }) => id))
  return teams.every((team) => ids.has(team))
}
