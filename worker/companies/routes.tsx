import { type Context, Hono } from 'hono'

import { CompaniesPage, DeadCodePage } from '../../web/pages/companies/companies-page.tsx'
import { JoinPage } from '../../web/pages/companies/join-page.tsx'
import { StartCompanyPage } from '../../web/pages/companies/start-company-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { browserOf, markBrowser } from '../accounts/browser-cookie.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { atTheDoor, signedIn } from '../visit.ts'
import { CompanyForm, faultsOf, JoinForm, readChoice } from './forms.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { findInvitation, findJoined, joinCompany } from './join-company.ts'
import { joinByPaper, joinedByPaper } from './papers/join-by-paper.ts'
import { paperRoutes } from './papers/paper-routes.tsx'
import { removalRoutes } from './members/removal-routes.tsx'
import { ownPlaceRoutes } from './own-place-routes.tsx'
import { readEarlier } from './read-earlier.ts'
import { mayRun, readJoinCode, seenDuring } from './rules.ts'
import { startCompany } from './start-company.ts'
import { selectFormerStays, selectMemberships } from './store.ts'

export const companies = new Hono<App>()

companies.route('/', invitationRoutes)
companies.route('/', ownPlaceRoutes)
companies.route('/', removalRoutes)
companies.route('/', paperRoutes)

const l = '/:l{(?:sv|en)}'

companies.get(`${l}/companies`, async (c) => {
  const { db, learner, locale } = signedIn(c.var.visit)
  const [mine, former] = await db.batch([selectMemberships(db, learner.id), selectFormerStays(db, learner.id)])
  const left = former.find(({ id }) => id === c.req.query('left'))
  const list = mine.map(({ company, name, role }) => ({
    name,
    href: mayRun(role) ? urls.company(locale, company) : urls.seen(locale, company),
  }))
  if (list.length === 1 && !left && c.req.query('all') === undefined) return c.redirect(list[0]!.href, 303)
  return showPage(
    c,
    <CompaniesPage
      frame={frameOf(c, 'team')}
      companies={list}
      left={left && { company: left.name, closed: left.isClosed }}
    />,
  )
})

companies.get(`${l}/companies/new`, (c) => {
  const { learner } = signedIn(c.var.visit)
  return showStart(c, { displayName: learner.name, share: 'all' }, [], {})
})

companies.post(`${l}/companies/new`, async (c) => {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c, ['courses'])
  const form = CompanyForm.safeParse(fields)
  const { typed, ticked, fault } = readChoice(
    fields,
    visit.catalogue.courses.map((course) => course.id),
  )
  if (!form.success) return showStart(c, typed, ticked, { ...faultsOf(form.error), ...fault }, 422)
  if (fault) return showStart(c, typed, ticked, fault, 422)

  const company = await startCompany(visit, form.data)
  logEvent(visit, 'company-started', { learner: visit.learner.id })
  return c.redirect(urls.company(visit.locale, company), 303)
})

function showStart(
  c: Context<App>,
  typed: Record<string, string>,
  ticked: string[],
  faults: ReturnType<typeof faultsOf>,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  return showPage(
    c,
    <StartCompanyPage frame={frameOf(c, 'team')} courses={titlesOf(c)} typed={typed} chosen={ticked} faults={faults} />,
    status,
  )
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}

companies.get(`${l}/join`, (c) => {
  const typed = c.req.query('code')?.trim()
  const { locale } = c.var.visit
  // What can be no code goes on as it was typed: the page says so.
  const code = readJoinCode(typed ?? '') ?? typed?.slice(0, 40)
  return c.redirect(code ? urls.join(locale, code) : urls.companies(locale), 303)
})

companies.get(`${l}/join/:code`, (c) => orDeadCode(c, () => showJoin(c)))

