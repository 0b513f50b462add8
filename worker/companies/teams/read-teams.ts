import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectRun, selectTeamList } from './store.ts'

export type ListedTeam = Awaited<ReturnType<typeof selectTeamList>>[number]

/** A company's teams, for those who run it. Not found for anybody else. */
export async function readTeams({ db, learner }: SignedInVisit, company: string) {
  const who = { company, viewer: learner.id }
  const { run, teams } = await inBatch(db, { run: selectRun(db, who), teams: selectTeamList(db, who) })
  if (!run[0]) throw new Refusal('not-found', 'company')
  return { ...run[0], teams }
}

export async function findTeam(visit: SignedInVisit, company: string, team: string): Promise<ListedTeam> {
  const { teams } = await readTeams(visit, company)
  const found = teams.find(({ id }) => id === team)
  if (!found) throw new Refusal('not-found', 'team')
  return found
}
