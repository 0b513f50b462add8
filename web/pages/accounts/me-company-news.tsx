import { urls } from '../../urls.ts'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

/** What happened to somebody's membership without their doing. */
export interface CompanyNews {
  kind: 'removed' | 'closed' | 'closing' | 'terms'
  /** The company's name. */
  company: string
  id: string
  day: Date
}

export function MeCompanyNews({ frame: { t, locale }, news }: { frame: LateFrame; news: CompanyNews[] }) {
  return (
    <div class="wrap section--tight stack">
      {news.map(({ kind, company, id, day }) =>
        kind === 'removed' || kind === 'closed' ? (
          <Notice title={t(`me.${kind}`, { company })}>
            <p>{t(`me.${kind}.text`, { day })}</p>
          </Notice>
        ) : kind === 'terms' ? (
          <Notice title={t('me.terms', { company })}>
            <p>
              {t('me.terms.text')} <a href={`${urls.seen(locale, id)}#terms`}>{t('me.terms.go')}</a>
            </p>
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
