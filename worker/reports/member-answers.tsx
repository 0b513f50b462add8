import type { Context } from 'hono'
import { z } from 'zod'

import type { MemberPageProps, MemberTyped } from '../../web/pages/reports/member-page-props.ts'
import { readName } from '../accounts/rules.ts'
import { changeMember, type MemberChange } from '../companies/members/change-member.ts'
import { changeRole } from '../companies/members/change-role.ts'
import { findMember } from '../companies/members/find-member.ts'
import { changeOf, roleWord } from '../companies/members/rules.ts'
import type { MemberView } from '../companies/members/store.ts'
import { areTeams, chooseTeams } from '../companies/teams/choose-teams.ts'
import { nameKey } from '../companies/name-key.ts'
import { companyRoles } from '../db/schema/companies.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { mailOwnershipCode } from './ownership-answers.tsx'
import { showMember, storedRole } from './show-member.tsx'

/** What a form does not name it does not change; `shown…`: as its page had shown it. */
const MemberForm = z.object({
  name: z.string().optional(),
  role: z.enum([...companyRoles, 'team-manager']).optional(),
  runs: z.array(z.string().max(40)).max(300),
  team: z.string().max(40).optional(),
  newTeam: z.string().default(''),
  onBehalf: z.string().optional(),
  shownName: z.string().optional(),
  shownRole: z.string().max(20_000).optional(),
  shownTeam: z.string().max(40).optional(),
  shownBehalf: z.enum(['yes', 'no']).optional(),
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

  const change = changesIn(form, await findMember(visit, company, member))
  if (change === 'stale') return showMember(c, { problem: 'stale' })
  try {
    await changeMember(visit, company, member, change.details)
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'team' || reason === 'teams') return showAgain(c, form, { team: reason })
    throw error
  }
  if (form.role !== undefined && change.isOtherRole) {
    const stopped = await changeTheRole(c, form, form.role)
    if (stopped) return stopped
  }
  return c.redirect(`${urls.member(visit.locale, company, member)}?saved=1`, 303)
}

function showAgain(c: Context<App>, form: Form, faults: MemberPageProps['faults']): Promise<Response> {
  return showMember(c, { typed: typedIn(form), faults })
}

function typedIn({ name = '', role = 'member', runs, team = '', newTeam, onBehalf, ...form }: Form): MemberTyped {
  const { shownName, shownRole, shownTeam, shownBehalf } = form
  const shown = { shownName, shownRole, shownTeam, shownBehalf }
  return { name, role, runs, team, newTeam, onBehalf: onBehalf !== undefined, shown }
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

/** What a form without faults changes of a member; `stale` where somebody else has changed one of these since. */
function changesIn(form: Form, stored: MemberView): { details: MemberChange; isOtherRole: boolean } | 'stale' {
  const name = form.name === undefined ? undefined : readName(form.name)
  const made = readName(form.newTeam)
  const unticked = form.shownBehalf === undefined ? undefined : 'no'
  const { shownName, shownRole, shownTeam, shownBehalf } = form
  const changes = {
    name: changeOf({ shown: shownName, wanted: name && 'name' in name ? name.name : undefined }, stored.name),
    team: changeOf(
      { shown: shownTeam, wanted: 'name' in made ? teamCalled(made.name, stored) : form.team },
      stored.team ?? '',
    ),
    onBehalf: changeOf(
      { shown: shownBehalf, wanted: form.onBehalf ? 'yes' : unticked },
      stored.onBehalf ? 'yes' : 'no',
    ),
    role: changeOf(
      { shown: shownRole, wanted: form.role && roleWord({ ...form, role: form.role }) },
      storedRole(stored),
    ),
  }
  const { name: named, team, onBehalf, role } = changes
  if (named === 'stale' || team === 'stale' || onBehalf === 'stale' || role === 'stale') return 'stale'
  const place = 'name' in made ? { name: made.name } : team?.to ? { id: team.to } : ('none' as const)
  return {
    details: { name: named?.to, team: team && place, onBehalf: onBehalf && onBehalf.to === 'yes' },
    isOtherRole: role !== undefined,
  }
}

/** The team that a member is in, if it is called so: the form that made it was sent twice. */
function teamCalled(name: string, { team, teamName }: MemberView): string {
  return team !== null && nameKey(teamName ?? '') === nameKey(name) ? team : `new ${name}`
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
