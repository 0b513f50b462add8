import { type Alarm, alarmNames, type Figures, jobs, laneNames, lengthOfRun, type Waiting } from './rules.ts'

interface Told {
  found: Figures | 'unreachable' | 'unreadable'
  alarms: readonly Alarm[]
  version: string
  now: Date
}

type Sample = [labels: string, value: number | undefined]

/**
 * The figures in Prometheus' text format, version 0.0.4. What is not known has no line; names of people and companies
 * have none in any case.
 */
export function metricsText({ found, alarms, version, now }: Told): string {
  const isRead = typeof found !== 'string'
  return [
    gauge('navet_build_info', 'The version that answers.', [[`{version="${version}"}`, 1]]),
    gauge('navet_database_up', '1 when the database could be asked.', [['', found === 'unreachable' ? 0 : 1]]),
    gauge(
      'navet_alarm',
      '1 when somebody should do something: docs/operate.md has a section of each name.',
      alarmNames.map((name) => [`{name="${name}"}`, alarms.includes(name) ? 1 : 0]),
    ),
    ...(isRead ? figuresIn(found, now) : []),
  ].join('')
}

function figuresIn(figures: Figures, now: Date): string[] {
  const { migrated, outbox, unsigned, expired, bytes } = figures
  const ageOf = ({ oldest }: Waiting) => oldest && Math.max(0, now.getTime() - oldest.getTime()) / 1000
  const ofLanes = (value: (waiting: Waiting) => number | undefined) =>
    laneNames.map((lane): Sample => [`{lane="${lane}"}`, value(outbox[lane])])
  const took = lengthOfRun(figures.jobs)
  return [
    gauge(
      'navet_outbox_waiting',
      'Mails that wait, counted to 10000.',
      ofLanes(({ waiting }) => waiting),
    ),
    gauge(
      'navet_outbox_oldest_seconds',
      'How long the oldest has waited; 0 when none waits.',
      ofLanes((each) => ageOf(each) ?? 0),
    ),
    gauge('navet_badges_unsigned', 'Badges that wait for a signature, counted to 10000.', [['', unsigned.waiting]]),
    gauge('navet_badges_unsigned_oldest_seconds', 'How long the oldest has waited; 0 when none waits.', [
      ['', ageOf(unsigned) ?? 0],
    ]),
    gauge(
      'navet_scheduled_job_ended_timestamp_seconds',
      'When each job of the scheduled run last ended well.',
      [...jobs, 'retention'].map((job) => [
        `{job="${job}"}`,
        timeOf(figures.jobs.find((each) => each.job === job)?.endedAt),
      ]),
    ),
    gauge('navet_scheduled_run_seconds', 'How long the last whole run took.', [
      ['', took === undefined ? undefined : took / 1000],
    ]),
    gauge('navet_mails_expired', 'Mails whose words should be gone by now, counted to 10000.', [['', expired.waiting]]),
    gauge('navet_accounts_due', 'Accounts that go within so many days if nobody comes back, counted to 10000.', [
      ['{days="30"}', figures.absent.in30Days],
      ['{days="60"}', figures.absent.in60Days],
    ]),
    gauge('navet_slow_requests', 'Requests that took more than a second in the last 24 hours.', [
      ['', figures.slow.count],
    ]),
    gauge('navet_migration_timestamp_seconds', 'When the newest migration of the database was made.', [
      ['', migrated / 1000],
    ]),
    gauge('navet_database_bytes', 'Size of the database.', [['', bytes]]),
  ]
}

function timeOf(at: Date | undefined): number | undefined {
  return at && at.getTime() / 1000
}

/** Nothing where no value of it is known. */
function gauge(name: string, help: string, samples: Sample[]): string {
  const known = samples.filter(([, value]) => value !== undefined && Number.isFinite(value))
  if (known.length === 0) return ''
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${known.map(([labels, value]) => `${name}${labels} ${value}\n`).join('')}`
}
