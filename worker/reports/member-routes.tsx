import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { RemoveMemberPage } from '../../web/pages/reports/remove-member-page.tsx'
import { changeRole } from '../companies/members/change-role.ts'
import { findMember } from '../companies/members/find-member.ts'
import { removeMember } from '../companies/members/remove-member.ts'
import { restoreMember } from '../companies/members/restore-member.ts'
import { companyRoles } from '../db/schema/companies.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { mailOwnershipCode, ownershipRoutes } from './ownership-routes.tsx'
import { showMember } from './show-member.tsx'

/** One member, for those who run the company: another role, removal, and its undoing. */
export const memberRoutes = new Hono<App>()

memberRoutes.route('/', ownershipRoutes)

const path = '/:l{(?:sv|en)}/companies/:company/members/:member'
const RoleForm = z.object({ role: z.enum(companyRoles) })
const RemovalForm = z.object({ link: z.string().optional() })

memberRoutes.get(path, (c) => showMember(c))

memberRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param()
  const { role } = RoleForm.parse(await readForm(c))
  try {
    await changeRole(visit, company, { member, role })
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'last-owner') return showMember(c, 'last-owner')
    if (reason === 'ownership') return mailOwnershipCode(c, visit, { company, member, role })
    throw error
  }
  return c.redirect(urls.company(visit.locale, company), 303)
})

memberRoutes.get(`${path}/removal`, (c) => showRemoval(c))

memberRoutes.post(`${path}/removal`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param()
  const { link } = RemovalForm.parse(await readForm(c))
  try {
    await removeMember(visit, company, member, link === 'yes')
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'owner' || reason === 'yourself') return showRemoval(c)
    throw error
  }
  return c.redirect(urls.company(visit.locale, company), 303)
})

memberRoutes.post(`${path}/restoration`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company, member } = c.req.param()
  await restoreMember(visit, company, member)
  return c.redirect(`${urls.company(visit.locale, company)}?restored=${encodeURIComponent(member)}`, 303)
})

/** The question before a removal; for an owner, and for oneself, the reason why there is none. */
async function showRemoval(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const member = await findMember(visit, company, c.req.param('member')!)
  const fault = member.isViewer ? 'yourself' : member.role === 'owner' ? 'owner' : undefined
  return showPage(
    c,
    <RemoveMemberPage frame={frameOf(c, 'team')} company={company} member={member} fault={fault} />,
    fault ? 409 : 200,
  )
}
