import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { InvitationPage } from '../../web/pages/reports/invitation-page.tsx'
import { LeavePage } from '../../web/pages/reports/leave-page.tsx'
import { SeenPage } from '../../web/pages/reports/seen-page.tsx'
import { TeamPage } from '../../web/pages/reports/team-page.tsx'
import { municipalityName } from '../companies/municipalities.ts'
import { findOwnPlace, leaveCompany } from '../companies/members/leave-company.ts'
import { inviteMembers } from '../companies/invite-members.ts'
import { mayRun } from '../companies/rules.ts'
import { shareEarlier } from '../companies/share-earlier.ts'
import { selectSingleInvitation } from '../companies/store.ts'
import type { InBoth } from '../courses/catalogue.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { reasonIn, Refusal } from '../refusal.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { memberRoutes } from './member-routes.tsx'
import { readSharing } from './read-sharing.ts'
import { readSeen, readTeam } from './read-team.ts'

export const reports = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'
const InvitationForm = z.object({ for: z.enum(['team', 'one']).default('team') })
const SharesForm = z.object({ earlier: z.array(z.string().max(100)).max(100) })

reports.route('/', memberRoutes)

reports.get(company, (c) => showTeam(c))

reports.post(`${company}/invitations`, async (c) => {
  const visit = signedIn(c.var.visit)
  const form = InvitationForm.parse(await readForm(c))
  const id = c.req.param('company')
  const code = await inviteMembers(visit, id, form.for === 'one' ? 1 : null)
  const page = form.for === 'one' ? urls.invitation(visit.locale, id, code) : `${urls.company(visit.locale, id)}#invite`
  return c.redirect(page, 303)
})

reports.get(`${company}/invitations/:code`, async (c) => {
  const { db, learner, now, settings } = signedIn(c.var.visit)
  const { company: id, code } = c.req.param()
  const [invitation] = await selectSingleInvitation(db, id, { code, learner: learner.id, now })
  if (!invitation) throw new Refusal('not-found', 'invitation')
  return showPage(
    c,
    <InvitationPage frame={frameOf(c, 'team')} company={id} invitation={invitation} baseUrl={settings.BASE_URL} />,
  )
})

reports.get(`${company}/seen`, (c) => showSeen(c))

reports.post(`${company}/shares`, async (c) => {
  const visit = signedIn(c.var.visit)
  const { earlier } = SharesForm.parse(await readForm(c, ['earlier']))
  const id = c.req.param('company')
  const { membership } = await readSharing(visit, id)
  await shareEarlier(visit, membership, earlier)
  return c.redirect(urls.seen(visit.locale, id), 303)
})

reports.get(`${company}/departure`, (c) => showDeparture(c))

reports.post(`${company}/departure`, async (c) => {
  const visit = signedIn(c.var.visit)
  try {
    const left = await leaveCompany(visit, c.req.param('company'))
    return c.redirect(`${urls.companies(visit.locale)}?left=${left}`, 303)
  } catch (error) {
    if (['last-owner', 'owner'].includes(reasonIn(error) ?? '')) return showDeparture(c)
    throw error
  }
})

/** The question before leaving; for an owner of others, the reason why there is none. */
async function showDeparture(c: Context<App>): Promise<Response> {
  const id = c.req.param('company')!
  const place = await findOwnPlace(signedIn(c.var.visit), id)
  const isStuck = place.isOwner === 1 && place.isAlone === 0
  return showPage(
    c,
    <LeavePage frame={frameOf(c, 'team')} company={id} place={place} isStuck={isStuck} />,
    isStuck ? 409 : 200,
  )
}

async function showTeam(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const team = await readTeam(visit, c.req.param('company')!, c.req.query('after'))
  return showPage(
    c,
    <TeamPage
      frame={frameOf(c, 'team')}
      company={{ ...team.company, municipality: municipalityName(team.company.municipality, visit.locale) }}
      courses={[...titlesOf(c), ...formerTitles(c, team.former)]}
      members={team.members}
      next={team.next}
      code={team.code}
      removed={team.removed}
      restored={c.req.query('restored')}
      managing={c.req.query('manage') === '1'}
      baseUrl={visit.settings.BASE_URL}
    />,
  )
}

async function showSeen(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const [seen, sharing] = await Promise.all([readSeen(visit, id), readSharing(visit, id)])
  const titles = titlesOf(c)
  return showPage(
    c,
    <SeenPage
      frame={frameOf(c, 'team')}
      company={{
        id,
        name: seen.company.name,
        runs: mayRun(seen.company.role),
        closes: dayIn(seen.company.closesAt),
      }}
      joined={c.req.query('joined') === '1'}
      isBack={sharing.isBack}
      courses={[...titles, ...formerTitles(c, seen.former)]}
      member={seen.member}
      earlier={titles
        .filter(({ id: course }) => sharing.earlier.has(course))
        .map((course) => ({ ...course, shown: sharing.earlier.get(course.id)! }))}
    />,
  )
}

/** A moment that is one; stored figures that are none are left out. */
function dayIn(stored: number | null): Date | undefined {
  const day = new Date(stored ?? Number.NaN)
  return Number.isNaN(day.getTime()) ? undefined : day
}

function formerTitles(c: Context<App>, former: { id: string; title: InBoth<string> }[]) {
  return former.map(({ id, title }) => ({ id, title: title[c.var.visit.locale] }))
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}
