import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { SeenPage } from '../../web/pages/reports/seen-page.tsx'
import { TeamPage } from '../../web/pages/reports/team-page.tsx'
import { freshLearner } from '../accounts/fresh-learner.ts'
import { municipalityName } from '../companies/municipalities.ts'
import { changeRole, inviteMembers, leaveCompany, removeMember, shareEarlier } from '../companies/run-company.ts'
import type { InBoth } from '../courses/catalogue.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { readSharing } from './read-sharing.ts'
import { readSeen, readTeam } from './read-team.ts'

export const reports = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'
const MemberForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('role'), role: z.enum(['owner', 'manager', 'member']) }),
  z.object({ do: z.literal('remove') }),
])
const InvitationForm = z.object({ for: z.enum(['team', 'one']).default('team') })
const SharesForm = z.object({ earlier: z.array(z.string().max(100)).max(100) })

reports.get(company, (c) => showTeam(c))

reports.post(`${company}/invitations`, async (c) => {
  const visit = await freshLearner(c.var.visit)
  const form = InvitationForm.parse(await readForm(c))
  const id = c.req.param('company')
  const code = await inviteMembers(visit, id, form.for === 'one' ? 1 : null)
  if (form.for === 'one') return showTeam(c, code)
  return c.redirect(`${urls.company(visit.locale, id)}#invite`, 303)
})

reports.post(`${company}/members/:member`, async (c) => {
  const visit = await freshLearner(c.var.visit)
  const { company: id, member } = c.req.param()
  const form = MemberForm.parse(await readForm(c))
  if (form.do === 'remove') await removeMember(visit, id, member)
  else await changeRole(visit, id, member, form.role)
  return c.redirect(urls.company(visit.locale, id), 303)
})

reports.get(`${company}/seen`, (c) => showSeen(c))

reports.post(`${company}/shares`, async (c) => {
  const visit = await freshLearner(c.var.visit)
  const { earlier } = SharesForm.parse(await readForm(c, ['earlier']))
  const id = c.req.param('company')
  const { membership } = await readSharing(visit, id)
  await shareEarlier(visit, membership, earlier)
  return c.redirect(urls.seen(visit.locale, id), 303)
})

reports.post(`${company}/departure`, async (c) => {
  const visit = await freshLearner(c.var.visit)
  const id = c.req.param('company')
  await readSharing(visit, id)
  try {
    await leaveCompany(visit, id)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'last-owner') return showSeen(c, true)
    throw error
  }
  return c.redirect(urls.me(visit.locale), 303)
})

async function showTeam(c: Context<App>, singleCode?: string): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const team = await readTeam(visit, c.req.param('company')!, c.req.query('after'))
  return c.html(
    <TeamPage
      frame={frameOf(c, 'team')}
      company={{ ...team.company, municipality: municipalityName(team.company.municipality, visit.locale) }}
      courses={[...titlesOf(c), ...formerTitles(c, team.former)]}
      members={team.members}
      next={team.next}
      code={team.code}
      managing={c.req.query('manage') === '1'}
      singleCode={singleCode}
      baseUrl={visit.settings.BASE_URL}
    />,
  )
}

async function showSeen(c: Context<App>, lastOwner = false): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const [seen, sharing] = await Promise.all([readSeen(visit, id), readSharing(visit, id)])
  const titles = titlesOf(c)
  return c.html(
    <SeenPage
      frame={frameOf(c, 'team')}
      company={{ id, name: seen.company.name, runs: seen.company.role !== 'member' }}
      courses={[...titles, ...formerTitles(c, seen.former)]}
      member={seen.member}
      earlier={titles
        .filter(({ id: course }) => sharing.earlier.has(course))
        .map((course) => ({ ...course, shown: sharing.earlier.get(course.id)! }))}
      lastOwner={lastOwner}
    />,
    lastOwner ? 409 : 200,
  )
}

function formerTitles(c: Context<App>, former: { id: string; title: InBoth<string> }[]) {
  return former.map(({ id, title }) => ({ id, title: title[c.var.visit.locale] }))
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}
