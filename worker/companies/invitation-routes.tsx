import { Hono } from 'hono'
import { z } from 'zod'

import { InvitationPage } from '../../web/pages/companies/invitation-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { inviteMembers } from './invite-members.ts'
import { selectSingleInvitation } from './store.ts'

/** New codes to join with: one for everybody, or one for one person, with a page of its own. */
export const invitationRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/invitations'
const InvitationForm = z.object({ for: z.enum(['team', 'one']).default('team') })

invitationRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const form = InvitationForm.parse(await readForm(c))
  const id = c.req.param('company')
  const code = await inviteMembers(visit, id, form.for === 'one' ? 1 : null)
  const page = form.for === 'one' ? urls.invitation(visit.locale, id, code) : `${urls.company(visit.locale, id)}#invite`
  return c.redirect(page, 303)
})

invitationRoutes.get(`${path}/:code`, async (c) => {
  const { db, learner, now, settings } = signedIn(c.var.visit)
  const { company: id, code } = c.req.param()
  const [invitation] = await selectSingleInvitation(db, id, { code, learner: learner.id, now })
  if (!invitation) throw new Refusal('not-found', 'invitation')
  return showPage(
    c,
    <InvitationPage frame={frameOf(c, 'team')} company={id} invitation={invitation} baseUrl={settings.BASE_URL} />,
  )
})
