import type { Child } from 'hono/jsx'

import type { CellId } from '../../../worker/courses/catalogue.ts'
import { urls } from '../../../worker/urls.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

export interface BadgePageProps {
  frame: Frame
  badge: { name: string; cell: CellId; area: string; level: number; levelName: string }
  /** "You can …" sentences of the outcomes. */
  claims: string[]
  course: { id: string; title: string; lessons: number; version: string; pool: number; competences: string[] }
  day: string
}

/** Everything the award says, for anybody who has its address; nothing about the person. */
export function BadgePage({ frame, badge, claims, course, day }: BadgePageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={badge.name} noindex>
      <main id="content" tabindex={-1} class="certificate">
        <div class="proof-head f-falu">
          <div class="wrap">
            <div class="badge-art">
              <BadgeArt cell={badge.cell} size={512} title={t('badge.art', { area: badge.area, level: badge.level })} />
            </div>
            <div class="proof-head__text">
              <p class="lead">{t('badge.holder')}</p>
              <h1>{badge.name}</h1>
              <p class="lead">{t('badge.level', { area: badge.area, level: badge.level, name: badge.levelName })}</p>
              <p class="state">{t(frame.demo ? 'badge.demo' : 'badge.unsigned')}</p>
            </div>
          </div>
        </div>
        <div class="kurbits-strip"></div>
        <section class="section">
          <div class="wrap two">
            <div>
              <h2>{t('badge.can')}</h2>
              <ul class="claims">
                {claims.map((claim) => (
                  <li>
                    <Icon name="right" />
                    <p>{claim}</p>
                  </li>
                ))}
              </ul>
              <h3>{t('badge.how')}</h3>
              <p class="measure">{t('badge.how.text', { pool: course.pool })}</p>
            </div>
            <div>
              <h2>{t('badge.facts')}</h2>
              <dl class="facts">
                <Fact term={t('badge.fact.badge')}>{badge.name}</Fact>
                <Fact term={t('badge.fact.holder')}>{t('badge.fact.holder.text')}</Fact>
                <Fact term={t('badge.fact.issued')}>{day}</Fact>
                <Fact term={t('badge.fact.issuer')}>{t('badge.fact.issuer.text')}</Fact>
                <Fact term={t('badge.fact.course')}>
                  <a href={urls.course(locale, course.id)}>{course.title}</a>,{' '}
                  {t('badge.fact.course.text', { lessons: course.lessons })}
                </Fact>
                <Fact term={t('badge.fact.version')}>
                  <code>{course.version}</code>
                </Fact>
                <Fact term={t('badge.fact.competence')}>{course.competences.join(', ')}</Fact>
              </dl>
            </div>
          </div>
        </section>
      </main>
    </Layout>
  )
}

function Fact({ term, children }: { term: string; children?: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
