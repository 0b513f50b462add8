import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** When each job of the scheduled run last ended well. */
export const scheduledRuns = sqliteTable('scheduled_runs', {
  job: text('job', { enum: ['tidy', 'mails', 'badges', 'retention'] }).primaryKey(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }).notNull(),
  /** Since the beginning of the run it was part of; null: it ended before that was noted. */
  tookMs: integer('took_ms'),
})

/** Requests that took long, by the hour (UTC) in which they were written down: of nobody, by route and never by address. */
export const slowRequests = sqliteTable(
  'slow_requests',
  {
    hour: integer('hour', { mode: 'timestamp_ms' }).notNull(),
    /** Method and route: `GET /:l/courses/:course`. */
    route: text('route').notNull(),
    count: integer('count').notNull(),
    slowestMs: integer('slowest_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.route] })],
)
