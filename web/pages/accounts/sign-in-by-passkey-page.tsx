import { pageAssets } from 'virtual:page-assets'

import type { PasskeyWish } from '../../../worker/accounts/passkeys/options.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { Already } from './already.tsx'
import { CodeFaultSummary, type CodeProblem } from './code-fault.tsx'
import { PassKeyForm } from './pass-key-form.tsx'

interface SignInByPasskeyPageProps {
  frame: LateFrame
  /** undefined where browsers have no passkeys. */
  wish: PasskeyWish | undefined
  next: string | undefined
  problem?: CodeProblem | undefined
}

export function SignInByPasskeyPage({ frame, wish, next, problem }: SignInByPasskeyPageProps) {
  const { t, locale } = frame
  const title = t('passkey.sign-in.title')
  return (
    <Layout
      frame={frame}
      styles={pageAssets.waysStyles}
      script={pageAssets.passkeyScript}
      title={title}
      noindex
      isFault={problem !== undefined}
    >
      <Door field="falu" title={title} lead={t('passkey.sign-in.lead')}>
        {frame.learner ? <Already frame={frame} next={next} /> : null}
        {problem ? <CodeFaultSummary frame={frame} problem={problem} /> : null}
        {wish ? (
          <PassKeyForm
            frame={frame}
            action={urls.signInByPasskey(locale)}
            hidden={{ next }}
            wish={wish}
            submit={t('passkey.sign-in.go')}
          />
        ) : (
          <p>{t('passkey.off')}</p>
        )}
        <p>
          <a href={urls.signIn(locale, next)}>{t('recovery.sign-in.other')}</a>
        </p>
        <p>
          <a href={urls.signInByCard(locale, next)}>{t('recovery.sign-in.link')}</a>
        </p>
      </Door>
    </Layout>
  )
}
