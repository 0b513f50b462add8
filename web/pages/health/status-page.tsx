import { pageAssets } from 'virtual:page-assets'

import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'
import { statusWords } from '../../messages/status.ts'

const shapes = {
  now: '<svg class="c-over" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 0l12 12-12 12L0 12z" fill="currentcolor"/><path d="M12 6v7M12 15.5v2.5" stroke="var(--alarm-ground)" stroke-width="3"/></svg>',
  look: '<svg class="c-renew" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1l11.5 21H.5z" fill="currentcolor"/><path d="M12 9v6M12 17v2.5" stroke="var(--warn-ground)" stroke-width="2.5"/></svg>',
  fine: '<svg class="c-done" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11" fill="currentcolor"/><path d="M6.5 12.5l4 4 7-8" fill="none" stroke="var(--ground)" stroke-width="2.75"/></svg>',
} as const

export interface Watched {
  what: 'codes' | 'notices' | 'letters' | 'badges' | 'run' | 'expired' | 'absent' | 'slow' | 'database'
  state: keyof typeof shapes
  /** The names of the alarms that are on, as docs/operate.md has them. */
  alarms: readonly string[]
  waiting?: { count: number; oldest: Date | undefined } | undefined
  /** There may be more than were counted. */
  isCapped?: boolean | undefined
  run?: { ended: Date | undefined; seconds: number | undefined } | undefined
  expired?: number | undefined
  /** Accounts that go soon, that went, and when the clock that sees to it last ended. */
  absent?: { ended: Date | undefined; in30Days: number; in60Days: number; went: number } | undefined
  /** In the last 24 hours. */
  slow?: { count: number; worst: { route: string; ms: number } | undefined } | undefined
  database?: { migrated: Date; megabytes: number | undefined } | undefined
}

export interface StatusPageProps {
  frame: Frame
  host: string
  version: string
  now: Date
  /** The worst first. */
  watched: Watched[]
}

/** How the installation is, for whoever runs it: figures of no person and no company. */
export function StatusPage({ frame, host, version, now, watched }: StatusPageProps) {
  const t = statusWords(frame.locale)
  return (
    <Layout frame={frame} styles={pageAssets.statusStyles} title={t('status.title')} noindex>
      <main id="content" tabindex={-1}>
        <div class="health__sum f-char">
          <div class="wrap">
            <p>{t('status.version', { host, version })}</p>
            <h1>{t('status.sum', { count: watched.filter(({ state }) => state !== 'fine').length })}</h1>
            <p class="lead">{t('status.counted', { at: now })}</p>
          </div>
        </div>
        <section class="section">
          <div class="wrap">
            <h2>{t('status.list')}</h2>
            <ul class="health">
              {watched.map((each) => (
                <Line frame={frame} watched={each} />
              ))}
            </ul>
            <p class="measure">{t('status.elsewhere')}</p>
          </div>
        </section>
      </main>
    </Layout>
  )
}

function Line({ frame, watched }: { frame: Frame; watched: Watched }) {
  const t = statusWords(frame.locale)
  return (
    <li>
      {raw(shapes[watched.state])}
      <h3>{t(`status.${watched.state}`, { what: t(`status.${watched.what}`) })}</h3>
      <div>
        <p>{figuresOf(frame, watched).join(' ')}</p>
        {watched.alarms.map((alarm) => (
          <p>
            {t('status.todo')} <code>{alarm}</code>
          </p>
        ))}
      </div>
    </li>
  )
}

function figuresOf({ locale }: Frame, watched: Watched): string[] {
  const { waiting, isCapped, run, expired, absent, slow, database } = watched
  const t = statusWords(locale)
  return [
    ...(waiting ? [t(isCapped ? 'status.waiting.many' : 'status.waiting', { count: waiting.count })] : []),
    ...(waiting?.oldest ? [t('status.oldest', { at: waiting.oldest })] : []),
    ...(run ? [run.ended ? t('status.run.ended', { at: run.ended }) : t('status.run.never')] : []),
    ...(run?.seconds === undefined ? [] : [t('status.run.took', { seconds: run.seconds })]),
    ...(expired === undefined ? [] : [t('status.expired.count', { count: expired })]),
    ...(absent
      ? [
          t('status.absent.due', { soon: absent.in30Days, later: absent.in60Days }),
          t('status.absent.went', { count: absent.went }),
        ]
      : []),
    ...(absent?.ended ? [t('status.absent.ended', { at: absent.ended })] : []),
    ...(slow ? [t('status.slow.count', { count: slow.count })] : []),
    ...(slow?.worst
      ? [t('status.slow.worst', { route: slow.worst.route, seconds: Math.round(slow.worst.ms / 100) / 10 })]
      : []),
    ...(database ? [t('status.database.migrated', { at: database.migrated })] : []),
    ...(database?.megabytes === undefined ? [] : [t('status.database.size', { megabytes: database.megabytes })]),
  ]
}
