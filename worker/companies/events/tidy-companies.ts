import type { Database } from '../../db/client.ts'
import { reopenMs } from '../closing/rules.ts'
import { deleteClosed } from '../closing/store.ts'
import { closeDue } from './store.ts'

export const eventMonths = 24
const keptMs = Math.floor((eventMonths / 12) * 365) * 24 * 3_600_000

/** Statements that close the companies whose day has come, delete what closed ones had, and forget what is over two years old. */
export function tidyCompanies(db: Database, now: Date) {
  const forgottenSince = new Date(now.getTime() - keptMs)
  return [...closeDue(db, now, forgottenSince), ...deleteClosed(db, { now, keptMs: reopenMs, forgottenSince })] as const
}
