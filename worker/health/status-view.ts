import { sane } from '../../formats/day.ts'
import type { Watched } from '../../web/pages/health/status-page.tsx'
import {
  type Alarm,
  type Figures,
  lastRun,
  laneNames,
  lengthOfRun,
  mostCounted,
  retentionRan,
  type Waiting,
} from './rules.ts'

const alarmsOf: Record<Watched['what'], readonly Alarm[]> = {
  codes: ['codes-waiting'],
  badges: ['signing-key-missing', 'badges-unsigned'],
  run: ['scheduled-run-late'],
  slow: [],
  database: ['database-unreachable', 'migrations-behind'],
  notices: ['notices-waiting'],
  letters: ['letters-waiting'],
  expired: ['expired-not-forgotten'],
  absent: ['retention-late'],
}
/** People notice these within minutes. */
const urgent = new Set<Watched['what']>(['codes', 'run', 'database'])
const ranks = ['now', 'look', 'fine']

/** What the operator's page shows, the worst first. */
export function watchedIn(figures: Figures, alarms: readonly Alarm[]): Watched[] {
  const ended = lastRun(figures.jobs)
  const took = lengthOfRun(figures.jobs)
  const { migrated, bytes } = figures
  const all: Omit<Watched, 'state' | 'alarms'>[] = [
    ...laneNames.map((lane) => ({ what: lane, ...waitingOf(figures.outbox[lane]) })),
    { what: 'badges', ...waitingOf(figures.unsigned) },
    {
      what: 'run',
      run: { ended: ended && sane(ended), seconds: took === undefined ? undefined : Math.round(took / 100) / 10 },
    },
    { what: 'expired', expired: figures.expired.waiting },
    { what: 'absent', absent: { ...figures.absent, ended: saneOr(retentionRan(figures.jobs)) } },
    { what: 'slow', slow: figures.slow },
    {
      what: 'database',
      database: {
        migrated: sane(new Date(migrated)),
        megabytes: bytes === undefined ? undefined : Math.round(bytes / 100_000) / 10,
      },
    },
  ]
  return all
    .map((each): Watched => {
      const on = alarms.filter((alarm) => alarmsOf[each.what].includes(alarm))
      return { ...each, alarms: on, state: on.length === 0 ? 'fine' : urgent.has(each.what) ? 'now' : 'look' }
    })
    .toSorted((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state))
}

function saneOr(at: Date | undefined): Date | undefined {
  return at && sane(at)
}

function waitingOf({ waiting, oldest }: Waiting) {
  return { waiting: { count: waiting, oldest: oldest && sane(oldest) }, isCapped: waiting >= mostCounted }
}
