import {
  type Figures,
  jobs,
  laneNames,
  lengthOfRun,
  mostCounted,
  retentionRan,
  type Waiting,
} from '../../worker/health/rules.ts'
import type { Status, StatusAlarm } from './read-status.ts'

/** What to do first; docs/operate.md says the rest. */
const firstStep: Record<StatusAlarm, string> = {
  'database-unreachable': 'look whether the database answers, and at LIBSQL_URL and LIBSQL_AUTH_TOKEN',
  'migrations-behind': 'start Navet again, or run npm run deploy: the database is older than this version',
  'scheduled-run-late': 'look whether Navet runs, and in the log for "a scheduled run did not end well"',
  'codes-waiting': 'look in the log for mails-not-taken: nobody can sign in',
  'signing-key-missing': 'set SIGNING_KEYS: no badge is signed',
  'badges-unsigned': 'look whether SIGNING_KEYS is set, and in the log for failed-later',
  'notices-waiting': 'look in the log for mails-not-taken',
  'letters-waiting': 'look in the log for mails-not-taken, and at the plan of your mail provider',
  'expired-not-forgotten': 'look in the log for errors at the time of the scheduled run',
  'retention-late': 'look in the log for failed-later at the time of the scheduled run',
  'backup-late': 'look in the log for "the backup could not be made", and run npm run -s backup',
  'journal-unreadable': 'put a whole erasures.jsonl in the data folder in its place, or take it away',
  'lessons-stale': 'npm run -s courses:stale lists them',
}

/** The status in plain lines, what to do first. */
export function formatStatus({ at, version, alarms, found, backup, stale }: Status): string {
  const now = new Date(at)
  const lines = [
    `Navet ${version}, ${at}`,
    '',
    ...(alarms.length === 0 ? ['no alarm is on'] : alarms.map((name) => `ALARM ${name}: ${firstStep[name]}`)),
    ...(alarms.length === 0 ? [] : ['      docs/operate.md has a section of each name']),
    '',
    ...(typeof found === 'string' ? [row('database', found)] : figureLines(found, now)),
    row(
      'newest backup',
      backup === undefined ? 'not known here: BACKUP_TO is not set' : agoOf(backup ?? undefined, now),
    ),
    row('lessons and facts', stale === 0 ? 'all within their review dates' : `${stale} past their review date`),
  ]
  return `${lines.join('\n')}\n`
}

function figureLines(figures: Figures, now: Date): string[] {
  const took = lengthOfRun(figures.jobs)
  const { absent } = figures
  return [
    ...laneNames.map((lane) => row(`${lane} waiting`, waitingWords(figures.outbox[lane], now))),
    row('badges unsigned', waitingWords(figures.unsigned, now)),
    ...jobs.map((job) => row(`job ${job} ended`, agoOf(figures.jobs.find((each) => each.job === job)?.endedAt, now))),
    row('last run took', took === undefined ? 'not known' : `${took / 1000} s`),
    row('mails past their time', String(figures.expired.waiting)),
    row('clock of absence ran', agoOf(retentionRan(figures.jobs), now)),
    row(
      'accounts that go',
      `${absent.in30Days} in 30 days, ${absent.in60Days} in 60; ${absent.went} went in the last 30`,
    ),
    row('slow requests', slowWords(figures.slow)),
    row('database', figures.bytes === undefined ? 'its server does not tell its size' : megabytes(figures.bytes)),
    row('newest migration', new Date(figures.migrated).toISOString().slice(0, 10)),
  ]
}

function row(name: string, words: string): string {
  return `${name.padEnd(24)}${words}`
}

function waitingWords({ waiting, oldest }: Waiting, now: Date): string {
  if (waiting === 0) return '0'
  return `${waiting}${waiting >= mostCounted ? ' or more' : ''}, the oldest ${agoOf(oldest, now)}`
}

function slowWords({ count, worst }: Figures['slow']): string {
  if (!worst) return 'none in 24 h took more than a second'
  return `${count} in 24 h took more than a second; the slowest ${worst.ms / 1000} s, ${worst.route}`
}

function agoOf(at: Date | undefined, now: Date): string {
  if (!at || Number.isNaN(at.getTime())) return 'never'
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000))
  if (minutes < 120) return `${minutes} min ago`
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} days ago`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
