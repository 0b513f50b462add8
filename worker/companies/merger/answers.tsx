import type { Context } from 'hono'
import { z } from 'zod'

import { DeadMergerPage, MergerAskPage } from '../../../web/pages/companies/merger/merger-ask-page.tsx'
import { MergerPage } from '../../../web/pages/companies/merger/merger-page.tsx'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { acceptMerger, findAsk, type MergerFault, mergeOwned, mergerFaults } from './accept-merger.ts'
import { askMerger, findMerger, takeMergerBack } from './ask-merger.ts'

const IntoForm = z.object({ into: z.string().optional() })

export async function receiveMerger(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const { into } = IntoForm.parse(await readForm(c))
  try {
    await (into ? mergeOwned(visit, id, into) : askMerger(visit, id))
  } catch (error) {
    const fault = faultIn(error)
    if (fault) return showMerger(c, fault)
    throw error
  }
  return c.redirect(urls.merger(visit.locale, id), 303)
}

export async function receiveWithdrawal(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  await takeMergerBack(visit, c.req.param('company')!)
  return c.redirect(urls.merger(visit.locale, c.req.param('company')!), 303)
}

export function showAsked(c: Context<App>): Promise<Response> {
  return orDead(c, () => showAsk(c))
}

export function receiveAnswer(c: Context<App>): Promise<Response> {
  return orDead(c, async () => {
    const visit = signedIn(c.var.visit)
    const { into = '' } = IntoForm.parse(await readForm(c))
    try {
      await acceptMerger(visit, c.req.param('merger')!, into)
    } catch (error) {
      const fault = faultIn(error)
      if (fault) return showAsk(c, fault)
      throw error
    }
    return c.redirect(`${urls.company(visit.locale, into)}?merging=1`, 303)
  })
}

export async function showMerger(c: Context<App>, fault?: MergerFault): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const found = await findMerger(visit, c.req.param('company')!)
  return showPage(
    c,
    <MergerPage frame={lateFrameOf(c, 'team')} merger={found} baseUrl={visit.settings.BASE_URL} fault={fault} />,
    fault ? 409 : 200,
  )
}

async function showAsk(c: Context<App>, fault?: MergerFault): Promise<Response> {
  const ask = await findAsk(signedIn(c.var.visit), c.req.param('merger')!)
  return showPage(c, <MergerAskPage frame={lateFrameOf(c, 'team')} ask={ask} fault={fault} />, fault ? 409 : 200)
}

function faultIn(error: unknown): MergerFault | undefined {
  return mergerFaults.find((fault) => fault === reasonIn(error))
}

/** Used, withdrawn, expired, unknown: one page, which tells none of them apart. */
async function orDead(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (reasonIn(error) === 'merger') return showPage(c, <DeadMergerPage frame={lateFrameOf(c, 'team')} />, 404)
    throw error
  }
}
