import type { Context } from 'hono'

import { MemberPage } from '../../web/pages/reports/member-page.tsx'
import type { MemberPageProps, MemberProblem, MemberTyped } from '../../web/pages/reports/member-page-props.ts'
import { problemStatus } from '../accounts/form-problem.ts'
import { readMember } from '../companies/members/read-member.ts'
import { roleWord } from '../companies/members/rules.ts'
import type { MemberView } from '../companies/members/store.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'

interface Again {
  /** What was typed, where a form came back, and what was wrong with it. */
  typed?: MemberTyped | undefined
  faults?: MemberPageProps['faults']
  /** What stood in the way of another role. */
  problem?: MemberProblem
}

/** The page of a member, for those who run the company or the member's team. */
export async function showMember(
  c: Context<App>,
  { typed, faults = {}, problem }: Again = {},
  id = c.req.param('member')!,
): Promise<Response> {
  const company = c.req.param('company')!
  const { member, teams, heirs } = await readMember(signedIn(c.var.visit), company, id)
  const status = problem ? { 'last-owner': 409 as const, stale: 409 as const, ...problemStatus }[problem] : 200
  return showPage(
    c,
    <MemberPage
      frame={lateFrameOf(c, 'team')}
      company={company}
      member={member}
      teams={teams}
      heirs={heirs}
      typed={typed ?? asStored(member)}
      faults={faults}
      problem={problem}
      isSaved={c.req.method === 'GET' && c.req.query('saved') === '1'}
    />,
    Object.keys(faults).length > 0 ? 422 : status,
  )
}

/** The fields of a form that changes nothing. */
export function asStored(member: MemberView): MemberTyped {
  const { name, runs, onBehalf } = member
  const team = member.team ?? ''
  const shown = {
    shownName: name,
    shownRole: storedRole(member),
    shownTeam: team,
    shownBehalf: onBehalf ? 'yes' : 'no',
  }
  return { name, role: roleOf(member), runs, team, newTeam: '', onBehalf, shown }
}

/** The role with its teams, as one word. */
export function storedRole(member: MemberView): string {
  return roleWord({ role: roleOf(member), runs: member.runs })
}

function roleOf({ role, runs }: MemberView): string {
  return role === 'member' && runs.length > 0 ? 'team-manager' : role
}
