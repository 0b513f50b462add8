import type { Context } from 'hono'
import { z } from 'zod'

import type { MemberPageProps, MemberTyped } from '../../web/pages/reports/member-page-props.ts'
import { readName } from '../accounts/rules.ts'
import { changeMember } from '../companies/members/change-member.ts'
import { changeRole } from '../companies/members/change-role.ts'
import { areTeams, chooseTeams } from '../companies/teams/choose-teams.ts'
import { companyRoles } from '../db/schema/companies.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { mailOwnershipCode } from './ownership-answers.tsx'
import { showMember } from './show-member.tsx'

/** A form without a name changes the role alone, and one without a role does not change it. */
const MemberForm = z.object({
  name: z.string().optional(),
  role: z.enum([...companyRoles, 'team-manager']).optional(),
  runs: z.array(z.string().max(40)).max(300),
  team: z.string().max(40).default(''),
  newTeam: z.string().default(''),
  onBehalf: z.string().optional(),
})

type Form = z.infer<typeof MemberForm>

export async function receiveMember(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param() as { company: string; member: string }
  const form = MemberForm.parse(await readForm(c, ['runs']))
  const faults = faultsIn(form)
  if (Object.keys(faults).length > 0) return showAgain(c, form, faults)
  // Before anything is changed: one form is saved as a whole, or not at all.
  if (form.role === 'team-manager' && !(await areTeams(visit, company, form.runs)))
    return showAgain(c, form, { runs: 'teams-gone' })

  try {
    await changeDetails(c, form)
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'team' || reason === 'teams') return showAgain(c, form, { team: reason })
    throw error
  }
  if (form.role !== undefined) {
    const stopped = await changeTheRole(c, form, form.role)
    if (stopped) return stopped
  }
  return c.redirect(`${urls.member(visit.locale, company, member)}?saved=1`, 303)
}

function showAgain(c: Context<App>, form: Form, faults: MemberPageProps['faults']): Promise<Response> {
  return showMember(c, { typed: typedIn(form), faults })
}

function typedIn({ name = '', role = 'member', runs, team, newTeam, onBehalf }: Form): MemberTyped {
  return { name, role, runs, team, newTeam, onBehalf: onBehalf !== undefined }
}

function faultsIn({ name, role, runs, newTeam }: Form): MemberPageProps['faults'] {
  const named = name === undefined ? undefined : readName(name)
  const made = newTeam.trim() === '' ? undefined : readName(newTeam)
  return {
    ...(named && 'fault' in named ? { name: named.fault } : {}),
    ...(made && 'fault' in made ? { newTeam: made.fault } : {}),
    ...(role === 'team-manager' && runs.length === 0 ? { runs: 'choose-teams' as const } : {}),
  }
}

async function changeDetails(c: Context<App>, { name, team, newTeam, onBehalf }: Form): Promise<void> {
  const read = name === undefined ? undefined : readName(name)
  if (!read || 'fault' in read) return
  const made = readName(newTeam)
  await changeMember(signedIn(c.var.visit), c.req.param('company')!, c.req.param('member')!, {
    name: read.name,
    team: 'name' in made ? { name: made.name } : team === '' ? undefined : { id: team },
    onBehalf: onBehalf !== undefined,
  })
}

/** The role, by an owner; an answer where it takes more than the press, or cannot be. */
async function changeTheRole(
  c: Context<App>,
  form: Form,
  asked: NonNullable<Form['role']>,
): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param() as { company: string; member: string }
  const role = asked === 'team-manager' ? 'member' : asked
  try {
    await changeRole(visit, company, { member, role })
    await chooseTeams(visit, company, { member, teams: asked === 'team-manager' ? form.runs : [] })
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'last-owner') return showMember(c, { problem: 'last-owner' })
    if (reason === 'teams-gone') return showAgain(c, form, { runs: reason })
    if (reason === 'ownership') return mailOwnershipCode(c, visit, { company, member, role })
    throw error
  }
  return undefined
}
