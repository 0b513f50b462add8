import type { Database } from '../../db/client.ts'
import { closeDue } from './store.ts'

const keptMs = 730 * 24 * 3_600_000

/** Statements that close the companies whose day has come, and forget what happened over two years ago. */
export function tidyCompanies(db: Database, now: Date) {
  return closeDue(db, now, new Date(now.getTime() - keptMs))
}
