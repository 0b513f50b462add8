import { urls } from '../../../worker/urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'
import { CodeFaultNotice, type CodePageFault, isSpent } from './code-fault.tsx'
import { CodeForm } from './code-form.tsx'
import { sentTo } from './code-page.tsx'
import { ResendForm } from './resend-form.tsx'

interface AddressCodePageProps {
  frame: Frame
  /** The account the address will sign in to, by its first address. */
  account: string
  email: string
  code: string
  until: number | undefined
  problem?: CodePageFault | { fault: 'taken' } | undefined
}

/** Where the code for a further address goes. */
export function AddressCodePage({ frame, account, email, code, until, problem }: AddressCodePageProps) {
  const { t, locale } = frame
  const title = t('account.address.code.title')
  const fromLink = code !== '' && !problem
  return (
    <Layout frame={frame} title={title} noindex>
      <Door
        field="forest"
        title={fromLink ? t('account.code.link.heading') : t('account.code.heading')}
        lead={fromLink ? t('account.address.code.link.lead', { email, account }) : sentTo(frame, email, until)}
      >
        {problem?.fault === 'taken' ? (
          <Notice alarm title={t('account.address.taken.title')}>
            <p>{t('account.address.taken.text')}</p>
          </Notice>
        ) : (
          <>
            {problem ? <CodeFaultNotice frame={frame} fault={problem.fault} way={urls.me(locale)} /> : null}
            {isSpent(problem) ? (
              <ResendForm frame={frame} action={urls.addresses(locale)} hidden={{ email }} />
            ) : (
              <CodeForm
                frame={frame}
                action={urls.addressCode(locale)}
                submit={t('account.address.code.submit')}
                code={code}
                problem={problem}
                hidden={{ email, until }}
              />
            )}
          </>
        )}
        <p>
          {problem?.fault === 'taken' ? '' : `${t('account.code.help')} `}
          <a href={urls.me(locale)}>{t('account.address.code.again')}</a>
        </p>
      </Door>
    </Layout>
  )
}
