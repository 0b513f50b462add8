import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

/** `gone`: one of the two accounts is no more. `late`: it was shown too long ago, or in another browser. */
export type MergerProblem = SignInProblem | 'yours' | 'gone' | 'late'

interface MergerPageProps {
  frame: LateFrame
  /** What was typed; kept when the form comes back. */
  email?: string
  problem?: MergerProblem | undefined
}

/** Where somebody names the address of another account of theirs. */
export function MergerPage({ frame, email = '', problem }: MergerPageProps) {
  const { t, locale } = frame
  const inField = problem === 'yours' ? t('account.merger.yours') : t('account.email.invalid')
  return (
    <Layout frame={frame} title={t('account.merger.title')} noindex isFault={problem !== undefined}>
      <Door field="copper" title={t('account.merger.title')} lead={t('account.merger.lead')}>
        {problem === 'gone' || problem === 'late' ? (
          <ErrorSummary title={t(`account.merger.${problem}.title`)}>
            <p>{t(`account.merger.${problem}.text`)}</p>
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
            label={t('account.merger.label')}
            hint={t('account.merger.hint')}
            value={email}
            error={problem === 'invalid' || problem === 'yours' ? inField : undefined}
          />
          <button class="button button--wide">
            {t('account.merger.go')} <Icon name="arrow" />
          </button>
        </form>
        <p>{t('account.merger.first')}</p>
        <p>
          <a href={urls.me(locale)}>{t('account.merger.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}
