import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { SendAgain } from '../../components/send-again.tsx'
import type { Frame } from '../../frame.ts'

interface KeptForm {
  id: string
  kind:
    | 'name'
    | 'address'
    | 'merger'
    | 'company'
    | 'join'
    | 'list'
    | 'team'
    | 'own-name'
    | 'papers'
    | 'badge'
    | 'test'
    | 'answer'
    | 'remark'
    | 'settings'
    | 'contact'
  /** What was written, as far as a person can read it. */
  words: string[]
  /** The page that holds the form. */
  page: string
  fields: [string, string][]
}

/** What was sent after the session had ended: send it now, look at its page again, or throw it away. */
export function KeptFormsPage({ frame, forms }: { frame: Frame; forms: KeptForm[] }) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('kept.title')} noindex>
      <Door field="copper" title={t('kept.title')} lead={t('kept.lead')}>
        {forms.map((form) => (
          <Kept frame={frame} form={form} />
        ))}
      </Door>
    </Layout>
  )
}

function Kept({ frame: { t, locale }, form: { id, kind, words, page, fields } }: { frame: Frame; form: KeptForm }) {
  return (
    <section class="stack" aria-labelledby={`kept-${id}`}>
      <h2 id={`kept-${id}`}>{t(`kept.${kind}`)}</h2>
      {words.length > 0 ? (
        <ul class="bullets">
          {words.map((text) => (
            <li class="long-name">{text}</li>
          ))}
        </ul>
      ) : null}
      <SendAgain action={urls.keptForm(locale, id)} fields={fields}>
        {t('kept.send')} <Icon name="arrow" />
      </SendAgain>
      <p>
        <a href={page}>{t('kept.page')}</a>
      </p>
      <form method="post" action={urls.keptFormDisposal(locale, id)}>
        <button class="button button--plain">{t('kept.throw')}</button>
      </form>
    </section>
  )
}
