import type { Context } from 'hono'
import { z } from 'zod'

import { LeavePage } from '../../web/pages/companies/leave-page.tsx'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { auditMonths } from './audit/rules.ts'
import { findOwnPlace, leaveCompany } from './members/leave-company.ts'
import { readSharing } from './read-sharing.ts'
import { shareEarlier } from './share-earlier.ts'

const SharesForm = z.object({ earlier: z.array(z.string().max(100)).max(100) })

export async function receiveShares(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { earlier } = SharesForm.parse(await readForm(c, ['earlier']))
  const id = c.req.param('company')!
  const { membership } = await readSharing(visit, id)
  await shareEarlier(visit, membership, earlier)
  return c.redirect(urls.seen(visit.locale, id), 303)
}

export async function receiveDeparture(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  try {
    const left = await leaveCompany(visit, c.req.param('company')!)
    return c.redirect(urls.receipt(visit.locale, left), 303)
  } catch (error) {
    if (['last-owner', 'owner'].includes(reasonIn(error) ?? '')) return showDeparture(c)
    throw error
  }
}

/** The question before leaving; for an owner of others, the reason why there is none. */
export async function showDeparture(c: Context<App>): Promise<Response> {
  const id = c.req.param('company')!
  const place = await findOwnPlace(signedIn(c.var.visit), id)
  const isStuck = place.isOwner && !place.isAlone
  return showPage(
    c,
    <LeavePage frame={lateFrameOf(c, 'team')} company={id} place={place} isStuck={isStuck} logMonths={auditMonths} />,
    isStuck ? 409 : 200,
  )
}
