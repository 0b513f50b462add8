import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { Already } from './already.tsx'
import { CodeFaultSummary, type CodeProblem, isSpent } from './code-fault.tsx'
import { CodeForm } from './code-form.tsx'
import { ResendForm } from './resend-form.tsx'

export type { CodeProblem as CodePageProblem }

/** The code that holds in this browser. */
export interface LiveCode {
  sentAt: Date
  expiresAt: Date
}

interface CodePageProps {
  frame: LateFrame
  email: string
  next: string | undefined
  live?: LiveCode | undefined
  /** A limit was met: nothing new was mailed, the live code goes on holding. */
  held?: boolean
  /** What was typed; kept when the form comes back. */
  code?: string
  problem?: CodeProblem | undefined
}

/** Where the code goes, in the browser that asked for it. */
export function CodePage({ frame, email, next, live, held = false, code = '', problem }: CodePageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.code.title')} noindex isFault={problem !== undefined}>
      <Door field="forest" title={t('account.code.heading')} lead={sentTo(frame, email, live)}>
        {frame.learner ? <Already frame={frame} next={next} email={email} /> : null}
        {problem ? <CodeFaultSummary frame={frame} problem={problem} hasLink way={next ?? urls.me(locale)} /> : null}
        {held && live ? <HeldNotice frame={frame} sentAt={live.sentAt} /> : null}
        {isSpent(problem) ? (
          <ResendForm frame={frame} action={urls.signIn(locale)} hidden={{ email, next }} />
        ) : (
          <CodeForm
            frame={frame}
            action={urls.signInCode(locale, { email, next })}
            submit={t('account.code.submit')}
            code={code}
            problem={problem}
            hidden={{ email, next }}
          />
        )}
        <p>
          {t('account.code.help')} <a href={urls.signIn(locale, next)}>{t('account.code.other')}</a>
        </p>
        {live && !frame.learner ? <code-waiting hidden /> : null}
      </Door>
    </Layout>
  )
}

/** At a limit the code before goes on holding; the page says from when it is. */
export function HeldNotice({ frame: { t }, sentAt }: { frame: LateFrame; sentAt: Date }) {
  return (
    <Notice title={t('account.held.title')}>
      <p>{t('account.held.text', { at: sentAt })}</p>
    </Notice>
  )
}

/** Where the code was sent, when, and until when it holds. */
export function sentTo({ t }: LateFrame, email: string, live: LiveCode | undefined): string {
  if (!live) return t('account.code.sent', { email })
  return t('account.code.sent-until', { email, at: live.sentAt, until: live.expiresAt })
}
