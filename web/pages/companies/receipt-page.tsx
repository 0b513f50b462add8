import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Claims } from '../../components/claims.tsx'
import { Layout } from '../../components/layout.tsx'
import { type OpenedDay, Openings } from '../../components/openings.tsx'
import type { LateFrame } from '../../frame.ts'

interface ReceiptPageProps {
  frame: LateFrame
  stay: {
    id: string
    company: string
    /** The name that colleagues knew. */
    name: string
    joined: string
    left: string
    how: 'own' | 'removed' | 'closed'
    wasLast: boolean
  }
  opened: OpenedDay[]
  /** For how long the days of opening are kept (days), what the log says (months), and an invitation (days). */
  kept: { openings: number; log: number; invitations: number }
}

/** A stay in a company that has ended: when, what is no longer seen, what stays with whom. To keep, and to print. */
export function ReceiptPage({ frame, stay, opened, kept }: ReceiptPageProps) {
  const { t, locale } = frame
  const title = t('receipt.title', { company: stay.company })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <main id="content" tabindex={-1}>
        <div class="section f-forest">
          <div class="wrap stack">
            <h1>{title}</h1>
            <p class="lead">{t('receipt.lead')}</p>
          </div>
        </div>
        <section class="section" aria-label={t('receipt.lead')}>
          <div class="wrap stack">
            <Facts frame={frame} stay={stay} />
            {stay.how === 'removed' ? <p class="measure">{t('receipt.undo')}</p> : null}
            {stay.wasLast && stay.how === 'own' ? <p class="measure">{t('receipt.closed')}</p> : null}
            <p class="no-print">{t('receipt.print')}</p>
          </div>
        </section>
        <Parts frame={frame} opened={opened} kept={kept} />
        <section class="section f-sunk no-print">
          <div class="wrap">
            <a class="button button--plain" href={`${urls.companies(locale)}?all=1`}>
              {t('receipt.go')}
            </a>
          </div>
        </section>
      </main>
    </Layout>
  )
}

function Facts({ frame: { t }, stay }: Pick<ReceiptPageProps, 'frame' | 'stay'>) {
  const facts = [
    ['company', stay.company],
    ['name', stay.name],
    ['joined', stay.joined],
    ['left', t(`receipt.left.${stay.how}`, { day: stay.left })],
    ['number', stay.id],
  ] as const
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{t(`receipt.${name}`)}</dt>
          <dd class="long-name">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is no longer seen, what stays with whom, and who had looked. */
function Parts({ frame, opened, kept }: Pick<ReceiptPageProps, 'frame' | 'opened' | 'kept'>) {
  const { t } = frame
  return (
    <>
      <section class="section f-sunk">
        <div class="wrap side">
          <div class="stack">
            <h2>{t('receipt.ends')}</h2>
            <Claims ends={(['row', 'earlier', 'name'] as const).map((what) => t(`receipt.ends.${what}`))} stays={[]} />
          </div>
          <div class="stack">
            <h2>{t('receipt.stays')}</h2>
            <Claims ends={[]} stays={(['own', 'place'] as const).map((what) => t(`receipt.stays.${what}`))} />
          </div>
        </div>
      </section>
      <section class="section">
        <div class="wrap side">
          <div class="stack">
            <h2>{t('receipt.holds')}</h2>
            <ul class="bullets">
              <li>{t('receipt.holds.log', { months: kept.log })}</li>
              <li>{t('receipt.holds.invitations', { days: kept.invitations })}</li>
            </ul>
            <p>{t('receipt.holds.none')}</p>
          </div>
          <div class="stack">
            <h2>{t('receipt.opened')}</h2>
            <Openings frame={frame} days={opened} kept={kept.openings} />
          </div>
        </div>
      </section>
    </>
  )
}
