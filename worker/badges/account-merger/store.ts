import { sql } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import type { Database } from '../../db/client.ts'
import { awards } from '../../db/schema/badges.ts'

/**
 * Statements that move the badges of an account that ends. None is merged: the later of two of one badge keeps its page
 * and its file, and points to the first, with which it counts as one.
 */
export function moveAwards(db: Database, merger: Merger) {
  const { stays, ends, at } = merger
  const ok = isMerged(merger)
  const isOfBoth = sql`learner in (${stays}, ${ends})`
  const first = sql`${awards} o where o.learner in (${stays}, ${ends}) and o.learner <> ${awards}.learner
    and o.badge = ${awards}.badge and o.same_as is null
    and (o.at < ${awards}.at or (o.at = ${awards}.at and o.learner = ${stays}))`
  return [
    db.run(sql`update ${awards} set same_as = (select o.id from ${first})
      where ${isOfBoth} and same_as is null and ${ok} and exists (select 1 from ${first})`),
    // Those that pointed to one which is a later one by now.
    db.run(sql`update ${awards} set same_as = (select o.same_as from ${awards} o where o.id = ${awards}.same_as)
      where ${isOfBoth} and ${ok}
        and exists (select 1 from ${awards} o where o.id = ${awards}.same_as and o.same_as is not null)`),
    db.run(sql`update ${awards} set learner = ${stays}, merged_at = ${at.getTime()} where learner = ${ends} and ${ok}`),
  ] as const
}
