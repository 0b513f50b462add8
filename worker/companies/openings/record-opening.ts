import { dayOf } from '../../../formats/day.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { isPrefetch } from './rules.ts'
import { insertOpening } from './store.ts'

/**
 * The statement for the batch that reads members' rows for somebody who runs the company or a team: whoever stands
 * there can see that it was opened on this day. `member`: it is the page of one, and told to that one's team alone.
 * A request that nobody asked for yet (`Sec-Purpose: prefetch`) is refused, so that no row is read without being told.
 */
export function recordOpening({ db, learner, now, headers }: SignedInVisit, company: string, member?: string) {
  if (isPrefetch(headers)) throw new Refusal('forbidden', 'prefetch')
  return insertOpening(db, { company, viewer: learner.id, day: dayOf(now), member: member ?? '' })
}
