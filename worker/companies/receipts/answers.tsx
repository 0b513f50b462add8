import type { Context } from 'hono'

import { dayInWords, dayOf } from '../../../formats/day.ts'
import { ReceiptPage } from '../../../web/pages/companies/receipt-page.tsx'
import { inBatch } from '../../db/in-batch.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { Refusal } from '../../refusal.ts'
import { signedIn } from '../../visit.ts'
import { eventMonths } from '../events/tidy-companies.ts'
import { daysOpened, openingDays } from '../openings/rules.ts'
import { selectOpenings } from '../openings/store.ts'
import { codeDays } from '../rules.ts'
import { selectEndedStay } from './store.ts'

export async function showReceipt(c: Context<App>): Promise<Response> {
  const { db, learner, now, locale } = signedIn(c.var.visit)
  const membership = c.req.param('membership')!
  const { stays, openings } = await inBatch(db, {
    stays: selectEndedStay(db, learner.id, membership),
    openings: selectOpenings(db, learner.id, { now, membership }),
  })
  const [stay] = stays
  if (!stay) throw new Refusal('not-found', 'receipt')

  return showPage(
    c,
    <ReceiptPage
      frame={lateFrameOf(c, 'team')}
      stay={{
        ...stay,
        joined: dayInWords(dayOf(stay.joinedAt), locale),
        left: dayInWords(dayOf(stay.leftAt), locale),
        how: stay.wasRemoved ? 'removed' : stay.closedWith ? 'closed' : 'own',
      }}
      opened={daysOpened(openings)}
      kept={{ openings: openingDays, log: eventMonths, invitations: codeDays }}
    />,
  )
}
