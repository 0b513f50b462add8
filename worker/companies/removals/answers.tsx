import type { Context } from 'hono'
import { z } from 'zod'

import { RemoveMemberPage } from '../../../web/pages/companies/remove-member-page.tsx'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { removalReasons } from '../audit/rules.ts'
import { openMember } from '../members/find-member.ts'
import { removeMember } from './remove-member.ts'
import { restoreMember } from './restore-member.ts'

const RemovalForm = z.object({
  link: z.string().optional(),
  /** Nobody has to give one, and what is none of the list is none. */
  reason: z.enum(removalReasons).optional().catch(undefined),
})

export async function receiveRemoval(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param() as { company: string; member: string }
  const { link, reason } = RemovalForm.parse(await readForm(c))
  try {
    await removeMember(visit, company, member, { renewsLink: link === 'yes', reason })
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'owner' || reason === 'yourself') return showRemoval(c)
    throw error
  }
  return c.redirect(urls.members(visit.locale, company), 303)
}

export async function receiveRestoration(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param() as { company: string; member: string }
  await restoreMember(visit, company, member)
  return c.redirect(`${urls.members(visit.locale, company)}?restored=${encodeURIComponent(member)}`, 303)
}

/** The question before a removal; for an owner, and for oneself, the reason why there is none. */
export async function showRemoval(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const member = await openMember(visit, company, c.req.param('member')!)
  const fault = member.isViewer ? 'yourself' : member.role === 'owner' ? 'owner' : undefined
  return showPage(
    c,
    <RemoveMemberPage
      frame={lateFrameOf(c, 'team')}
      company={company}
      member={member}
      reasons={removalReasons}
      fault={fault}
    />,
    fault ? 409 : 200,
  )
}
