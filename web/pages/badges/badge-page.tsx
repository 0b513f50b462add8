import type { Child } from 'hono/jsx'

import type { CellId } from '../../../worker/courses/catalogue.ts'
import { urls } from '../../../worker/urls.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { BadgeFiles } from './badge-files.tsx'

/** What a credential says, in the words of one language. */
export interface BadgeView {
  award: string
  name: string
  /** Of the course or the path. */
  title: string
  picture: string
  /** Undefined for a path. */
  place: { area: string; level: number; levelName: string } | undefined
  /** "Find …" sentences of the outcomes. */
  claims: string[]
  /** Undefined for a path, which asks for the badges of `courses` courses. */
  test: { questions: number; passMark: number; pool: number; lessons: number } | undefined
  courses: number
  /** Undefined where the course is no longer there. */
  courseHref: string | undefined
  version: string
  alignments: { framework: string; code: string; name: string }[]
  holder: string | undefined
  hasAddress: boolean
  day: string
  /** `2026-11`. */
  month: string
  issuer: { name: string; did: string | undefined }
  isDemo: boolean
  isSigned: boolean
  isOwn: boolean
  /** Of this page. */
  address: string
}

/** Everything the credential says, for anybody who has its address; of the person only what she chose to show. */
export function BadgePage({ frame, badge }: { frame: Frame; badge: BadgeView }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={badge.name} noindex>
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
        <div class="badge-art">
          <BadgeArt
            cell={badge.picture as CellId}
            size={512}
            title={place ? t('badge.art', { area: place.area, level: place.level }) : t('badge.art.path', { title: badge.title })}
          />
        </div>
        <div class="proof-head__text">
          <p class="lead">{badge.holder ? t('badge.holder.is', { name: badge.holder }) : t('badge.holder')}</p>
          <h1>{badge.name}</h1>
          <p class="lead">{place ? t('badge.level', { area: place.area, level: place.level, name: place.levelName }) : t('badge.path', { title: badge.title })}</p>
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

function Claims({ frame: { t }, badge: { claims, test, courses } }: { frame: Frame; badge: BadgeView }) {
  return (
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
      <p class="measure">{test ? t('badge.how.text', test) : t('badge.how.path', { courses })}</p>
      <h3>{t('badge.limits')}</h3>
      <p class="measure">{t('badge.limits.text')}</p>
    </div>
  )
}

function Facts({ frame: { t }, badge }: { frame: Frame; badge: BadgeView }) {
  return (
    <div>
      <h2>{t('badge.facts')}</h2>
      <dl class="facts">
        <Fact term={t('badge.fact.badge')}>{badge.name}</Fact>
        <Fact term={t('badge.fact.holder')}>
          {badge.holder ? t('badge.fact.holder.chosen', { name: badge.holder }) : t('badge.fact.holder.text')}
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
            {targets?.map(({ code, name }) => `${code} ${name}`).join('; ')}
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
