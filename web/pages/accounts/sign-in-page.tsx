import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { Already } from './already.tsx'

export type SignInProblem = 'invalid' | 'too-many' | 'too-many-here' | 'unavailable'

interface SignInPageProps {
  frame: LateFrame
  /** What was typed; kept when the form comes back. */
  email: string
  next: string | undefined
  problem?: SignInProblem | undefined
}

export function SignInPage({ frame, email, next, problem }: SignInPageProps) {
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      title={t('account.sign-in.title')}
      description={t('account.sign-in.description')}
      noindex
      isFault={problem !== undefined}
    >
      <Door field="falu" title={t('account.sign-in.heading')} lead={t('account.sign-in.lead')}>
        {frame.learner ? <Already frame={frame} next={next} /> : null}
        {next && /\/courses\/[^/]+\/badge/.test(next) ? <p>{t('account.sign-in.for-test')}</p> : null}
        {next === urls.keptForms(locale) ? (
          <Notice title={t('account.sign-in.kept')}>
            <p>{t('account.sign-in.kept.text')}</p>
          </Notice>
        ) : null}
        {problem ? (
          <ProblemSummary frame={frame} problem={problem} hasLink inField={t('account.email.invalid')} />
        ) : null}
        <form class="form" method="post" action={urls.signIn(locale)} novalidate>
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <Field
            name="email"
            type="email"
            inputmode="email"
            autocomplete="email"
            required
            label={t('account.sign-in.email')}
            hint={t('account.sign-in.hint')}
            value={email}
            error={problem === 'invalid' ? t('account.email.invalid') : undefined}
          />
          <button class="button button--wide">
            {t('account.sign-in.submit')} <Icon name="arrow" />
          </button>
        </form>
        <p>
          <a href={urls.signInByPasskey(locale, next)}>{t('passkey.sign-in.link')}</a>
        </p>
        <p>
          <a href={urls.signInByCard(locale, next)}>{t('recovery.sign-in.link')}</a>
        </p>
        <p>
          {t('account.sign-in.without')} <a href={urls.catalogue(locale)}>{t('account.sign-in.read')}</a>
        </p>
      </Door>
    </Layout>
  )
}

interface ProblemSummaryProps {
  frame: LateFrame
  problem: SignInProblem | 'yours' | 'last'
  /** The mail has a link as well. */
  hasLink?: boolean
  /** What is said beside the field of the address. */
  inField: string
}

/** Why no code was mailed. */
export function ProblemSummary({ frame: { t }, problem, hasLink = false, inField }: ProblemSummaryProps) {
  if (problem === 'invalid' || problem === 'yours') {
    return <ErrorSummary title={t('account.problem.email')} faults={[{ field: 'email', text: inField }]} />
  }
  return (
    <ErrorSummary title={t(`account.problem.${problem}.title`)}>
      <p>
        {t(
          hasLink || problem === 'last' || problem === 'unavailable'
            ? `account.problem.${problem}.text`
            : `account.problem.${problem}.no-link`,
        )}
      </p>
    </ErrorSummary>
  )
}
