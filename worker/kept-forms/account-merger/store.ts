import { and, inArray } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import type { Database } from '../../db/client.ts'
import { keptForms } from '../../db/schema/kept-forms.ts'

/** Forms that wait for the sender of an account that ends wait for the one that stays; by their pseudonyms. */
export function moveForms(db: Database, merger: Merger, { from, to }: { from: readonly string[]; to: string }) {
  return db
    .update(keptForms)
    .set({ who: to })
    .where(and(inArray(keptForms.who, from), isMerged(merger)))
}
