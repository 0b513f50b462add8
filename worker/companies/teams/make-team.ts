import { inBatch } from '../../db/in-batch.ts'
import { randomId } from '../../chance.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { mostTeams } from './rules.ts'
import { insertTeam, selectRun, selectTeamByName } from './store.ts'

/**
 * A new team, by those who run the company. Refuses a name that a team has (`conflict`, `team-name`) and one team too
 * many (`too-many`); not found for anybody else.
 */
export async function makeTeam({ db, learner, now }: SignedInVisit, company: string, name: string): Promise<string> {
  const who = { company, viewer: learner.id }
  const team = { id: randomId(), name, nameKey: nameKey(name), now, most: mostTeams }
  const { named, run } = await inBatch(db, {
    made: insertTeam(db, who, team),
    entered: recordEntry(db, { company, by: learner.id, action: 'team-made', subject: team.id, now }),
    named: selectTeamByName(db, who, team.nameKey),
    run: selectRun(db, who),
  })
  if (run.length === 0) throw new Refusal('not-found', 'company')
  if (!named[0]) throw new Refusal('too-many', 'teams')
  if (named[0].id !== team.id) throw new Refusal('conflict', 'team-name')
  return team.id
}
