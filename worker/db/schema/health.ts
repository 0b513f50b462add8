import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** When each job of the scheduled run last ended well. */
export const scheduledRuns = sqliteTable('scheduled_runs', {
  job: text('job', { enum: ['tidy', 'mails', 'badges', 'retention'] }).primaryKey(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }).notNull(),
  /** Since the beginning of the run it was part of; null: it ended before that was noted. */
  tookMs: integer('took_ms'),
})
