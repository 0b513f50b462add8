import { sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { limits } from '../db/schema/accounts.ts'

/** Counts one use of `subject` in the present window and gives how many there are now, this one included. One statement. */
export async function countUse(db: Database, subject: string, windowMs: number, now: Date): Promise<number> {
  const [counted] = await recordUse(db, subject, windowMs, now)
  return counted?.uses ?? 1
}

/** The same as a statement for a batch; answers `[{ uses }]`. `window` is the time at which the window began. */
export function recordUse(db: Database, subject: string, windowMs: number, now: Date) {
  const window = Math.floor(now.getTime() / windowMs) * windowMs
  return db
    .insert(limits)
    .values({ subject, window })
    .onConflictDoUpdate({ target: [limits.subject, limits.window], set: { uses: sql`${limits.uses} + 1` } })
    .returning({ uses: limits.uses })
}
