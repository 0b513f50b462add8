import type { Database } from '../db/client.ts'
import { keepRowsMs } from './rules.ts'
import { blankExpired, deleteOld } from './store.ts'

/** Statements that forget what mails said once they have expired, and the rows a month later. */
export function tidyOutbox(db: Database, now: Date) {
  return [blankExpired(db, now), deleteOld(db, new Date(now.getTime() - keepRowsMs), now)] as const
}
