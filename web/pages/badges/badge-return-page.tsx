import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { urls } from '../../urls.ts'

interface BadgeReturnPageProps {
  frame: Frame
  badge: { award: string; name: string }
  /** Of the mailed link. */
  proof: string
}

/** Where the link in the last mail to an account leads: one press takes its badge back. */
export function BadgeReturnPage({ frame, badge: { award, name }, proof }: BadgeReturnPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('badge.return.title')} noindex>
      <Door field="copper" title={t('badge.return.title')} lead={t('badge.return.lead', { name })}>
        <form class="form" method="post" action={urls.badgeReturn(locale, award, proof)}>
          <button class="button button--wide">{t('badge.return.do')}</button>
        </form>
        <p>
          <a href={urls.badge(locale, award)}>{t('badge.return.look')}</a>
        </p>
      </Door>
    </Layout>
  )
}

export function BadgeReturnedPage({ frame }: { frame: Frame }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('badge.returned.title')} noindex>
      <Door field="copper" title={t('badge.returned.title')} lead={t('badge.returned.lead')}>
        <p>
          <a href={urls.catalogue(locale)}>{t('badge.returned.on')}</a>
        </p>
      </Door>
    </Layout>
  )
}
