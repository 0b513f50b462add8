import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { Already } from './already.tsx'
import { HiddenFields } from './code-form.tsx'

interface LinkPageProps {
  frame: LateFrame
  /** Whose account the link opens. */
  email: string
  secret: string
  next: string | undefined
}

/** The mailed link, in whatever browser it was opened: it names the account, and one press is left. */
export function LinkPage({ frame, email, secret, next }: LinkPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.link.title')} noindex>
      <Door field="forest" title={t('account.link.heading')} lead={t('account.link.lead', { email })}>
        {frame.learner ? <Already frame={frame} next={next} email={email} /> : null}
        <form class="form" method="post" action={urls.signInLink(locale, secret, next)}>
          <HiddenFields values={{ next }} />
          <button class="button button--wide">
            {t('account.link.submit')} <Icon name="arrow" />
          </button>
        </form>
      </Door>
    </Layout>
  )
}

/** A link that was pressed already, or came too late. */
export function SpentLinkPage({ frame, next }: { frame: LateFrame; next: string | undefined }) {
  const { t, locale, learner } = frame
  return (
    <Layout frame={frame} title={t('account.link.spent.title')} noindex>
      <Door field="forest" title={t('account.link.spent.title')} lead={t('account.link.spent.text')}>
        {learner ? <Already frame={frame} next={next} /> : null}
        <p>
          <a class="button button--wide" href={urls.signIn(locale, next)}>
            {t('account.code.again')} <Icon name="arrow" />
          </a>
        </p>
      </Door>
    </Layout>
  )
}
