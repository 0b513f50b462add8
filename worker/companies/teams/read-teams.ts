import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordOpening } from '../openings/record-opening.ts'
import { selectRun, selectTeamList } from './store.ts'

export type ListedTeam = Awaited<ReturnType<typeof selectTeamList>>[number]

/** A company's teams and the names of those who run them, for those who run the company. Not found for anybody else. */
export async function readTeams(visit: SignedInVisit, company: string) {
  const { db, learner } = visit
  const who = { company, viewer: learner.id }
  const { run, teams } = await inBatch(db, {
    opened: recordOpening(visit, company, { shownTo: 'company' }),
    run: selectRun(db, who),
    teams: selectTeamList(db, who),
  })
  if (!run[0]) throw new Refusal('not-found', 'company')
  return { ...run[0], teams }
}

export async function findTeam({ db, learner }: SignedInVisit, company: string, team: string): Promise<ListedTeam> {
  const teams = await selectTeamList(db, { company, viewer: learner.id })
  const found = teams.find(({ id }) => id === team)
  if (!found) throw new Refusal('not-found', 'team')
  return found
}
