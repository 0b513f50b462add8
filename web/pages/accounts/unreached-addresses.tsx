import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'
import { urls } from '../../urls.ts'

/** An address of one's own that mail did not reach, or from which a mail of ours was reported. */
export interface UnreachedAddress {
  email: string
  kind: 'refused' | 'bounced' | 'complained'
  /** In words. */
  day: string
}

export function UnreachedAddresses({ frame, unreached }: { frame: Frame; unreached: UnreachedAddress[] }) {
  const { t, locale } = frame
  return (
    <div class="wrap section--tight stack">
      {unreached.map(({ email, kind, day }) => (
        <Notice title={t(kind === 'complained' ? 'account.unwanted' : 'account.unreached', { email })} alarm>
          <div class="stack">
            <p>{t(kind === 'complained' ? 'account.unwanted.text' : 'account.unreached.text', { day })}</p>
            <form class="form" method="post" action={urls.addressTrial(locale)}>
              <input type="hidden" name="email" value={email} />
              <button class="button button--plain">{t('account.unreached.again')}</button>
            </form>
          </div>
        </Notice>
      ))}
    </div>
  )
}

/** A test mail is on its way. */
export function TrialPage({ frame, email }: { frame: Frame; email: string }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.trial.title')} noindex>
      <Door field="copper" title={t('account.trial.title')} lead={t('account.trial.lead', { email })}>
        <p>{t('account.trial.text')}</p>
        <p>
          <a href={urls.me(locale)}>{t('account.address.code.again')}</a>
        </p>
      </Door>
    </Layout>
  )
}
