import { type Context, Hono } from 'hono'

import { SeenPage } from '../../web/pages/reports/seen-page.tsx'
import { TeamPage } from '../../web/pages/reports/team-page.tsx'
import { municipalityName } from '../../region/municipalities.ts'
import { mayRun } from '../companies/rules.ts'
import type { InBoth } from '../../formats/catalogue/catalogue.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'
import { memberRoutes } from './member-routes.tsx'
import { readSharing } from '../companies/read-sharing.ts'
import { showSolo } from './show-solo.tsx'
import { readSeen, readTeam } from './read-team.ts'

export const reports = new Hono<App>()

const company = '/:l{(?:sv|en)}/companies/:company'

reports.route('/', memberRoutes)

reports.get(company, (c) => showTeam(c))

reports.get(`${company}/seen`, (c) => showSeen(c))

async function showTeam(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const team = await readTeam(visit, c.req.param('company')!, c.req.query('after'))
  const { company: its, removed } = team
  if (its.size === '1' && its.members === 1 && removed.length === 0) return showSolo(c, its)
  return showPage(
    c,
    <TeamPage
      frame={frameOf(c, 'team')}
      company={{ ...team.company, municipality: municipalityName(team.company.municipality, visit.locale) }}
      courses={[...titlesOf(c), ...formerTitles(c, team.former)]}
      members={team.members}
      next={team.next}
      removed={team.removed}
      restored={c.req.query('restored')}
      isMerging={c.req.query('merging') === '1'}
      managing={c.req.query('manage') === '1'}
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
function dayIn(stored: Date | null): Date | undefined {
  return stored && !Number.isNaN(stored.getTime()) ? stored : undefined
}

function formerTitles(c: Context<App>, former: { id: string; title: InBoth<string> }[]) {
  return former.map(({ id, title }) => ({ id, title: title[c.var.visit.locale] }))
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}
