import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { CodeFaultSummary, type CodeProblem, isSpent } from './code-fault.tsx'
import { CodeForm } from './code-form.tsx'

interface AddressCodePageProps {
  frame: LateFrame
  /** The account the address will sign in to, by its first address, if it has one. */
  account: string | undefined
  email: string
  code?: string
  problem?: CodeProblem | { fault: 'taken' } | undefined
}

/** Where the code for a further address goes. */
export function AddressCodePage({ frame, account, email, code = '', problem }: AddressCodePageProps) {
  const { t, locale } = frame
  const fault = problem?.fault === 'taken' ? undefined : problem
  const lead = account
    ? t('account.address.code.lead', { email, account })
    : t('account.address.code.lead.first', { email })
  return (
    <Layout frame={frame} title={t('account.address.code.title')} noindex isFault={problem !== undefined}>
      <Door field="forest" title={t('account.code.heading')} lead={lead}>
        {problem?.fault === 'taken' ? (
          <ErrorSummary title={t('account.address.taken.title')}>
            <p>{t('account.address.taken.text')}</p>
          </ErrorSummary>
        ) : null}
        {fault ? <CodeFaultSummary frame={frame} problem={fault} way={urls.addresses(locale)} /> : null}
        {problem?.fault === 'taken' || isSpent(fault) ? null : (
          <CodeForm
            frame={frame}
            action={urls.addressCode(locale, { email })}
            submit={t('account.address.code.submit')}
            code={code}
            problem={fault}
            hidden={{ email }}
          />
        )}
        <p>
          {problem ? '' : `${t('account.code.help')} `}
          <a href={urls.addresses(locale)}>{t('account.address.code.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}
