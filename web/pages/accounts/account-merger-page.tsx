import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

/** `gone`: one of the two accounts is no more. `late`: it was shown too long ago, or in another browser. */
export type MergerProblem = SignInProblem | 'yours' | 'gone' | 'late'

interface MergerPageProps {
  frame: Frame
  /** What was typed; kept when the form comes back. */
  email?: string
  problem?: MergerProblem | undefined
}

/** Where somebody names the address of another account of theirs. */
export function MergerPage({ frame, email = '', problem }: MergerPageProps) {
  const { t, locale } = frame
  const inField = problem === 'yours' ? t('merger.yours') : t('account.email.invalid')
  return (
    <Layout frame={frame} title={t('merger.title')} noindex isFault={problem !== undefined}>
      <Door field="copper" title={t('merger.title')} lead={t('merger.lead')}>
        {problem === 'gone' || problem === 'late' ? (
          <ErrorSummary title={t(`merger.${problem}.title`)}>
            <p>{t(`merger.${problem}.text`)}</p>
          </ErrorSummary>
        ) : problem ? (
          <ProblemSummary frame={frame} problem={problem} inField={inField} />
        ) : null}
        <form class="form" method="post" action={urls.accountMerger(locale)} novalidate>
          <Field
            name="email"
            type="email"
            inputmode="email"
            autocomplete="off"
            required
            label={t('merger.label')}
            hint={t('merger.hint')}
            value={email}
            error={problem === 'invalid' || problem === 'yours' ? inField : undefined}
          />
          <button class="button button--wide">
            {t('merger.go')} <Icon name="arrow" />
          </button>
        </form>
        <p>{t('merger.first')}</p>
        <p>
          <a href={urls.me(locale)}>{t('merger.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}
