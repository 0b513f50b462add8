import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'

/** What happened to somebody's membership without their doing. */
export interface CompanyNews {
  kind: 'removed' | 'closed' | 'closing'
  company: string
  day: Date
}

export function MeCompanyNews({ frame: { t }, news }: { frame: Frame; news: CompanyNews[] }) {
  return (
    <div class="wrap section--tight stack">
      {news.map(({ kind, company, day }) =>
        kind !== 'closing' ? (
          <Notice title={t(`me.${kind}`, { company })}>
            <p>{t(`me.${kind}.text`, { day })}</p>
          </Notice>
        ) : (
          <Notice title={t('me.closing', { company, day })} alarm>
            <p>{t('seen.closing.text')}</p>
          </Notice>
        ),
      )}
    </div>
  )
}
