import type { Database } from '../db/client.ts'
import { deleteOldCodes } from './codes/store.ts'
import { hourMs } from './rules.ts'
import { deleteExpired } from './store.ts'

/** Statements that forget sessions, codes, ways back and counts that have expired. */
export function tidyAccounts(db: Database, now: Date) {
  const limitsBefore = new Date(now.getTime() - 48 * hourMs)
  return [...deleteExpired(db, now, { limitsBefore }), deleteOldCodes(db, now)] as const
}
