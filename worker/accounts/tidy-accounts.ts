import type { Database } from '../db/client.ts'
import { hourMs } from './rules.ts'
import { deleteExpired } from './store.ts'

/** Statements that forget sessions, codes and counts that have expired. */
export function tidyAccounts(db: Database, now: Date) {
  const before = (hours: number) => new Date(now.getTime() - hours * hourMs)
  return deleteExpired(db, now, { guessesBefore: before(1), limitsBefore: before(48) })
}
