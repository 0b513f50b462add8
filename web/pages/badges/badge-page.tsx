import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Layout } from '../../components/layout.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { type Child, raw } from '../../html/html.ts'
import { competenceName } from '../../messages/digcomp.ts'
import { BadgeFiles } from './badge-files.tsx'
import { CheckYourself } from './check-yourself.tsx'
import { type BadgeView, Claims } from './badge-parts.tsx'

/** Everything the credential says, for anybody who has its address; of the person only what she chose to show. */
export function BadgePage({ frame, badge }: { frame: Frame; badge: BadgeView }) {
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.badgeStyles}
      title={badge.name}
      description={t('badge.description', { badge: badge.name, title: badge.title })}
      script={pageAssets.verifyScript}
      noindex
    >
      <main id="content" tabindex={-1} class="certificate">
        <ProofHead frame={frame} badge={badge} />
        <div class="kurbits-strip"></div>
        {badge.isOwn ? (
          <section class="section f-sunk no-print">
            <div class="wrap stack">
              <p>
                {t('badge.own')} <a href={urls.ownBadge(locale, badge.award)}>{t('badge.own.link')}</a>
              </p>
            </div>
          </section>
        ) : null}
        <section class="section">
          <div class="wrap two">
            <Claims frame={frame} badge={badge} />
            <Facts frame={frame} badge={badge} />
          </div>
        </section>
        {badge.isSigned ? <CheckYourself frame={frame} award={badge.award} issuers={badge.issuers} /> : null}
        {badge.isSigned ? <BadgeFiles frame={frame} badge={badge} /> : null}
      </main>
    </Layout>
  )
}

function ProofHead({ frame: { t }, badge }: { frame: Frame; badge: BadgeView }) {
  const { place } = badge
  return (
    <div class="proof-head f-falu">
      <div class="wrap">
        <div class="badge-art">{raw(badge.svg)}</div>
        <div class="proof-head__text">
          <p class="lead">{t('badge.holder')}</p>
          <h1>
            <WholeWords text={badge.name} />
          </h1>
          <p class="lead">
            {place
              ? t('badge.level', { area: place.area, level: place.level, name: place.levelName })
              : t('badge.path', { title: badge.title })}
          </p>
          {badge.holder ? (
            <p class="lead">
              {t('badge.holder.is')} <bdi>{badge.holder}</bdi>
            </p>
          ) : null}
          <p class="state">{t(stateOf(badge))}</p>
        </div>
      </div>
    </div>
  )
}

function stateOf({ isDemo, isSigned }: BadgeView) {
  if (!isSigned) return 'badge.unsigned'
  return isDemo ? 'badge.demo' : 'badge.valid'
}

function Facts({ frame: { t, locale }, badge }: { frame: Frame; badge: BadgeView }) {
  return (
    <div>
      <h2>{t('badge.facts')}</h2>
      <dl class="facts">
        <Fact term={t('badge.fact.badge')}>{badge.name}</Fact>
        <Fact term={t('badge.fact.holder')}>
          {badge.holder ? (
            <>
              <bdi>{badge.holder}</bdi> {t('badge.fact.holder.chosen')}
            </>
          ) : (
            t('badge.fact.holder.text')
          )}
        </Fact>
        <Fact term={t('badge.fact.address')}>
          {t(badge.hasAddress ? 'badge.fact.address.hashed' : 'badge.fact.address.none')}
        </Fact>
        <Fact term={t('badge.fact.issued')}>{badge.day}</Fact>
        <Fact term={t('badge.fact.valid')}>{t('badge.fact.valid.text')}</Fact>
        <Fact term={t('badge.fact.issuer')}>
          {badge.issuer.name}
          {badge.issuer.did ? (
            <>
              <br />
              <code>{badge.issuer.did}</code>
            </>
          ) : null}
        </Fact>
        <Fact term={t(badge.test ? 'badge.fact.course' : 'badge.fact.path')}>
          {badge.courseHref ? <a href={badge.courseHref}>{badge.title}</a> : badge.title}
          {badge.test ? `, ${t('badge.fact.course.text', { lessons: badge.test.lessons })}` : null}
        </Fact>
        <Fact term={t('badge.fact.version')}>
          <code>{badge.version}</code>
        </Fact>
        {Object.entries(Object.groupBy(badge.alignments, ({ framework }) => framework)).map(([framework, targets]) => (
          <Fact term={framework === 'Navet' ? t('badge.fact.competence') : t('badge.fact.answers', { framework })}>
            {targets?.map((target) => `${target.code} ${competenceName(target, locale)}`).join('; ')}
            {framework === 'Navet' ? null : <p class="soft">{t('badge.fact.answers.names')}</p>}
          </Fact>
        ))}
        <Fact term={t('badge.fact.format')}>Open Badges 3.0</Fact>
      </dl>
    </div>
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
