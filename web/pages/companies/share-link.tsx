import { Icon } from '../../components/icon.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { codeInGroups } from './code-in-groups.ts'

interface ShareLinkProps {
  frame: LateFrame
  company: { id: string; seats: number }
  link: { code: string; expiresAt: Date; uses: number }
  /** Where join links lead: never taken from the request's Host. */
  baseUrl: string
}

/** The link for everybody: to copy, to read out, to hold a camera at, and to close. */
export function ShareLink({ frame: { t, locale }, company, link, baseUrl }: ShareLinkProps) {
  const address = baseUrl + urls.join(locale, link.code)
  return (
    <div class="share">
      <div class="stack">
        <copy-field class="field">
          <label for="link">{t('invite.link.label')}</label>
          <div class="share__row">
            <input class="input" id="link" readonly value={address} />
            <button class="button button--plain" type="button" data-done={t('invite.link.copied')} hidden>
              <Icon name="copy" /> <span role="status">{t('invite.link.copy')}</span>
            </button>
          </div>
        </copy-field>
        <p>
          {t('invite.link.code')}
          <br />
          <span class="code">{codeInGroups(link.code)}</span>
        </p>
        <p class="soft">
          {t('invite.link.holds', { until: link.expiresAt, seats: company.seats, uses: link.uses })}{' '}
          {link.uses >= company.seats ? <strong>{t('invite.link.full')}</strong> : null}
        </p>
        <div class="acts">
          <a class="button button--plain button--small" href={urls.poster(locale, company.id)}>
            <Icon name="print" /> {t('invite.poster')}
          </a>
          <a class="button button--plain button--small" href={urls.linkClosing(locale, company.id)}>
            {t('invite.link.close')}
          </a>
        </div>
      </div>
      <QrCode text={address} label={t('invite.link.qr')} />
    </div>
  )
}
