import { pageAssets } from 'virtual:page-assets'

import type { PasskeyWish } from '../../../worker/accounts/passkeys/options.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { CodeFaultSummary, type CodeProblem } from './code-fault.tsx'
import { PassKeyForm } from './pass-key-form.tsx'

interface NewPasskeyPageProps {
  frame: LateFrame
  wish: PasskeyWish
  challenge: string
  problem?: CodeProblem | undefined
}

/** The button that makes a passkey on this device. */
export function NewPasskeyPage({ frame, wish, challenge, problem }: NewPasskeyPageProps) {
  const { t, locale } = frame
  const title = t('passkey.new.title')
  return (
    <Layout
      frame={frame}
      styles={pageAssets.waysStyles}
      script={pageAssets.passkeyScript}
      title={title}
      noindex
      isFault={problem !== undefined}
    >
      <Door field="copper" title={title} lead={t('passkey.new.lead')}>
        {problem ? <CodeFaultSummary frame={frame} problem={problem} /> : null}
        <PassKeyForm
          frame={frame}
          action={urls.newPasskey(locale)}
          hidden={{ challenge }}
          wish={wish}
          submit={t('passkey.new.go')}
        />
        <p>{t('passkey.new.shared')}</p>
        <p>
          <a href={urls.passkeys(locale)}>{t('account.step-up.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}
