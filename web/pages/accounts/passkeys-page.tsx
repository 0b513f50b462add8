import { pageAssets } from 'virtual:page-assets'

import type { Device } from '../../../worker/accounts/device.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { CodeFaultSummary } from './code-fault.tsx'
import { deviceInWords } from './device-in-words.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

export interface OwnPasskey {
  id: string
  device: Device
  madeAt: Date
}

export type PasskeysProblem = Exclude<SignInProblem, 'invalid'> | 'last' | 'passkey-late'

interface PasskeysPageProps {
  frame: LateFrame
  passkeys: OwnPasskey[]
  /** Browsers have passkeys at this address. */
  works: boolean
  problem?: PasskeysProblem | undefined
}

/** The devices that sign in with their own lock, and the button for one more. */
export function PasskeysPage({ frame, passkeys, works, problem }: PasskeysPageProps) {
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.meStyles}
      title={t('passkey.title')}
      noindex
      isFault={problem !== undefined}
    >
      <Door field="copper" title={t('passkey.title')} lead={t('passkey.lead')}>
        <Problem frame={frame} problem={problem} />
        {passkeys.length === 0 ? <p>{t('passkey.none')}</p> : null}
        <ul class="stack me-addresses">
          {passkeys.map((passkey) => (
            <PasskeyRow frame={frame} passkey={passkey} />
          ))}
        </ul>
        {works ? (
          <form class="form" method="post" action={urls.passkeys(locale)}>
            <button class="button button--wide">{t('passkey.add')}</button>
          </form>
        ) : (
          <p>{t('passkey.off')}</p>
        )}
        <p>
          <a href={urls.me(locale)}>{t('recovery.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}

function PasskeyRow({ frame: { t, locale }, passkey }: { frame: LateFrame; passkey: OwnPasskey }) {
  const device = deviceInWords(t, passkey.device)
  return (
    <li>
      <span>
        <strong>{device}</strong> {t('passkey.made', { day: passkey.madeAt })}
      </span>
      <form method="post" action={urls.passkeys(locale)}>
        <button
          class="button button--plain"
          name="remove"
          value={passkey.id}
          aria-label={t('passkey.remove.one', { device, day: passkey.madeAt })}
        >
          {t('passkey.remove')}
        </button>
      </form>
    </li>
  )
}

function Problem({ frame, problem }: Pick<PasskeysPageProps, 'frame' | 'problem'>) {
  const { t } = frame
  if (!problem) return null
  if (problem === 'passkey-late') return <CodeFaultSummary frame={frame} problem={{ fault: problem }} />
  if (problem !== 'last') return <ProblemSummary frame={frame} problem={problem} inField="" />
  return (
    <ErrorSummary title={t('passkey.last.title')}>
      <p>{t('passkey.last.text')}</p>
    </ErrorSummary>
  )
}
