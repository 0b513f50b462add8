import type { Context } from 'hono'

import { SeenPage } from '../../web/pages/reports/seen-page.tsx'
import { TeamPage } from '../../web/pages/reports/team-page.tsx'
import { dayOf } from '../../formats/day.ts'
import { municipalityName } from '../../region/municipalities.ts'
import { daysOpened, openingDays } from '../companies/openings/rules.ts'
import { mayRun } from '../companies/rules.ts'
import type { Offer } from '../companies/terms/rules.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'
import { courseTitles } from './course-titles.ts'
import { readSharing } from '../companies/read-sharing.ts'
import { showSolo } from './show-solo.tsx'
import { readSeen, readTeam } from './read-team.ts'

export async function showTeam(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const team = await readTeam(visit, c.req.param('company')!, c.req.query('after'))
  const { company: its } = team
  if (its.size === '1' && its.members === 1 && mayRun(its.role)) return showSolo(c, its)
  return showPage(
    c,
    <TeamPage
      frame={lateFrameOf(c, 'team')}
      company={{
        ...team.company,
        municipality: municipalityName(team.company.municipality, visit.locale),
        runsAll: mayRun(team.company.role),
      }}
      courses={courseTitles(visit, team.former)}
      members={team.members}
      next={team.next}
      isMerging={c.req.query('merging') === '1'}
    />,
  )
}

export async function showSeen(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const [seen, sharing] = await Promise.all([readSeen(visit, id), readSharing(visit, id)])
  return showPage(
    c,
    <SeenPage
      frame={lateFrameOf(c, 'team')}
      company={{
        id,
        name: seen.company.name,
        runs: mayRun(seen.company.role) || seen.company.teams.length > 0,
        closes: dayIn(seen.company.closesAt),
      }}
      joined={c.req.query('joined') === '1'}
      isBack={sharing.isBack}
      seenFrom={dayIn(sharing.seenFrom)}
      terms={{
        version: sharing.version,
        offer: sharing.offer && { ...sharing.offer, more: moreIn(sharing.offer, courseTitles(visit)) },
        answered: answeredIn(c.req.query('terms')),
      }}
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

/** The titles of what an offer would show besides. */
function moreIn({ courses, shared }: Offer, titles: { id: string; title: string }[]): string[] | 'all' {
  if (courses === 'all') return 'all'
  return titles
    .filter(({ id }) => courses.includes(id) && shared !== 'all' && !shared.includes(id))
    .map(({ title }) => title)
}

function answeredIn(asked: string | undefined) {
  return (['yes', 'no', 'newer'] as const).find((answer) => answer === asked)
}

/** A moment that is one; stored figures that are none are left out. */
function dayIn(stored: Date | null): Date | undefined {
  return stored && !Number.isNaN(stored.getTime()) ? stored : undefined
}
