import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'
import { CodeFaultSummary, type CodeProblem, isSpent } from './code-fault.tsx'
import { CodeForm } from './code-form.tsx'
import { HeldNotice, type LiveCode, sentTo } from './code-page.tsx'
import { ResendForm } from './resend-form.tsx'

interface MergerCodePageProps {
  frame: LateFrame
  email: string
  live: LiveCode | undefined
  /** Nothing new was mailed: a limit was met, and the code before goes on holding. */
  held?: boolean
  code?: string | undefined
  /** `nobody`: whoever reads the address's mail is here, and it signs in to no account. */
  problem?: CodeProblem | { fault: 'nobody' } | undefined
}

/** Where the code goes that shows that another account is one's own. */
export function MergerCodePage({ frame, email, live, held = false, code = '', problem }: MergerCodePageProps) {
  const { t, locale } = frame
  const isNobody = problem?.fault === 'nobody'
  const fault = problem?.fault === 'nobody' ? undefined : problem
  const action = urls.accountMergerCode(locale, { email })
  return (
    <Layout frame={frame} title={t('account.merger.code.title')} noindex isFault={problem !== undefined}>
      <Door field="forest" title={t('account.code.heading')} lead={sentTo(frame, email, live)}>
        {isNobody ? <Nobody frame={frame} /> : null}
        {fault ? <CodeFaultSummary frame={frame} problem={fault} way={urls.accountMergerPreview(locale)} /> : null}
        {held && live ? <HeldNotice frame={frame} sentAt={live.sentAt} /> : null}
        {isSpent(fault) ? <ResendForm frame={frame} action={urls.accountMerger(locale)} hidden={{ email }} /> : null}
        {isNobody || isSpent(fault) ? null : (
          <CodeForm
            frame={frame}
            action={action}
            submit={t('account.merger.code.submit')}
            code={code}
            problem={fault}
            hidden={{ email }}
          />
        )}
        <p>
          {problem ? '' : `${t('account.code.help')} `}
          <a href={urls.accountMerger(locale)}>{t('account.merger.code.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}

function Nobody({ frame: { t, locale } }: { frame: LateFrame }) {
  return (
    <ErrorSummary title={t('account.merger.nobody.title')}>
      <p>
        {t('account.merger.nobody.text')} <a href={urls.addresses(locale)}>{t('account.merger.nobody.go')}</a>
      </p>
    </ErrorSummary>
  )
}
