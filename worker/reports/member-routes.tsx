import { Hono } from 'hono'
import { z } from 'zod'

import { changeRole } from '../companies/members/change-role.ts'
import { companyRoles } from '../db/schema/companies.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { mailOwnershipCode, ownershipRoutes } from './ownership-routes.tsx'
import { showMember } from './show-member.tsx'

/** One member, for those who run the company: what is seen of them, and another role, which answers with that page. */
export const memberRoutes = new Hono<App>()

memberRoutes.route('/', ownershipRoutes)

const path = '/:l{(?:sv|en)}/companies/:company/members/:member'
const RoleForm = z.object({ role: z.enum(companyRoles) })

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
