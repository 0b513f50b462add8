import type { Context } from 'hono'
import { z } from 'zod'

import type { MemberPageProps, MemberTyped } from '../../web/pages/reports/member-page-props.ts'
import { readName } from '../accounts/rules.ts'
import { changeMember, type MemberChange } from '../companies/members/change-member.ts'
import { changeRole } from '../companies/members/change-role.ts'
import { findMember } from '../companies/members/find-member.ts'
import { changeOf, obstacleTo, roleWord } from '../companies/members/rules.ts'
import type { MemberView } from '../companies/members/store.ts'
import { areTeams, chooseTeams } from '../companies/teams/choose-teams.ts'
import { nameKey } from '../companies/name-key.ts'
import { companyRoles } from '../db/schema/companies.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { reasonIn, Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { mailOwnershipCode } from './ownership-answers.tsx'
import { asStored, showMember, storedRole } from './show-member.tsx'

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

  const stored = await findMember(visit, company, member)
  const change = changesIn(form, stored)
  if ('stale' in change) return showMember(c, { typed: change.stale, problem: 'stale' })
  const asked = change.role && (await askForRole(c, form, { role: change.role, stored }))
  if (asked && asked.status !== 303) return asked
  try {
    await changeMember(visit, company, stored, change.details)
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'team' || reason === 'teams') return showAgain(c, form, { team: reason })
    throw error
  }
  if (asked) return asked
  const stopped = change.role && (await changeTheRole(c, form, change.role))
  if (stopped) return stopped
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

type Change = ReturnType<typeof changeOf>
type Changes = Record<'name' | 'team' | 'onBehalf' | 'role', Change>

/**
 * What a form without faults changes of a member; where somebody else has changed one of these since, the form as it is
 * to be looked at again.
 */
function changesIn(
  form: Form,
  stored: MemberView,
): { details: MemberChange; role: Form['role'] } | { stale: MemberTyped } {
  const name = form.name === undefined ? undefined : readName(form.name)
  const made = readName(form.newTeam)
  const unticked = form.shownBehalf === undefined ? undefined : 'no'
  const { shownName, shownRole, shownTeam, shownBehalf } = form
  const changes: Changes = {
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
  if (named === 'stale' || team === 'stale' || onBehalf === 'stale' || role === 'stale')
    return { stale: lookedAtAgain(form, stored, changes) }
  const place = 'name' in made ? { name: made.name } : team?.to ? { id: team.to } : ('none' as const)
  return {
    details: { name: named?.to, team: team && place, onBehalf: onBehalf && onBehalf.to === 'yes' },
    role: role && form.role,
  }
}

/** What was written, and chosen where nobody else has chosen since; the rest as it stands by now. */
function lookedAtAgain(form: Form, stored: MemberView, { name, team, onBehalf, role }: Changes): MemberTyped {
  const current = asStored(stored)
  const typed = typedIn(form)
  return {
    ...current,
    ...(name ? { name: typed.name } : {}),
    ...(team ? { newTeam: typed.newTeam } : {}),
    ...(isOwnChoice(team) && form.team !== undefined ? { team: form.team } : {}),
    ...(isOwnChoice(role) ? { role: typed.role, runs: typed.runs } : {}),
    ...(isOwnChoice(onBehalf) ? { onBehalf: typed.onBehalf } : {}),
  }
}

const isOwnChoice = (change: Change) => change !== undefined && change !== 'stale'

/** The team that a member is in, if it is called so: the form that made it was sent twice. */
function teamCalled(name: string, { team, teamName }: MemberView): string {
  return team !== null && nameKey(teamName ?? '') === nameKey(name) ? team : `new ${name}`
}

/**
 * Asks for another role before anything of the form is saved: an answer where it cannot be, and the way to the code where
 * it takes one. Not found for whoever owns nothing here.
 */
async function askForRole(
  c: Context<App>,
  form: Form,
  { role: wanted, stored }: { role: NonNullable<Form['role']>; stored: MemberView },
): Promise<Response | undefined> {
  const role = wanted === 'team-manager' ? 'member' : wanted
  const obstacle = obstacleTo(role, stored)
  if (obstacle === 'not-owner') throw new Refusal('not-found', 'member')
  if (obstacle === 'last-owner') return showMember(c, { typed: typedIn(form), problem: obstacle })
  if (obstacle !== 'ownership') return undefined
  const place = { company: c.req.param('company')!, member: stored.id, role }
  return mailOwnershipCode(c, signedIn(c.var.visit), place, typedIn(form))
}

/** The role, by an owner; an answer where it cannot be any more, or takes more than the press since it was asked for. */
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
