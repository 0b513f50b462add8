import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Kept, type KeptLines, type Operator, Responsible } from '../../components/kept.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'

interface PrivacyPageProps {
  frame: Frame
  /** What each company sees of the learner, from the very component its manager sees; undefined for a member of none. */
  sharing?: Child
  operator: Operator
  kept: KeptLines
  /** The day on which the account goes if nobody uses it from now on. */
  goesOn: string
}

/** What others see, what is kept for how long, and the way to have it erased. */
export function PrivacyPage({ frame, sharing, operator, kept, goesOn }: PrivacyPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.meStyles} title={t('account.privacy.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.privacy.title')}</h1>
            <p class="lead">{t('account.privacy.lead')}</p>
          </div>
        </section>
        <section class="section f-sunk" aria-labelledby="sharing">
          <div class="wrap stack">
            <h2 id="sharing">{t('account.privacy.sharing')}</h2>
            {sharing ?? <p>{t('account.privacy.nobody')}</p>}
            <p>{t('account.privacy.seen')}</p>
            <p>{t('account.privacy.unseen')}</p>
          </div>
        </section>
        <section class="section" aria-labelledby="kept">
          <div class="wrap stack">
            <h2 id="kept">{t('privacy.kept')}</h2>
            <p class="measure">{t('privacy.goes', { day: goesOn })}</p>
            <Kept frame={frame} lines={kept} />
            <h2>{t('privacy.who')}</h2>
            <Responsible frame={frame} operator={operator} />
          </div>
        </section>
        <section class="section f-sunk" aria-labelledby="erase">
          <div class="wrap stack">
            <h2 id="erase">{t('account.erase.title')}</h2>
            <p class="measure">{t('account.privacy.erase')}</p>
            <p>
              <a class="button button--plain" href={urls.erasure(locale)}>
                {t('account.privacy.erase.go')}
              </a>
            </p>
          </div>
        </section>
      </main>
    </Layout>
  )
}
