import { pageAssets } from 'virtual:page-assets'

import type { PasskeyWish } from '../../../worker/accounts/passkeys/options.ts'
import type { Deed } from '../../../worker/accounts/step-up.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { CardForm } from './card-form.tsx'
import { CodeFaultSummary, type CodeProblem, isSpent } from './code-fault.tsx'
import { CodeForm, HiddenFields } from './code-form.tsx'
import { HeldNotice, type LiveCode, sentTo } from './code-page.tsx'
import { PassKeyForm } from './pass-key-form.tsx'
import { ResendForm } from './resend-form.tsx'

interface Form {
  action: string
  hidden: Record<string, string>
}

export interface StepUpForms {
  /** Where what vouches goes, where another code is asked for (with `to`), and where nothing is done. */
  code: Form & { signsOut?: boolean }
  again: Form
  back: string
}

interface StepUpPageProps {
  frame: LateFrame
  purpose: Deed['purpose']
  subject: string
  /** Where the code was mailed, undefined for an account without an address; and the others it could be mailed to. */
  to: string | undefined
  ways: string[]
  /** What the account has besides: passkeys, asked for so, and a recovery card. */
  passkey: PasskeyWish | undefined
  hasCard: boolean
  live: LiveCode | undefined
  /** Nothing new was mailed: a limit was met, and the code before goes on holding. */
  held: boolean
  forms: StepUpForms
  typed?: { code?: string | undefined; card?: string | undefined } | undefined
  problem?: CodeProblem | undefined
}

/** Before what a signed-in browser alone may not do: a code that was mailed, a passkey, or the recovery card. */
export function StepUpPage(props: StepUpPageProps) {
  const { frame, purpose, subject, to, live, held, forms, problem } = props
  const { t } = frame
  const how = to ? `${t('account.step-up.lead')} ${sentTo(frame, to, live)}` : t('account.step-up.lead.no-address')
  return (
    <Layout
      frame={frame}
      styles={pageAssets.waysStyles}
      script={pageAssets.passkeyScript}
      title={t('account.step-up.title')}
      noindex
      isFault={problem !== undefined}
    >
      <Door
        field="copper"
        title={t('account.step-up.title')}
        lead={`${t(`account.step-up.${purpose}`, { subject })} ${how}`}
      >
        {problem ? <CodeFaultSummary frame={frame} problem={problem} way={forms.back} /> : null}
        {held && live ? <HeldNotice frame={frame} sentAt={live.sentAt} /> : null}
        {to ? <ByMail {...props} to={to} /> : null}
        <ByPasskey {...props} />
        <ByCard {...props} />
        {!to && !props.passkey && !props.hasCard ? (
          <p>
            {t('account.step-up.nothing')} <a href={urls.recovery(frame.locale)}>{t('account.step-up.nothing.go')}</a>
          </p>
        ) : null}
        <p>
          <a href={forms.back}>{t('account.step-up.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}

function ByMail(props: StepUpPageProps & { to: string }) {
  const { frame, purpose, to, forms, typed, problem } = props
  return (
    <>
      {isSpent(problem) ? (
        <ResendForm frame={frame} action={forms.again.action} hidden={{ ...forms.again.hidden, to }} />
      ) : (
        <CodeForm
          frame={frame}
          action={forms.code.action}
          submit={frame.t(`account.step-up.${purpose}.do`)}
          code={typed?.code ?? ''}
          problem={problem}
          hidden={forms.code.hidden}
          signsOut={forms.code.signsOut}
        />
      )}
      <OtherWays {...props} />
    </>
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

function ByPasskey({ frame, purpose, passkey, forms: { code } }: StepUpPageProps) {
  if (!passkey) return null
  return (
    <div class="stack">
      <h2 class="form-title">{frame.t('account.step-up.passkey')}</h2>
      <PassKeyForm
        frame={frame}
        action={code.action}
        hidden={code.hidden}
        wish={passkey}
        submit={frame.t(`account.step-up.${purpose}.do`)}
        signsOut={code.signsOut}
      />
    </div>
  )
}

function ByCard({ frame, purpose, to, passkey, hasCard, forms: { code }, typed, problem }: StepUpPageProps) {
  if (!hasCard) return null
  const { t } = frame
  return (
    <div class="stack">
      <h2 class="form-title">{t('account.step-up.card')}</h2>
      <p>{t(purpose === 'erase' ? 'account.step-up.card.gone' : 'account.step-up.card.text')}</p>
      <CardForm
        frame={frame}
        action={code.action}
        hidden={code.hidden}
        submit={t(`account.step-up.${purpose}.do`)}
        problem={problem}
        card={typed?.card}
        plain={to !== undefined || passkey !== undefined}
        signsOut={code.signsOut}
      />
    </div>
  )
}
