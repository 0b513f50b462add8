import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'
import type { BadgeView } from './badge-parts.tsx'
import { linkedInHref } from './linked-in.ts'

const kinds = ['svg', 'png', 'json', 'jwt'] as const

/** The files with the proof in them, and ways to show the badge. */
export function BadgeFiles({ frame, badge }: { frame: Frame; badge: BadgeView }) {
  const { t, locale } = frame
  return (
    <section class="section no-print" aria-labelledby="files">
      <div class="wrap two">
        <div>
          <h2 id="files">{t('badge.files')}</h2>
          <div class="files">
            {kinds.map((kind) => (
              <a href={urls.badgeFile(badge.award, kind)} download>
                <b>{kind.toUpperCase()}</b>
                <span>{t(`badge.file.${kind}`)}</span>
                <Icon name="down" />
              </a>
            ))}
          </div>
        </div>
        <div class="stack">
          <h2>{t('badge.share')}</h2>
          <p>{t('badge.share.text')}</p>
          <p>
            <a class="button button--plain" href={urls.certificate(locale, badge.award)}>
              {t('badge.certificate')} <Icon name="print" />
            </a>
          </p>
          <LinkedIn frame={frame} badge={badge} />
        </div>
      </div>
    </section>
  )
}

/** A plain link, and the fields to copy where it does not fill them in. */
function LinkedIn({ frame: { t }, badge }: { frame: Frame; badge: BadgeView }) {
  const fields = [
    [t('badge.linkedin.name'), badge.name],
    [t('badge.linkedin.organisation'), badge.issuer.name],
    [t('badge.linkedin.day'), badge.day],
    [t('badge.linkedin.id'), badge.award],
    [t('badge.linkedin.address'), badge.address],
  ]
  return (
    <>
      <p>
        <a class="button button--plain" href={linkedInHref(badge)} rel="noopener noreferrer">
          {t('badge.linkedin')} <Icon name="arrow" />
        </a>
      </p>
      <details>
        <summary>{t('badge.linkedin.copy')}</summary>
        <dl class="facts">
          {fields.map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
