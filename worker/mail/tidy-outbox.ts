import type { Database } from '../db/client.ts'
import { keepRowsMs } from './rules.ts'
import { blankExpired, deleteBouncesOfNobody, deleteOld } from './store.ts'

/** Statements that forget what mails said once they have expired, and the rows a month later. */
export function tidyOutbox(db: Database, now: Date) {
  const old = new Date(now.getTime() - keepRowsMs)
  return [blankExpired(db, now), deleteOld(db, old, now), deleteBouncesOfNobody(db)] as const
}
