import type { Deed } from '../../../worker/accounts/step-up.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { CodeFaultSummary, type CodeProblem, isSpent } from './code-fault.tsx'
import { CodeForm, HiddenFields } from './code-form.tsx'
import { HeldNotice, type LiveCode, sentTo } from './code-page.tsx'
import { ResendForm } from './resend-form.tsx'

interface Form {
  action: string
  hidden: Record<string, string>
}

interface StepUpPageProps {
  frame: Frame
  purpose: Deed['purpose']
  subject: string
  /** Where the code was mailed, and the account's other addresses, which it could be mailed to instead. */
  to: string
  ways: string[]
  live: LiveCode | undefined
  /** Nothing new was mailed: a limit was met, and the code before goes on holding. */
  held: boolean
  /** Where the code goes, where another is asked for (with `to`), and where nothing is done. */
  forms: { code: Form & { signsOut?: boolean }; again: Form; back: string }
  code?: string | undefined
  problem?: CodeProblem | undefined
}

/** Before what a signed-in browser alone may not do: the code that was mailed to an address of the account. */
export function StepUpPage(props: StepUpPageProps) {
  const { frame, purpose, subject, to, live, held, forms, code = '', problem } = props
  const { t } = frame
  return (
    <Layout frame={frame} title={t('account.step-up.title')} noindex isFault={problem !== undefined}>
      <Door
        field="copper"
        title={t('account.step-up.title')}
        lead={`${t(`account.step-up.${purpose}`, { subject })} ${t('account.step-up.lead')} ${sentTo(frame, to, live)}`}
      >
        {problem ? <CodeFaultSummary frame={frame} problem={problem} way={forms.back} /> : null}
        {held && live ? <HeldNotice frame={frame} sentAt={live.sentAt} /> : null}
        {isSpent(problem) ? (
          <ResendForm frame={frame} action={forms.again.action} hidden={{ ...forms.again.hidden, to }} />
        ) : (
          <CodeForm
            frame={frame}
            action={forms.code.action}
            submit={t(`account.step-up.${purpose}.do`)}
            code={code}
            problem={problem}
            hidden={forms.code.hidden}
            signsOut={forms.code.signsOut}
          />
        )}
        <OtherWays {...props} />
        <p>
          <a href={forms.back}>{t('account.step-up.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}

/** For who cannot read the mail of that address: the code may go to another of the account's. */
function OtherWays({ frame: { t }, ways, forms: { again } }: StepUpPageProps) {
  if (ways.length === 0) return null
  return (
    <form class="form" method="post" action={again.action}>
      <HiddenFields values={again.hidden} />
      <p>{t('account.step-up.ways')}</p>
      {ways.map((email) => (
        <button class="button button--plain" name="to" value={email}>
          {t('account.step-up.way', { email })}
        </button>
      ))}
    </form>
  )
}
