import { readEarlier } from './read-earlier.ts'
import { Refusal } from '../refusal.ts'
import { seesFrom } from './rules.ts'
import type { SignedInVisit } from '../visit.ts'
import { type Offer, offerTo } from './terms/rules.ts'

/** Courses that the learner began before joining, and whether the company may see them. Not found for a stranger. */
export async function readSharing(
  visit: SignedInVisit,
  company: string,
): Promise<{
  membership: string
  earlier: Map<string, boolean>
  /** They belonged to it before they joined. */
  isBack: boolean
  /** The day before which it sees, without a tick, only what it had seen already; none: there is only joining. */
  seenFrom: Date | null
  version: number
  offer: Offer | undefined
}> {
  const own = await readEarlier(visit)
  const membership = own.memberships.find((row) => row.company === company)
  if (!membership) throw new Refusal('not-found', 'company')

  const shown = new Set(own.shares.filter((share) => share.membership === membership.id).map((share) => share.course))
  const known = own.sights.filter((sight) => sight.membership === membership.id && sight.isWhole)
  const isKnown = (course: string) => known.some((sight) => sight.course === course)
  const before = own.starts.filter(
    ({ course, at }) => at < membership.joinedAt || (at < seesFrom(membership) && !isKnown(course)),
  )
  const isBack = own.former.some((stay) => stay.company === company && stay.leftAt <= membership.joinedAt)
  return {
    membership: membership.id,
    isBack,
    seenFrom: membership.seenFrom,
    version: membership.termsVersion,
    offer: offerTo(membership),
    earlier: new Map(before.map(({ course }) => [course, shown.has(course)])),
  }
}
