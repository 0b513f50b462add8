import { pageAssets } from 'virtual:page-assets'

import { borderFlower, borderLeaves, borderPlaces, borderScale } from '../../components/badge-art/border-modules.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'
import { qrPath } from './qr-path.ts'

export interface CertificateProps {
  frame: Frame
  /** `picture` is an SVG file, from `badgePictureSvg`. */
  badge: { name: string; picture: string; areaAndLevel: string }
  /** The holder's name, if the badge says it. */
  holder?: string | undefined
  /** "You can …" sentences of the outcomes. */
  claims: string[]
  /** How it was tested. */
  tested: string
  /** In words: what a program needs stands on the proof page. */
  issuer: string
  /** In words. */
  day: string
  course: string
  /** Absolute. */
  proofUrl: string
  demo: boolean
}

/** Characters of claims; from here on they are set smaller in print, to stay on one sheet. */
const MANY = 500

/** What the badge says, on one sheet of A4. `pdf` is the address of the same as a PDF. */
export function CertificatePage({ pdf, ...props }: CertificateProps & { pdf: string }) {
  const { frame, badge, holder, claims, demo } = props
  const { t } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.certificateStyles}
      title={t('certificate.title', { badge: badge.name })}
      noindex
    >
      <main id="content" tabindex={-1} class="paper-desk">
        <p class="paper-desk__how no-print">
          {t('certificate.print')}{' '}
          <a class="button" href={pdf}>
            {t('certificate.pdf')} <Icon name="arrow" />
          </a>
        </p>
        <article class="paper" data-words={claims.join('').length > MANY ? 'many' : 'few'}>
          <Border />
          <div class="paper__head">
            <div class="paper__picture">{raw(badge.picture)}</div>
            <div>
              <p class="paper__kind">{t('badge.holder')}</p>
              <h1>{badge.name}</h1>
              <p>{badge.areaAndLevel}</p>
              {holder ? (
                <p class="paper__holder">
                  {t('certificate.given')} <bdi>{holder}</bdi>
                </p>
              ) : null}
              {demo ? <p class="paper__demo">{t('badge.demo')}</p> : null}
            </div>
          </div>
          <Claims {...props} />
          <Foot {...props} />
        </article>
      </main>
    </Layout>
  )
}

function Border() {
  return (
    <svg class="paper__border" viewBox="0 0 210 297" aria-hidden="true">
      <defs>
        <g id="border-flower">{raw(borderFlower)}</g>
        <g id="border-leaves">{raw(borderLeaves)}</g>
      </defs>
      {borderPlaces().map(({ x, y, leaves }) => (
        <use
          href={leaves ? '#border-leaves' : '#border-flower'}
          transform={`translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${borderScale})`}
        />
      ))}
    </svg>
  )
}

function Claims({ frame: { t }, claims, tested }: CertificateProps) {
  return (
    <div class="paper__body">
      <h2>{t('badge.can')}</h2>
      <ul class="paper__claims">
        {claims.map((claim) => (
          <li>
            <Icon name="right" />
            <p>{claim}</p>
          </li>
        ))}
      </ul>
      <h3>{t('badge.how')}</h3>
      <p>{tested}</p>
    </div>
  )
}

function Foot({ frame: { t }, issuer, day, course, proofUrl }: CertificateProps) {
  const code = qrPath(proofUrl)
  return (
    <div class="paper__foot">
      <dl class="paper__facts">
        <dt>{t('badge.fact.issuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('badge.fact.issued')}</dt>
        <dd>{day}</dd>
        <dt>{t('badge.fact.course')}</dt>
        <dd>{course}</dd>
      </dl>
      <svg
        class="paper__code"
        viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
        role="img"
        aria-label={t('certificate.code', { address: proofUrl })}
      >
        <path d={code.d} />
      </svg>
      <div class="paper__check">
        <h3>{t('certificate.check')}</h3>
        <p>{t('certificate.check.text')}</p>
      </div>
      <p class="paper__address">
        <a href={proofUrl}>{proofUrl}</a>
      </p>
    </div>
  )
}
