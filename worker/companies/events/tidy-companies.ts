import type { Database } from '../../db/client.ts'
import { closeDue } from './store.ts'

export const eventMonths = 24
const keptMs = Math.floor((eventMonths / 12) * 365) * 24 * 3_600_000

/** Statements that close the companies whose day has come, and forget what happened over two years ago. */
export function tidyCompanies(db: Database, now: Date) {
  return closeDue(db, now, new Date(now.getTime() - keptMs))
}
