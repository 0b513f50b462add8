import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

export function RemarkThanksPage({ frame, next }: { frame: Frame; next: string }) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('remark.thanks')} noindex quiet>
      <main id="content" tabindex={-1} class="section">
        <div class="wrap wrap--lead-in stack">
          <h1>{t('remark.thanks')}</h1>
          <p class="lead">{t('remark.thanks.text')}</p>
          <p>
            <a class="button" href={next}>
              {t('remark.back')}
            </a>
          </p>
        </div>
      </main>
    </Layout>
  )
}
