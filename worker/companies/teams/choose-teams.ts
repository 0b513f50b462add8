import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { recordTeamManagers, removeTeamManagers } from './store.ts'

/** A member runs exactly these teams from now on, by an owner; nothing happens for anybody else. */
export async function chooseTeams(
  { db, learner, now }: SignedInVisit,
  company: string,
  { member, teams }: { member: string; teams: readonly string[] },
): Promise<void> {
  const who = { company, viewer: learner.id }
  const entry = { company, by: learner.id, subject: member, now }
  await db.batch([
    removeTeamManagers(db, who, member, teams),
    recordEntry(db, { ...entry, action: 'team-manager-unmade' }),
    recordTeamManagers(db, who, member, teams),
    recordEntry(db, { ...entry, action: 'team-manager-made' }),
  ])
}
