import { pageAssets } from 'virtual:page-assets'

import { Layout } from '../../components/layout.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'
import { type AchievementView, Claims } from './badge-parts.tsx'

/** What a badge stands for, at one version: whoever holds it. */
export function AchievementPage({ frame, badge }: { frame: Frame; badge: AchievementView }) {
  const { t } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.badgeStyles}
      title={badge.name}
      description={t('badge.description', { badge: badge.name, title: badge.title })}
      noindex
    >
      <main id="content" tabindex={-1}>
        <div class="proof-head f-falu">
          <div class="wrap">
            <div class="badge-art">{raw(badge.svg)}</div>
            <div class="proof-head__text">
              <p class="lead">{t('badge.holder')}</p>
              <h1>
                <WholeWords text={badge.name} />
              </h1>
              <p class="lead">{badge.title}</p>
            </div>
          </div>
        </div>
        <div class="kurbits-strip"></div>
        <section class="section">
          <div class="wrap">
            <Claims frame={frame} badge={badge} />
            <p>
              {t('badge.fact.version')}: <code>{badge.version}</code>
            </p>
          </div>
        </section>
      </main>
    </Layout>
  )
}
