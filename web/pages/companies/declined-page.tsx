import { pageAssets } from 'virtual:page-assets'

import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'

/** After a no: that nobody is told, and what is there all the same. */
export function DeclinedPage({ frame, code, isForOne }: { frame: LateFrame; code: string; isForOne: boolean }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('decline.title')} noindex>
      <Door field="forest" title={t('decline.title')} lead={t('decline.lead')}>
        <p>{t(isForOne ? 'decline.one' : 'decline.all')}</p>
        <p>
          <a class="button button--wide" href={urls.catalogue(locale)}>
            {t('decline.courses')}
          </a>
        </p>
        <p>
          <a href={urls.join(locale, code)}>{t('decline.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}
