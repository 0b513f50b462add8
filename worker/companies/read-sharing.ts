import { readEarlier } from './read-earlier.ts'
import { Refusal } from '../refusal.ts'
import { seesFrom } from './rules.ts'
import type { SignedInVisit } from '../visit.ts'

/** Courses that the learner began before joining, and whether the company may see them. Not found for a stranger. */
export async function readSharing(
  visit: SignedInVisit,
  company: string,
): Promise<{ membership: string; earlier: Map<string, boolean>; isBack: boolean }> {
  const own = await readEarlier(visit)
  const membership = own.memberships.find((row) => row.company === company)
  if (!membership) throw new Refusal('not-found', 'company')

  const shown = new Set(own.shares.filter((share) => share.membership === membership.id).map((share) => share.course))
  const known = own.sights.filter((sight) => sight.membership === membership.id && sight.isWhole)
  const isKnown = (course: string) => known.some((sight) => sight.course === course)
  const before = own.starts.filter(
    ({ course, at }) => at < membership.joinedAt || (at < seesFrom(membership) && !isKnown(course)),
  )
  const isBack = own.former.some((stay) => stay.company === company)
  return {
    membership: membership.id,
    isBack,
    earlier: new Map(before.map(({ course }) => [course, shown.has(course)])),
  }
}
