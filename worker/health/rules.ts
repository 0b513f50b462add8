/** Three runs left out, of one every quarter of an hour. */
const longestPauseMs = 45 * 60_000

/** Every job of the scheduled run. */
export const jobs = ['tidy', 'mails', 'badges'] as const

/** What was found of the database: that it cannot be reached, that it is not ours to read yet, or what it says. */
export type Found = 'unreachable' | 'unreadable' | { migrated: number; jobs: readonly { job: string; endedAt: Date }[] }

export interface Readiness {
  ready: boolean
  database: 'ok' | 'unreachable'
  migrations: 'ok' | 'behind' | 'unknown'
  signingKeys: 'ok' | 'missing'
  /** When the job that is longest ago last ended, UTC. */
  scheduledRun: string
}

/** Whether this worker can do all that it is there for. A database that is newer than we are is what a deploy leaves. */
export function judgeReadiness(
  found: Found,
  { newest, hasKey, now }: { newest: number; hasKey: boolean; now: Date },
): Readiness {
  const read = typeof found === 'string' ? undefined : found
  const ended = read ? lastRun(read.jobs) : undefined
  const checks = {
    database: found === 'unreachable' ? 'unreachable' : 'ok',
    migrations: migrationsOf(found, newest),
    signingKeys: hasKey ? 'ok' : 'missing',
  } as const
  const isRecent = ended !== undefined && now.getTime() - ended.getTime() <= longestPauseMs
  return {
    ready: Object.values(checks).every((check) => check === 'ok') && isRecent,
    ...checks,
    scheduledRun: read ? (ended?.toISOString() ?? 'never') : 'unknown',
  }
}

function migrationsOf(found: Found, newest: number): Readiness['migrations'] {
  if (found === 'unreachable') return 'unknown'
  return found !== 'unreadable' && found.migrated >= newest ? 'ok' : 'behind'
}

/** Undefined when a job has never ended. */
function lastRun(ended: readonly { job: string; endedAt: Date }[]): Date | undefined {
  const times = jobs.map((job) => ended.find((each) => each.job === job)?.endedAt.getTime() ?? Number.NaN)
  const earliest = Math.min(...times)
  return Number.isNaN(earliest) ? undefined : new Date(earliest)
}
