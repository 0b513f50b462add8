import type { Context } from 'hono'

import { CompaniesPage } from '../../web/pages/companies/companies-page.tsx'
import { StartCompanyPage } from '../../web/pages/companies/start-company-page.tsx'
import { randomId } from '../chance.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { reasonIn } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { signedIn } from '../visit.ts'
import { CompanyForm, faultsOf, readChoice } from './forms.ts'
import { FormKey } from './id-of-form.ts'
import { mayRun } from './rules.ts'
import { startCompany } from './start-company.ts'
import { selectFormerStays } from './former/store.ts'
import { selectMemberships } from './store.ts'

export async function showCompanies(c: Context<App>): Promise<Response> {
  const { db, learner, locale, now } = signedIn(c.var.visit)
  const [mine, former] = await db.batch([selectMemberships(db, learner.id), selectFormerStays(db, learner.id)])
  const list = mine.map(({ company, name, role, runsTeams }) => ({
    name,
    href: mayRun(role) || runsTeams ? urls.company(locale, company) : urls.seen(locale, company),
  }))
  const closed = former
    .filter(({ role, closedWith }) => role === 'owner' && closedWith)
    .map(({ company, name, leftAt, reopenUntil }) => ({
      name,
      href: urls.reopening(locale, company),
      closedAt: leftAt,
      until: reopenUntil && reopenUntil > now ? reopenUntil : undefined,
    }))
  if (list.length === 1 && c.req.query('all') === undefined) return c.redirect(list[0]!.href, 303)
  return showPage(c, <CompaniesPage frame={lateFrameOf(c, 'team')} companies={list} closed={closed} />)
}

export function showEmptyStart(c: Context<App>): Response | Promise<Response> {
  const { learner } = signedIn(c.var.visit)
  return showStart(c, { displayName: learner.name, share: 'all' }, [], {})
}

export async function receiveStart(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c, ['courses'])
  const form = CompanyForm.safeParse(fields)
  const { typed, ticked, fault } = readChoice(
    fields,
    visit.catalogue.courses.map((course) => course.id),
  )
  if (!form.success) return showStart(c, typed, ticked, { ...faultsOf(form.error), ...fault }, 422)
  if (fault) return showStart(c, typed, ticked, fault, 422)

  try {
    const { id, isClosed } = await startCompany(visit, form.data)
    return c.redirect((isClosed ? urls.reopening : urls.company)(visit.locale, id), 303)
  } catch (error) {
    if (reasonIn(error) === 'too-many-companies') return showStart(c, typed, ticked, {}, 409)
    throw error
  }
}

function showStart(
  c: Context<App>,
  typed: Record<string, string>,
  ticked: string[],
  faults: ReturnType<typeof faultsOf>,
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  return showPage(
    c,
    <StartCompanyPage
      frame={lateFrameOf(c, 'team')}
      courses={titlesOf(c)}
      typed={{ ...typed, key: FormKey.parse(typed.key) || randomId() }}
      chosen={ticked}
      faults={faults}
      ownsMost={status === 409}
    />,
    status,
  )
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}
