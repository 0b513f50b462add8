import { pageAssets } from 'virtual:page-assets'

import { Layout } from '../../components/layout.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { codeInGroups } from './code-in-groups.ts'

interface PosterPageProps {
  frame: LateFrame
  company: { id: string; name: string }
  link: { code: string; expiresAt: Date }
  baseUrl: string
}

/** One A4 for the wall: what it is, how to come in, and what the company sees. */
export function PosterPage({ frame, company, link, baseUrl }: PosterPageProps) {
  const { t, locale } = frame
  const groups = codeInGroups(link.code)
  const byHand = new URL(urls.joinByHand(), baseUrl)
  const address = byHand.host + byHand.pathname
  return (
    <Layout frame={frame} styles={pageAssets.inviteStyles} title={t('poster.title')} noindex>
      <main id="content" tabindex={-1} class="paper-desk">
        <p class="paper-desk__how no-print">
          {t('poster.how')} <a href={urls.invitations(locale, company.id)}>{t('poster.back')}</a>
        </p>
        <article class="paper poster">
          <div class="poster__field">
            <p class="long-name">
              <strong>{company.name}</strong>
            </p>
            <h1>{t('poster.headline')}</h1>
          </div>
          <div class="poster__how">
            <QrCode text={baseUrl + urls.join(locale, link.code)} label={t('poster.qr', { address })} />
            <div class="stack">
              <p>
                <strong>{t('poster.scan')}</strong>
                <br />
                {t('poster.type', { address })}
              </p>
              <p class="code">
                {groups.slice(0, 9)}
                <br />
                {groups.slice(10)}
              </p>
              <p>
                <strong>{t('poster.read')}</strong>
              </p>
              <p>
                <strong>{t('poster.begin')}</strong> {t('poster.begin.text')}
              </p>
            </div>
          </div>
          <dl class="facts">
            {(['sees', 'never', 'yours'] as const).map((name) => (
              <div>
                <dt>{t(`poster.${name}`)}</dt>
                <dd>{t(`poster.${name}.text`)}</dd>
              </div>
            ))}
          </dl>
          <div class="paper__foot">
            <p>{t('poster.until', { until: link.expiresAt })}</p>
            <p>
              <strong>{t('site.name')}</strong>
              <br />
              {byHand.host}
            </p>
          </div>
        </article>
      </main>
    </Layout>
  )
}
