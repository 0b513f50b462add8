import type { RefusalCode } from '../../../worker/refusal.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { SendAgain } from '../../components/send-again.tsx'
import type { Frame } from '../../frame.ts'

type ErrorKind = Exclude<RefusalCode, 'signed-out'> | 'bug'

interface ErrorPageProps {
  frame: Frame
  kind: ErrorKind
  requestId: string
  /** Where the next step is; the catalogue unless the refusal knows better. */
  way?: { href: string; text: string } | undefined
  /** The form that could not be taken, to be sent again as it is. */
  again?: { action: string; fields: [string, string][] } | undefined
}

/** What happened, that nothing is lost, what to do, and the number to ask about. */
export function ErrorPage({ frame, kind, requestId, way, again }: ErrorPageProps) {
  const { t, locale } = frame
  const title = t(`error.${kind}.title`)
  return (
    <Layout frame={frame} title={title} noindex>
      <Door
        field={kind === 'bug' || kind === 'unavailable' ? 'copper' : 'char'}
        title={title}
        lead={t(`error.${kind}.lead`)}
      >
        <h2>{t(`error.${kind}.next`)}</h2>
        <p>{t(`error.${kind}.do`)}</p>
        {again ? (
          <SendAgain {...again}>
            {t('error.send-again')} <Icon name="arrow" />
          </SendAgain>
        ) : null}
        <p>
          <a class={again ? undefined : 'button button--wide'} href={way?.href ?? urls.catalogue(locale)}>
            {way?.text ?? t('error.to-courses')} {again ? null : <Icon name="arrow" />}
          </a>
        </p>
        <p class="soft">
          {t('error.request')} <strong class="nowrap">{requestId}</strong>
        </p>
      </Door>
    </Layout>
  )
}
