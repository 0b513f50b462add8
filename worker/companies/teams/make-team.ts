import { randomId } from '../../chance.ts'
import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { idsOfForm } from '../id-of-form.ts'
import { nameKey } from '../name-key.ts'
import { mostTeams } from './rules.ts'
import { insertTeam, selectEndedTeams, selectRun, selectTeamByName } from './store.ts'

/**
 * A new team, by those who run the company; the same form (`key`) again makes no other, but where the team was ended: then
 * a new one, which is not the first. Refuses a name that a team has (`conflict`, `team-name`) and one team too many
 * (`too-many`); not found for anybody else.
 */
export async function makeTeam(
  { db, learner, now }: SignedInVisit,
  company: string,
  { name, key }: { name: string; key: string },
): Promise<string> {
  const who = { company, viewer: learner.id }
  const ids = await idsOfForm(learner.id, key, [company, name])
  const ended = new Set((await selectEndedTeams(db, who, ids)).map(({ team }) => team))
  const id = ids.find((each) => !ended.has(each)) ?? randomId()
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
