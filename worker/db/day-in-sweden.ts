import { type Column, type SQL, sql } from 'drizzle-orm'

/**
 * The day in Sweden of a stored moment, `2026-11-23`, told by the database, so that no time of day leaves it. Summer time
 * is from one o'clock UTC on the last Sunday of March to the same on that of October, as it has been since 1996.
 */
export function dayInSweden(moment: Column | SQL): SQL<string> {
  const at = sql`(${moment} / 1000)`
  const change = (lastDay: string) =>
    sql`unixepoch(strftime('%Y', ${at}, 'unixepoch') || ${lastDay}, '-6 days', 'weekday 0', '+1 hour')`
  return sql<string>`date(${at}, 'unixepoch',
    iif(${at} >= ${change('-03-31')} and ${at} < ${change('-10-31')}, '+2 hours', '+1 hour'))`
}
