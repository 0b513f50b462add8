import { urls } from '../../../worker/urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { SendAgain } from '../../components/send-again.tsx'
import type { Frame } from '../../frame.ts'

interface KeptFormPageProps {
  frame: Frame
  /** Where it was on its way to, and the page that holds the form. */
  action: string
  fields: [string, string][]
  page: string
}

/** What was sent after the session had ended: send it now, look at the page again, or throw it away. */
export function KeptFormPage({ frame, action, fields, page }: KeptFormPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('kept.title')} noindex>
      <Door field="copper" title={t('kept.title')} lead={t('kept.lead')}>
        <SendAgain action={action} fields={fields}>
          {t('kept.send')} <Icon name="arrow" />
        </SendAgain>
        <p>
          <a href={page}>{t('kept.page')}</a>
        </p>
        <form method="post" action={urls.keptForm(locale)}>
          <button class="button button--plain">{t('kept.throw')}</button>
        </form>
      </Door>
    </Layout>
  )
}
