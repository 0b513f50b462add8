import type { Context } from 'hono'

import { MemberPage, type MemberProblem } from '../../web/pages/reports/member-page.tsx'
import { problemStatus } from '../accounts/form-problem.ts'
import { openMember } from '../companies/members/find-member.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'

/** The page of the member that the address names, with what stood in the way of another role. */
export async function showMember(c: Context<App>, problem?: MemberProblem): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const member = await openMember(visit, company, c.req.param('member')!)
  return showPage(
    c,
    <MemberPage frame={frameOf(c, 'team')} company={company} member={member} problem={problem} />,
    problem ? { 'last-owner': 409 as const, ...problemStatus }[problem] : 200,
  )
}
