import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { idOfForm } from '../id-of-form.ts'
import { nameKey } from '../name-key.ts'
import { mostTeams } from './rules.ts'
import { insertTeam, selectRun, selectTeamByName } from './store.ts'

/**
 * A new team, by those who run the company; the same form (`key`) again makes no other. Refuses a name that a team has (`conflict`, `team-name`) and one team too
 * many (`too-many`); not found for anybody else.
 */
export async function makeTeam(
  { db, learner, now }: SignedInVisit,
  company: string,
  { name, key }: { name: string; key: string },
): Promise<string> {
  const who = { company, viewer: learner.id }
  const id = await idOfForm(learner.id, key, [company, name])
  const team = { id, name, nameKey: nameKey(name), now, most: mostTeams }
  const { named, run } = await inBatch(db, {
    made: insertTeam(db, who, team),
    entered: recordEntry(db, { company, by: learner.id, action: 'team-made', subject: team.id, now }),
    named: selectTeamByName(db, who, team.nameKey, team.id),
    run: selectRun(db, who),
  })
  if (run.length === 0) throw new Refusal('not-found', 'company')
  if (named.some((each) => each.id === id)) return id
  throw named[0] ? new Refusal('conflict', 'team-name') : new Refusal('too-many', 'teams')
}
