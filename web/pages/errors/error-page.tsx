import type { RefusalCode } from '../../../worker/refusal.ts'
import { urls } from '../../../worker/urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

type ErrorKind = Exclude<RefusalCode, 'signed-out'> | 'bug'

interface ErrorPageProps {
  frame: Frame
  kind: ErrorKind
  requestId: string
  /** Where the next step is; the catalogue unless the refusal knows better. */
  way?: { href: string; text: string } | undefined
}

/** What happened, that nothing is lost, what to do, and the number to ask about. */
export function ErrorPage({ frame, kind, requestId, way }: ErrorPageProps) {
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
        <p>
          <a class="button button--wide" href={way?.href ?? urls.catalogue(locale)}>
            {way?.text ?? t('error.to-courses')} <Icon name="arrow" />
          </a>
        </p>
        <p class="soft">
          {t('error.request')} <strong class="nowrap">{requestId}</strong>
        </p>
      </Door>
    </Layout>
  )
}
