import { sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { scheduledRuns } from '../db/schema/health.ts'

export type Job = typeof scheduledRuns.$inferSelect.job

export function recordJobEnded(db: Database, job: Job, now: Date) {
  return db
    .insert(scheduledRuns)
    .values({ job, endedAt: now })
    .onConflictDoUpdate({ target: scheduledRuns.job, set: { endedAt: now } })
}

/** The newest migration that the database has, by the time in its journal, and when each job last ended. */
export async function readHealth(db: Database): Promise<{ migrated: number; jobs: { job: Job; endedAt: Date }[] }> {
  const [migrations, jobs] = await db.batch([
    db.select({ newest: sql<number>`max(created_at)` }).from(sql`__drizzle_migrations`),
    db.select().from(scheduledRuns),
  ])
  return { migrated: Number(migrations[0]?.newest ?? 0), jobs }
}
