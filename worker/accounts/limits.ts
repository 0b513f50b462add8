import type { Database } from '../db/client.ts'
import { recordUse } from './store.ts'

/** Counts one use of `subject` in the present window and gives how many there are now, this one included. One statement. */
export async function countUse(db: Database, subject: string, windowMs: number, now: Date): Promise<number> {
  const [counted] = await recordUse(db, subject, windowMs, now)
  return counted?.uses ?? 1
}
