import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

/** The mailed way back for an address that was removed: it names the address, and one press is left. */
export function ReturnPage({ frame, email, secret }: { frame: Frame; email: string; secret: string }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.return.title')} noindex>
      <Door field="copper" title={t('account.return.heading')} lead={t('account.return.lead', { email })}>
        <form class="form" method="post" action={urls.addressReturn(locale, secret)}>
          <button class="button button--wide">
            {t('account.return.do')} <Icon name="arrow" />
          </button>
        </form>
        <p>{t('account.return.not')}</p>
      </Door>
    </Layout>
  )
}

export function ReturnedPage({ frame, outcome }: { frame: Frame; outcome: 'returned' | 'taken' | 'gone' }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t(`account.return.${outcome}.title`)} noindex>
      <Door field="copper" title={t(`account.return.${outcome}.title`)} lead={t(`account.return.${outcome}.text`)}>
        <p>
          <a class="button button--wide" href={urls.signIn(locale, urls.addresses(locale))}>
            {t('account.return.sign-in')} <Icon name="arrow" />
          </a>
        </p>
      </Door>
    </Layout>
  )
}
