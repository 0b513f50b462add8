import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'

/** After it: there is one account. */
export function MergedPage({ frame }: { frame: LateFrame }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.merger.done.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.merger.done.title')}</h1>
            <p class="lead">{t('account.merger.done.text')}</p>
            <p>
              <a href={urls.me(locale)}>{t('account.merger.done.go')}</a>
            </p>
            <p>
              <a href={urls.privacy(locale)}>{t('account.merger.done.privacy')}</a>
            </p>
          </div>
        </section>
      </main>
    </Layout>
  )
}
