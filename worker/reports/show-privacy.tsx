import type { Context } from 'hono'

import { dayInWords, dayOf } from '../../formats/day.ts'
import { PrivacyPage } from '../../web/pages/accounts/privacy-page.tsx'
import { SeenByCompanies, SeenByOne } from '../../web/pages/reports/seen-by-companies.tsx'
import { whosOf } from '../accounts/who.ts'
import { daysOpened, openingDays } from '../companies/openings/rules.ts'
import { selectOpenings } from '../companies/openings/store.ts'
import { selectMemberships } from '../companies/store.ts'
import { inBatch } from '../db/in-batch.ts'
import { operatorOf } from '../env.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { absentMonths, monthsAfter } from '../retention/rules.ts'
import { signedIn } from '../visit.ts'
import { countOwnRows } from './own-rows/count-own-rows.ts'
import { selectOwnRows } from './own-rows/store.ts'
import { readSeen } from './read-team.ts'
import { courseTitles } from './course-titles.ts'

/** What others see of oneself, and what is kept: the row itself where one company sees it, the way there where several do. */
export async function showPrivacy(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale, settings, now } = visit
  const whos = await whosOf(settings, learner.id, now)
  const { mine, own, openings } = await inBatch(db, {
    mine: selectMemberships(db, learner.id),
    own: selectOwnRows(db, { learner: learner.id, whos }),
    openings: selectOpenings(db, learner.id, { now }),
  })
  const counted = own[0] ?? { seenAt: now, invitationsUntil: null, removedUntil: null, counts: {} }
  const companies = mine.map(({ company, name }) => ({ id: company, name }))
  return showPage(
    c,
    <PrivacyPage
      frame={lateFrameOf(c, 'me')}
      sharing={await sharingWith(c, companies)}
      companies={companies}
      operator={operatorOf(settings)}
      kept={countOwnRows(counted, { openedDays: openings.map(({ day }) => day), now })}
      today={dayInWords(dayOf(now), locale)}
      goesOn={dayInWords(dayOf(monthsAfter(counted.seenAt ?? now, absentMonths)), locale)}
    />,
  )
}

async function sharingWith(c: Context<App>, companies: { id: string; name: string }[]) {
  const frame = lateFrameOf(c, 'me')
  const [company, another] = companies
  if (!company) return undefined
  if (another) return <SeenByCompanies frame={frame} companies={companies} />

  const { member, former, openings } = await readSeen(signedIn(c.var.visit), company.id)
  return (
    <SeenByOne
      frame={frame}
      company={company}
      courses={courseTitles(c.var.visit, former)}
      member={member}
      opened={daysOpened(openings)}
      openedKept={openingDays}
    />
  )
}
