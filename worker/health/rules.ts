import { type Lane, lanes } from '../mail/rules.ts'

const minute = 60_000

/** Three runs left out, of one every quarter of an hour. */
const longestPauseMs = 45 * minute
/** Letters and erasures go by days. */
const retentionPauseMs = 24 * 60 * minute

/** Every job of the scheduled run. */
export const jobs = ['tidy', 'mails', 'badges'] as const

/** What was found of the database: that it cannot be reached, that it is not ours to read yet, or what it says. */
export type Found = 'unreachable' | 'unreadable' | FoundState

interface FoundState {
  /** The newest migration, by its time in the journal. */
  migrated: number
  /** A newer version has taken away what this one may ask for. */
  isContracted: boolean
  jobs: readonly { job: string; endedAt: Date }[]
}

export interface Readiness {
  ready: boolean
  database: 'ok' | 'unreachable'
  migrations: 'ok' | 'behind' | 'contracted' | 'unknown'
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
  if (found === 'unreadable' || found.migrated < newest) return 'behind'
  return found.isContracted ? 'contracted' : 'ok'
}

/** Undefined when a job has never ended. */
export function lastRun(ended: readonly { job: string; endedAt: Date }[]): Date | undefined {
  const times = jobs.map((job) => ended.find((each) => each.job === job)?.endedAt.getTime() ?? Number.NaN)
  const earliest = Math.min(...times)
  return Number.isNaN(earliest) ? undefined : new Date(earliest)
}

/** What waits is counted no further: a figure of this size means so many or more. */
export const mostCounted = 10_000

export const laneNames = Object.keys(lanes) as Lane[]

export interface Waiting {
  /** At most `mostCounted`. */
  waiting: number
  /** Since when the oldest waits. */
  oldest: Date | undefined
}

/** Accounts that nobody uses: each number is at most `mostCounted`. */
interface Absent {
  /** They go within so many days, if nobody comes back. */
  in30Days: number
  in60Days: number
  /** They went in the last 30 days. */
  went: number
}

/** All that is told of an installation: numbers and times, of no person and no company. */
export interface Figures {
  migrated: number
  /** `tookMs`: since the run began; null where that was not noted. */
  jobs: readonly { job: string; endedAt: Date; tookMs: number | null }[]
  outbox: Record<Lane, Waiting>
  /** A mail that waits was tried before: so there is somebody whom mails are handed to. */
  isTried: boolean
  unsigned: Waiting
  /** What mails say that should be forgotten by now. */
  expired: Waiting
  absent: Absent
  /** Requests that took more than a second in the last 24 hours, and the route of the slowest. */
  slow: { count: number; worst: { route: string; ms: number } | undefined }
  /** Of the database's file; undefined where its server does not tell. */
  bytes: number | undefined
}

/** The worst first; each has a section of its name in docs/operate.md. */
export const alarmNames = [
  'database-unreachable',
  'migrations-behind',
  'scheduled-run-late',
  'codes-waiting',
  'signing-key-missing',
  'badges-unsigned',
  'notices-waiting',
  'letters-waiting',
  'expired-not-forgotten',
  'retention-late',
] as const
export type Alarm = (typeof alarmNames)[number]

/** How long a mail may wait before somebody should look: a code is of no use after 15 minutes. */
const patience: Record<Lane, number> = { codes: 3 * minute, notices: 60 * minute, letters: 24 * 60 * minute }

interface Surroundings {
  /** The newest migration of this build. */
  newest: number
  /** Undefined: not known here. */
  hasKey: boolean | undefined
  /** Mails leave, rather than wait for whoever reads them in the outbox. */
  mailsLeave: boolean
  now: Date
}

/** What somebody should do something about. */
export function judgeAlarms(found: Figures | 'unreachable' | 'unreadable', surroundings: Surroundings): Alarm[] {
  const { hasKey } = surroundings
  const on = new Set<Alarm>(hasKey === false ? ['signing-key-missing'] : [])
  if (found === 'unreachable') on.add('database-unreachable')
  else if (found === 'unreadable') on.add('migrations-behind')
  else for (const alarm of alarmsIn(found, surroundings)) on.add(alarm)
  return alarmNames.filter((name) => on.has(name))
}

function alarmsIn(figures: Figures, { newest, mailsLeave, now }: Surroundings): Alarm[] {
  const isOver = ({ oldest }: Waiting, ms: number) => oldest !== undefined && now.getTime() - oldest.getTime() > ms
  const ended = lastRun(figures.jobs)
  const late =
    mailsLeave || figures.isTried ? laneNames.filter((lane) => isOver(figures.outbox[lane], patience[lane])) : []
  return [
    ...(figures.migrated < newest ? (['migrations-behind'] as const) : []),
    ...(isOver({ waiting: 1, oldest: ended ?? new Date(0) }, longestPauseMs) ? (['scheduled-run-late'] as const) : []),
    ...late.map((lane) => `${lane}-waiting` as const),
    ...(isOver(figures.unsigned, longestPauseMs) ? (['badges-unsigned'] as const) : []),
    ...(isOver(figures.expired, longestPauseMs) ? (['expired-not-forgotten'] as const) : []),
    ...(isOver({ waiting: 1, oldest: retentionRan(figures.jobs) ?? new Date(0) }, retentionPauseMs)
      ? (['retention-late'] as const)
      : []),
  ]
}

/** When the clock of absence last ended well: apart from `jobs`, for nothing that is urgent waits for it. */
export function retentionRan(runs: readonly { job: string; endedAt: Date }[]): Date | undefined {
  return runs.find(({ job }) => job === 'retention')?.endedAt
}

/** How long the last whole run took, by its last job. */
export function lengthOfRun(runs: Figures['jobs']): number | undefined {
  return runs.find(({ job }) => job === jobs.at(-1))?.tookMs ?? undefined
}
