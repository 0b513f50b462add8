import { urls } from '../../../worker/urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { Already } from './already.tsx'
import { CodeFaultNotice, type CodePageFault, isSpent } from './code-fault.tsx'
import { CodeForm } from './code-form.tsx'
import { ResendForm } from './resend-form.tsx'

interface CodePageProps {
  frame: Frame
  email: string
  /** What was typed, or what the mailed link brought. */
  code: string
  until: number | undefined
  next: string | undefined
  problem?: CodePageFault | undefined
}

/** Where the code goes. With a link from the mail it is filled in, the account is named, and one press is left. */
export function CodePage({ frame, email, code, until, next, problem }: CodePageProps) {
  const { t, locale } = frame
  const fromLink = code !== '' && !problem
  return (
    <Layout frame={frame} title={t('account.code.title')} noindex>
      <Door
        field="forest"
        title={fromLink ? t('account.code.link.heading') : t('account.code.heading')}
        lead={fromLink ? t('account.code.link.lead', { email }) : sentTo(frame, email, until)}
      >
        {frame.learner ? <Already frame={frame} next={next} email={email} /> : null}
        {problem ? <CodeFaultNotice frame={frame} fault={problem.fault} way={next ?? urls.me(locale)} /> : null}
        {isSpent(problem) ? (
          <ResendForm frame={frame} action={urls.signIn(locale)} hidden={{ email, next }} />
        ) : (
          <>
            <CodeForm
              frame={frame}
              action={urls.signInCode(locale)}
              submit={t('account.code.submit')}
              code={code}
              problem={problem}
              hidden={{ email, until, next }}
            />
            <p>
              {t('account.code.help')} <a href={urls.signIn(locale, next)}>{t('account.code.again')}</a>
            </p>
          </>
        )}
      </Door>
    </Layout>
  )
}

/** Where the code was sent, and until when it holds. */
export function sentTo({ t }: Frame, email: string, until: number | undefined): string {
  return until === undefined
    ? t('account.code.sent', { email })
    : t('account.code.sent-until', { email, until: new Date(until) })
}
