import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../../urls.ts'
import { Claims } from '../../../components/claims.tsx'
import { Door } from '../../../components/door.tsx'
import { Layout } from '../../../components/layout.tsx'
import { Notice } from '../../../components/notice.tsx'
import type { LateFrame } from '../../../frame.ts'

interface ReopeningPageProps {
  frame: LateFrame
  /** `until`: when it can be opened again no more; undefined when it is too late. */
  company: { id: string; name: string; closedAt: Date; until: Date | undefined }
  /** Somebody tried just now, too late. */
  isLate: boolean
}

/** A closed company, for those who owned it: to open it again while there is time, and its log. */
export function ReopeningPage({ frame, company, isLate }: ReopeningPageProps) {
  const { t, locale } = frame
  const { id, name, closedAt, until } = company
  const title = t('reopening.title', { company: name })
  const lead = until ? t('reopening.lead', { until }) : t('reopening.late', { closedAt })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="copper" title={title} lead={lead}>
        {isLate ? <Notice title={t('reopening.late.notice')} alarm /> : null}
        {until ? (
          <>
            <Claims ends={[t('reopening.links')]} stays={[t('reopening.back'), t('reopening.told')]} />
            <form class="form" method="post" action={urls.reopening(locale, id)}>
              <button class="button">{t('reopening.do')}</button>
            </form>
          </>
        ) : null}
        <p>
          <a href={urls.companyLog(locale, id)}>{t('reopening.log')}</a>
        </p>
        <p>
          <a href={urls.companies(locale)}>{t('reopening.companies')}</a>
        </p>
      </Door>
    </Layout>
  )
}
