import type { Context } from 'hono'
import { z } from 'zod'

import { OwnNamePage } from '../../../web/pages/companies/own-name-page.tsx'
import { readName } from '../../accounts/rules.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { findOwnName, putNameBack, writeOwnName } from './put-name-back.ts'

const NameForm = z.object({ name: z.string().default(''), putBack: z.string().optional() })

export async function showOwnName(c: Context<App>): Promise<Response> {
  const company = c.req.param('company')!
  const own = await findOwnName(signedIn(c.var.visit), company)
  return showPage(c, <OwnNamePage frame={lateFrameOf(c, 'team')} company={company} own={own} typed={own.name} />)
}

export async function receiveOwnName(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const { name: typed, putBack } = NameForm.parse(await readForm(c))
  const own = await findOwnName(visit, company)
  const read = readName(typed)
  if (putBack === undefined && 'fault' in read) {
    const page = { frame: lateFrameOf(c, 'team'), company, own, typed, fault: read.fault }
    return showPage(c, <OwnNamePage {...page} />, 422)
  }

  if (putBack !== undefined) await putNameBack(visit, company)
  else if ('name' in read) await writeOwnName(visit, company, read.name)
  return c.redirect(urls.seen(visit.locale, company), 303)
}
