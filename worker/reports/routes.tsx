import { type Context, Hono } from 'hono'

import { SeenPage } from '../../web/pages/reports/seen-page.tsx'
import { TeamPage } from '../../web/pages/reports/team-page.tsx'
import { dayOf } from '../../formats/day.ts'
import { municipalityName } from '../../region/municipalities.ts'
import { daysOpened, openingDays } from '../companies/openings/rules.ts'
import { mayRun } from '../companies/rules.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'
import { courseTitles } from './course-titles.ts'
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
      courses={courseTitles(visit, team.former)}
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
      courses={courseTitles(visit, seen.former)}
      member={seen.member}
      {...sideOf(seen)}
      earlier={courseTitles(visit)
        .filter(({ id: course }) => sharing.earlier.has(course))
        .map((course) => ({ ...course, shown: sharing.earlier.get(course.id)! }))}
    />,
  )
}

/** What was said yes to, who opened it, and a name that somebody else corrected. */
function sideOf({ own, openings }: Awaited<ReturnType<typeof readSeen>>) {
  const { ownName, namedBy, name, namedAt } = own
  return {
    accepted: { version: own.version, day: dayOf(dayIn(own.termsAt) ?? own.joinedAt) },
    opened: daysOpened(openings),
    openedKept: openingDays,
    corrected:
      ownName === null || ownName === name
        ? undefined
        : { by: namedBy ?? undefined, before: ownName, after: name, day: dayOf(dayIn(namedAt) ?? own.joinedAt) },
  }
}

/** A moment that is one; stored figures that are none are left out. */
function dayIn(stored: Date | null): Date | undefined {
  return stored && !Number.isNaN(stored.getTime()) ? stored : undefined
}
