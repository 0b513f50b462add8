import type { Context } from 'hono'
import { z } from 'zod'

import { EndTeamPage } from '../../../web/pages/companies/end-team-page.tsx'
import { type TeamFault, TeamsPage } from '../../../web/pages/companies/teams-page.tsx'
import { readName } from '../../accounts/rules.ts'
import { randomId } from '../../chance.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../../visit.ts'
import { FormKey } from '../id-of-form.ts'
import { endTeam } from './end-team.ts'
import { makeTeam } from './make-team.ts'
import { findTeam, readTeams } from './read-teams.ts'
import { renameTeam } from './rename-team.ts'

const TeamForm = z.object({ name: z.string().default(''), key: FormKey })

export function receiveNewTeam(c: Context<App>): Promise<Response> {
  return orFault(c, undefined, async (visit, form) => {
    await makeTeam(visit, c.req.param('company')!, form)
  })
}

export function receiveTeamName(c: Context<App>): Promise<Response> {
  const { company, team } = c.req.param() as { company: string; team: string }
  return orFault(c, team, (visit, { name }) => renameTeam(visit, company, { team, name }))
}

export async function showTeamEnding(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, team } = c.req.param() as { company: string; team: string }
  const found = await findTeam(visit, company, team)
  return showPage(c, <EndTeamPage frame={lateFrameOf(c, 'team')} company={company} team={found} />)
}

export async function receiveTeamEnding(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, team } = c.req.param() as { company: string; team: string }
  await endTeam(visit, company, team)
  return c.redirect(urls.teams(visit.locale, company), 303)
}

/** Does it with the name that was typed; what is wrong with that goes back to its field, of a team or of the new one. */
async function orFault(
  c: Context<App>,
  team: string | undefined,
  work: (visit: SignedInVisit, form: { name: string; key: string }) => Promise<void>,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { name: typed, key } = TeamForm.parse(await readForm(c))
  const read = readName(typed)
  if ('fault' in read) return showTeams(c, { team, typed, key, fault: read.fault })
  try {
    await work(visit, { name: read.name, key })
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'team-name' || reason === 'teams') return showTeams(c, { team, typed, key, fault: reason })
    throw error
  }
  return c.redirect(urls.teams(visit.locale, c.req.param('company')!), 303)
}

export async function showTeams(
  c: Context<App>,
  again?: { team: string | undefined; typed: string; key: string; fault: TeamFault },
): Promise<Response> {
  const company = c.req.param('company')!
  const { name, role, teams } = await readTeams(signedIn(c.var.visit), company)
  return showPage(
    c,
    <TeamsPage
      frame={lateFrameOf(c, 'team')}
      company={{ id: company, name, role }}
      teams={teams}
      formKey={again?.key || randomId()}
      again={again}
    />,
    again ? 422 : 200,
  )
}
