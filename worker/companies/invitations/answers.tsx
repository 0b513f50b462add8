import type { Context } from 'hono'
import { z } from 'zod'

import { CloseLinkPage } from '../../../web/pages/companies/close-link-page.tsx'
import { InvitationPage } from '../../../web/pages/companies/invitation-page.tsx'
import { PosterPage } from '../../../web/pages/companies/poster-page.tsx'
import { urls } from '../../../web/urls.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { Refusal } from '../../refusal.ts'
import { signedIn } from '../../visit.ts'
import { inviteMembers } from '../invite-members.ts'
import { selectSingleInvitation } from './codes/store.ts'
import { closeLink } from './close-link.ts'
import { mailAgain } from './mail-again.ts'
import { readInvitations } from './read-invitations.ts'
import { withdraw } from './withdraw.ts'

const InvitationForm = z.object({ for: z.enum(['team', 'one']).default('team') })

const ClosingForm = z.object({ renew: z.string().optional() })

const OneForm = z.object({ email: z.string().max(300).default(''), code: z.string().max(40).default('') })

export async function receiveInvitation(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const form = InvitationForm.parse(await readForm(c))
  const id = c.req.param('company')!
  const code = await inviteMembers(visit, id, form.for === 'one' ? 1 : null)
  const page = form.for === 'one' ? urls.invitation(visit.locale, id, code) : after(c, 'made')
  return c.redirect(page, 303)
}

export async function receiveMailAgain(c: Context<App>): Promise<Response> {
  const { email } = OneForm.parse(await readForm(c))
  const isSent = await mailAgain(signedIn(c.var.visit), c.req.param('company')!, email)
  return c.redirect(after(c, isSent ? 'mailed' : 'not-mailed'), 303)
}

export async function receiveWithdrawal(c: Context<App>): Promise<Response> {
  const isOver = await withdraw(signedIn(c.var.visit), c.req.param('company')!, OneForm.parse(await readForm(c)))
  return c.redirect(after(c, isOver ? 'withdrawn' : 'gone'), 303)
}

export async function showLinkClosing(c: Context<App>): Promise<Response> {
  const { company, link } = await readInvitations(signedIn(c.var.visit), c.req.param('company')!)
  if (!link) return c.redirect(urls.invitations(c.var.visit.locale, company.id), 303)
  return showPage(c, <CloseLinkPage frame={lateFrameOf(c, 'team')} company={company} />)
}

export async function receiveLinkClosing(c: Context<App>): Promise<Response> {
  const { renew } = ClosingForm.parse(await readForm(c))
  await closeLink(signedIn(c.var.visit), c.req.param('company')!, renew === 'yes')
  return c.redirect(after(c, renew === 'yes' ? 'renewed' : 'closed'), 303)
}

export async function showPoster(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { company, link } = await readInvitations(visit, c.req.param('company')!)
  if (!link) return c.redirect(urls.invitations(visit.locale, company.id), 303)
  return showPage(
    c,
    <PosterPage frame={lateFrameOf(c, 'team')} company={company} link={link} baseUrl={visit.settings.BASE_URL} />,
  )
}

export async function showInvitation(c: Context<App>): Promise<Response> {
  const { db, learner, now, settings } = signedIn(c.var.visit)
  const { company: id, code } = c.req.param() as { company: string; code: string }
  const [invitation] = await selectSingleInvitation(db, id, { code, learner: learner.id, now })
  if (!invitation) throw new Refusal('not-found', 'invitation')
  return showPage(
    c,
    <InvitationPage frame={lateFrameOf(c, 'team')} company={id} invitation={invitation} baseUrl={settings.BASE_URL} />,
  )
}

function after(c: Context<App>, said: string): string {
  return urls.invitationsAfter(c.var.visit.locale, c.req.param('company')!, said)
}
