import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { renameTeam as rename, selectTeamByName } from './store.ts'

/**
 * Another name for a team, by those who run the company; the one that it has changes nothing. `conflict`, `team-name`:
 * another team has it.
 */
export async function renameTeam(
  { db, learner, now }: SignedInVisit,
  company: string,
  { team, name }: { team: string; name: string },
): Promise<void> {
  const who = { company, viewer: learner.id }
  const key = nameKey(name)
  const { renamed, named } = await inBatch(db, {
    renamed: rename(db, who, { id: team, name, nameKey: key }),
    entered: recordEntry(db, { company, by: learner.id, action: 'team-renamed', subject: team, now }),
    named: selectTeamByName(db, who, key),
  })
  if (renamed.length > 0 || named[0]?.id === team) return
  throw named[0] ? new Refusal('conflict', 'team-name') : new Refusal('not-found', 'team')
}
