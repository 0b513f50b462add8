import { heldAward } from '../badges/held-award.ts'
import { Hono } from 'hono'

import { MePage } from '../../web/pages/accounts/me-page.tsx'
import type { MyCourse } from '../../web/pages/accounts/me-course.tsx'
import type { Translate } from '../../web/messages/translate.ts'
import { readAccount } from '../accounts/read-account.ts'
import { companyNews } from '../companies/rules.ts'
import { selectFormerStays, selectMemberships } from '../companies/store.ts'
import type { Catalogue, CourseSummary } from '../../formats/catalogue/catalogue.ts'
import { dayInWords } from '../../formats/day.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { hasLapsed } from '../quizzes/rules.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type Visit } from '../visit.ts'
import { shelfOf } from './shelf.ts'
import { type Overview, readOverview } from './store.ts'
import { newsView, openTestView, progressIn, stepOf } from './views.ts'

export const me = new Hono<App>()

me.get('/:l{(?:sv|en)}/me', async (c) => {
  const visit = signedIn(c.var.visit)
  const { db, learner, catalogue, locale, now } = visit
  const frame = frameOf(c, 'me')
  const [overview, account, [former, memberships]] = await Promise.all([
    readOverview(db, learner.id),
    readAccount(visit),
    db.batch([selectFormerStays(db, learner.id), selectMemberships(db, learner.id)]),
  ])
  const begun = begunIn(overview, catalogue, now)

  return showPage(
    c,
    <MePage
      frame={frame}
      companyNews={companyNews({ former, memberships }, now)}
      courses={begun.map((course) => myCourse(course, overview, { locale, now }, frame.t))}
      shelf={shelfOf(overview, catalogue, locale)}
      {...account}
    />,
  )
})

/** The courses somebody is in, the one last worked on first; one in which only the badge test was opened counts too. */
function begunIn({ starts, openTests }: Overview, { courses }: Catalogue, now: Date): CourseSummary[] {
  const tested = openTests.filter((test) => !hasLapsed(test.openedAt, now)).map(({ course }) => course)
  const ids = new Set([...starts.map(({ course }) => course), ...tested])
  return [...ids].flatMap((id) => courses.find((course) => course.id === id) ?? [])
}

function myCourse(
  course: CourseSummary,
  overview: Overview,
  reader: Pick<Visit, 'locale' | 'now'>,
  t: Translate,
): MyCourse {
  const { locale } = reader
  const progress = progressIn(overview, course)
  const completion = overview.completions.find((row) => row.course === course.id)
  const award = overview.badges.find((row) => row.course === course.id)
  const { href, step } = stepOf(course, progress, locale, t)
  return {
    id: course.id,
    title: course.title[locale],
    href: urls.course(locale, course.id),
    lessonsDone: progress.lessonsDone,
    lessonsTotal: progress.lessonsTotal,
    minutesLeft: progress.minutesLeft,
    next: award && !progress.next ? undefined : { href, text: step },
    openTest: openTestView(overview, course, reader),
    doneDay: completion && dayInWords(completion.day, locale),
    news: newsView(overview, course, locale, t),
    badge: award && {
      ...heldAward(award, locale),
      name: course.badge.name[locale],
      cell: course.badge.cell,
    },
  }
}
