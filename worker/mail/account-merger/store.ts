import { sql } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import type { Database } from '../../db/client.ts'
import { mailConsents, mails } from '../../db/schema/mail.ts'

/** Statements that move what mail knows of an account that ends: a no to letters of a kind, in either, is a no. */
export function moveMail(db: Database, merger: Merger) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  return [
    db.run(sql`update ${mails} set owner = ${stays} where owner = ${ends} and ${ok}`),
    db.run(sql`insert into ${mailConsents} (learner, kind, given_at, withdrawn_at)
      select ${stays}, kind, given_at, withdrawn_at from ${mailConsents} where learner = ${ends} and ${ok}
      on conflict (learner, kind) do update set given_at = min(given_at, excluded.given_at),
        withdrawn_at = coalesce(max(withdrawn_at, excluded.withdrawn_at), withdrawn_at, excluded.withdrawn_at)`),
    db.run(sql`delete from ${mailConsents} where learner = ${ends} and ${ok}`),
  ] as const
}
