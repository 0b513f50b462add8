import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { CloseLinkPage } from '../../../web/pages/companies/close-link-page.tsx'
import { InvitationPage } from '../../../web/pages/companies/invitation-page.tsx'
import { PosterPage } from '../../../web/pages/companies/poster-page.tsx'
import { urls } from '../../../web/urls.ts'
import { frameOf } from '../../http/frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { Refusal } from '../../refusal.ts'
import { signedIn } from '../../visit.ts'
import { inviteMembers } from '../invite-members.ts'
import { selectSingleInvitation } from './codes/store.ts'
import { closeLink } from './close-link.ts'
import { listRoutes } from './list/routes.tsx'
import { mailAgain } from './mail-again.ts'
import { readInvitations } from './read-invitations.ts'
import { showInvitations } from './show-invitations.tsx'
import { withdraw } from './withdraw.ts'

/** How people come into a company: one link for all, a code for one, a list that is mailed. */
export const invitationRoutes = new Hono<App>()

const path = '/:l{(?:sv|en)}/companies/:company/invitations'
const InvitationForm = z.object({ for: z.enum(['team', 'one']).default('team') })
const ClosingForm = z.object({ renew: z.string().optional() })
const OneForm = z.object({ email: z.string().max(300).default(''), code: z.string().max(40).default('') })

invitationRoutes.route('/', listRoutes)

invitationRoutes.get(path, (c) => showInvitations(c))

invitationRoutes.post(path, async (c) => {
  const visit = signedIn(c.var.visit)
  const form = InvitationForm.parse(await readForm(c))
  const id = c.req.param('company')
  const code = await inviteMembers(visit, id, form.for === 'one' ? 1 : null)
  const page = form.for === 'one' ? urls.invitation(visit.locale, id, code) : after(c, 'made')
  return c.redirect(page, 303)
})

invitationRoutes.post(`${path}/mail`, async (c) => {
  const { email } = OneForm.parse(await readForm(c))
  const isSent = await mailAgain(signedIn(c.var.visit), c.req.param('company'), email)
  return c.redirect(after(c, isSent ? 'mailed' : 'not-mailed'), 303)
})

invitationRoutes.post(`${path}/withdrawal`, async (c) => {
  const isOver = await withdraw(signedIn(c.var.visit), c.req.param('company'), OneForm.parse(await readForm(c)))
  return c.redirect(after(c, isOver ? 'withdrawn' : 'gone'), 303)
})

invitationRoutes.get(`${path}/closing`, async (c) => {
  const { company, link } = await readInvitations(signedIn(c.var.visit), c.req.param('company'))
  if (!link) return c.redirect(urls.invitations(c.var.visit.locale, company.id), 303)
  return showPage(c, <CloseLinkPage frame={frameOf(c, 'team')} company={company} />)
})

invitationRoutes.post(`${path}/closing`, async (c) => {
  const { renew } = ClosingForm.parse(await readForm(c))
  await closeLink(signedIn(c.var.visit), c.req.param('company'), renew === 'yes')
  return c.redirect(after(c, renew === 'yes' ? 'renewed' : 'closed'), 303)
})

invitationRoutes.get(`${path}/poster`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { company, link } = await readInvitations(visit, c.req.param('company'))
  if (!link) return c.redirect(urls.invitations(visit.locale, company.id), 303)
  return showPage(
    c,
    <PosterPage frame={frameOf(c, 'team')} company={company} link={link} baseUrl={visit.settings.BASE_URL} />,
  )
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

function after(c: Context<App>, said: string): string {
  return urls.invitationsAfter(c.var.visit.locale, c.req.param('company')!, said)
}
