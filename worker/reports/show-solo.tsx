import type { Context } from 'hono'

import { SoloPage } from '../../web/pages/reports/solo-page.tsx'
import { municipalityName } from '../../region/municipalities.ts'
import { publishedAward } from '../badges/held-award.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { readOwn } from '../learning/read-own.ts'
import { beginningOf, resumeView } from '../learning/views.ts'
import { signedIn } from '../visit.ts'
import type { CompanyRow } from './store.ts'

/** The page of a company of one: all of what its only member did, whatever its terms say, for nobody else looks on. */
export async function showSolo(c: Context<App>, company: CompanyRow): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { catalogue, locale } = visit
  const { overview } = await readOwn(visit)
  const frame = lateFrameOf(c, 'team')
  const courses = catalogue.courses.map(({ id, title }) => {
    const completion = overview.completions.find(({ course }) => course === id)
    const award = publishedAward(overview.badges.find(({ course }) => course === id))
    const isBegun = overview.starts.some(({ course }) => course === id)
    return {
      title: title[locale],
      state: completion ? ('done' as const) : isBegun ? ('way' as const) : ('none' as const),
      doneDay: completion?.day,
      badgeDay: award?.day,
    }
  })
  const resume = resumeView(catalogue, overview, locale, frame.t)
  const [first] = catalogue.courses
  const begin = overview.starts.length === 0 ? beginningOf(catalogue, locale) : undefined
  return showPage(
    c,
    <SoloPage
      frame={frame}
      company={{ ...company, municipality: municipalityName(company.municipality, locale) }}
      courses={courses}
      isMerging={c.req.query('merging') === '1'}
      next={resume ?? (begin && first ? { title: first.title[locale], href: begin } : undefined)}
    />,
  )
}
