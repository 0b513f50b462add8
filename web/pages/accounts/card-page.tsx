import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { codeInGroups } from '../companies/code-in-groups.ts'
import { HiddenFields } from './code-form.tsx'

interface CardPageProps {
  frame: LateFrame
  code: string
  madeAt: Date
  /** Where one signs in with it, absolute. */
  address: string
  hasAddress: boolean
  offersPasskey: boolean
  /** Where it goes on once it is kept. */
  next: string | undefined
}

/** The recovery card itself, for paper; its code is shown until somebody says that it is kept. */
export function CardPage(props: CardPageProps) {
  const { frame, code, madeAt, address, hasAddress, next } = props
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.waysStyles} title={t('recovery.card.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1 class="no-print">{t('recovery.card.title')}</h1>
            <p class="lead no-print">{t('recovery.card.lead')}</p>
            {hasAddress ? null : (
              <div class="no-print">
                <Notice title={t('recovery.card.first')} />
              </div>
            )}
            <article class="way-card">
              <h2>{t('recovery.card.heading')}</h2>
              <p class="way-card__code" translate="no">
                <span class="vh">{t('recovery.card.code')}: </span>
                <strong>{codeInGroups(code)}</strong>
              </p>
              <p>{t('recovery.card.how', { address: address.replace(/^https?:\/\//, '') })}</p>
              <p>{t('recovery.card.once')}</p>
              <p class="soft">
                {t('recovery.card.made', { day: madeAt })} {t('recovery.card.lost')}
              </p>
            </article>
            <p class="no-print">{t('recovery.card.print')}</p>
            <form class="form no-print" method="post" action={urls.recoveryCard(locale)}>
              <HiddenFields values={{ next, made: String(madeAt.getTime()) }} />
              <button class="button">
                {t('recovery.card.done')} <Icon name="arrow" />
              </button>
            </form>
            <More {...props} />
          </div>
        </section>
      </main>
    </Layout>
  )
}

function More({ frame: { t, locale }, hasAddress, offersPasskey }: CardPageProps) {
  if (hasAddress && !offersPasskey) return null
  return (
    <div class="no-print stack">
      <p>{t('recovery.card.more')}</p>
      <ul class="bullets">
        {offersPasskey ? (
          <li>
            <a href={urls.passkeys(locale)}>{t('ways.offer.passkey')}</a>
          </li>
        ) : null}
        {hasAddress ? null : (
          <li>
            <a href={urls.addresses(locale)}>{t('ways.offer.address')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
