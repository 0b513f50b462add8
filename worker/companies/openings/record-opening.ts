import { dayOf } from '../../../formats/day.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { isPrefetch } from './rules.ts'
import { insertOpening } from './store.ts'

interface Opened {
  /** It is the page of one, and told to that one's team alone. */
  member?: string
  /** To whom it is shown: to who runs teams as well, who runs the company, or its owners alone. */
  shownTo?: 'teams' | 'company' | 'owners'
}

/**
 * The statements for the batch that reads members' rows or names for somebody who runs the company or a team: whoever
 * stands there can see that it was opened on this day. A request that nobody asked for yet (`Sec-Purpose: prefetch`) is refused, so that no row is read without being
 * told; one whose answer has no body (`HEAD`) shows nobody, and leaves no line.
 */
export function recordOpening(visit: SignedInVisit, company: string, { member = '', shownTo = 'teams' }: Opened = {}) {
  const { db, learner, now, headers, method } = visit
  if (isPrefetch(headers)) throw new Refusal('forbidden', 'prefetch')
  if (method === 'HEAD') return []
  return [insertOpening(db, { company, viewer: learner.id, day: dayOf(now), member, shownTo })]
}
