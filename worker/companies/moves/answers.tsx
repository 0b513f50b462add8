import type { Context } from 'hono'

import { MovePage } from '../../../web/pages/companies/merger/move-page.tsx'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { faultsOf, JoinForm } from '../forms.ts'
import { readEarlier } from '../read-earlier.ts'
import { findMove, moveMember, refuseMove } from './move-member.ts'

export async function receiveMove(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const fields = await readForm(c, ['earlier'])
  const form = JoinForm.safeParse(fields)
  if (!form.success) return showMove(c, { fields, faults: faultsOf(form.error) })

  const { name, terms, earlier } = form.data
  try {
    await moveMember(visit, id, { name, termsVersion: terms, earlier })
  } catch (error) {
    if (reasonIn(error) === 'terms') return showMove(c, { fields, faults: { accept: 'accept' } })
    throw error
  }
  return c.redirect(`${urls.seen(visit.locale, id)}?joined=1`, 303)
}

export async function receiveRefusal(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  await refuseMove(visit, c.req.param('company')!)
  return c.redirect(urls.me(visit.locale), 303)
}

export async function showMove(
  c: Context<App>,
  again?: { fields: Record<string, string | string[]>; faults: ReturnType<typeof faultsOf> },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { catalogue, locale } = visit
  const id = c.req.param('company')!
  const [found, own] = await Promise.all([findMove(visit, id), readEarlier(visit)])
  if (!found) return c.redirect(urls.seen(locale, id), 303)

  const titles = catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
  const { courses } = found
  return showPage(
    c,
    <MovePage
      frame={lateFrameOf(c, 'team')}
      move={found}
      courses={
        courses === 'all' ? undefined : titles.filter(({ id }) => courses.includes(id)).map(({ title }) => title)
      }
      earlier={titles.filter(({ id }) => own.begun.includes(id))}
      typed={{
        name: String(again?.fields.name ?? found.displayName),
        earlier: (again?.fields.earlier ?? []) as string[],
      }}
      faults={again?.faults ?? {}}
    />,
    again ? 422 : 200,
  )
}
