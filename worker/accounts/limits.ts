import type { Database } from '../db/client.ts'
import { recordUse, selectUses } from './store.ts'

/** Counts one use of `subject` in the present window and gives how many there are now, this one included. One statement. */
export async function countUse(db: Database, subject: string, windowMs: number, now: Date): Promise<number> {
  const [counted] = await recordUse(db, subject, windowMs, now)
  return counted?.uses ?? 1
}

const hour = 3_600_000

/**
 * How often a source missed in this hour: a statement for the batch that looks something up, so that a source with too
 * many misses finds nothing more. Honest crowds never miss that often; without a known source nobody is counted.
 */
export function selectMisses(db: Database, kind: string, source: string | undefined, now: Date) {
  return selectUses(db, missOf(kind, source), hour, now)
}

/** Counts one miss and gives how many the source has had in this hour, this one included; 0 without a known source. */
export async function countMiss(db: Database, kind: string, source: string | undefined, now: Date): Promise<number> {
  return source === undefined ? 0 : countUse(db, missOf(kind, source), hour, now)
}

function missOf(kind: string, source: string | undefined): string {
  return `${kind} missed by ${source ?? 'nobody known'}`
}