companies.post(`${l}/join/:code`, (c) =>
  orDeadCode(c, async () => {
    if (!c.var.visit.learner && !c.var.visit.learnerUnknown) {
      const answer = await joinUnknown(c)
      if (answer) return answer
    }
    const visit = signedIn(c.var.visit)
    const fields = await readForm(c, ['earlier'])
    const form = JoinForm.safeParse(fields)
    if (!form.success) return showJoin(c, { fields, faults: faultsOf(form.error) })

    const typed = c.req.param('code')!
    const already = await findJoined(visit, typed)
    if (already) return c.redirect(`${urls.seen(visit.locale, already)}?joined=1`, 303)
    const { code, version } = await findInvitation(visit, typed)
    const { name, terms, earlier } = form.data
    // Other terms than were on the screen need a yes of their own.
    if (terms !== version) return showJoin(c, { fields, faults: { accept: 'accept' } })

    const company = await joinCompany(visit, { code, name, termsVersion: terms, earlier })
    return c.redirect(`${urls.seen(visit.locale, company)}?joined=1`, 303)
  }),
)

/** Somebody who is signed in to nothing joins by a paper invitation; undefined where the code is none. */
async function joinUnknown(c: Context<App>): Promise<Response | undefined> {
  const visit = atTheDoor(c.var.visit)
  const fields = await readForm(c, ['earlier'])
  const again = await joinedByPaper(visit, c.req.param('code')!, browserOf(c))
  if (again) return showCard(c, again)
  const { code, version, kind, company } = await findInvitation(visit, c.req.param('code')!)
  if (kind !== 'paper') return undefined
  const form = JoinForm.safeParse(fields)
  if (!form.success) return showJoin(c, { fields, faults: faultsOf(form.error) })
  const { name, terms } = form.data
  if (terms !== version) return showJoin(c, { fields, faults: { accept: 'accept' } })
  return showCard(c, await joinByPaper(visit, { code, company, name, termsVersion: terms, browser: markBrowser(c) }))
}

/** The recovery card comes first: without it there is no second time. */
function showCard(c: Context<App>, { setCookies, company }: { setCookies: string[]; company: string }): Response {
  const { locale } = c.var.visit
  sendCookies(c, setCookies)
  return c.redirect(urls.recoveryCard(locale, `${urls.seen(locale, company)}?joined=1`), 303)
}

async function showJoin(
  c: Context<App>,
  again?: { fields: Record<string, string | string[]>; faults: ReturnType<typeof faultsOf> },
): Promise<Response> {
  const { visit } = c.var
  const invitation = await findInvitation(visit, c.req.param('code')!)
  const own = await readEarlier(visit)
  const titles = titlesOf(c)
  const stays = own.former.filter(({ company }) => company === invitation.company)
  const seen = seenDuring(stays, own.starts)
  const earlier = titles
    .filter(({ id }) => own.begun.includes(id))
    .map((course) => ({ ...course, seen: seen.has(course.id) }))
  const already = own.memberships.find(({ company }) => company === invitation.company)
  // The yes is pressed in this browser, which is then shown the recovery card.
  if (invitation.kind === 'paper' && !visit.learner) markBrowser(c)

  return showPage(
    c,
    <JoinPage
      frame={frameOf(c, 'team')}
      code={invitation.code}
      company={invitation.name}
      termsVersion={invitation.version}
      courses={
        invitation.courses === 'all'
          ? undefined
          : titles.filter(({ id }) => invitation.courses.includes(id)).map(({ title }) => title)
      }
      earlier={earlier}
      isBack={stays.length > 0 && !already}
      typed={{
        name: String(again?.fields.name ?? (visit.learner?.name || invitation.invited || '')),
        earlier: (again?.fields.earlier ?? []) as string[],
      }}
      faults={again?.faults ?? {}}
      isPaper={invitation.kind === 'paper'}
      already={already && { href: urls.seen(visit.locale, already.company) }}
    />,
    again ? 422 : 200,
  )
}

/** Used, expired, replaced, unknown: one page, which tells none of them apart. */
async function orDeadCode(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'join-code')
      return showPage(c, <DeadCodePage frame={frameOf(c, 'team')} />, 404)
    throw error
  }
}
