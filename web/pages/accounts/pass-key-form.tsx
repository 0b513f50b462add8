import type { PasskeyWish } from '../../../worker/accounts/passkeys/options.ts'
import { Icon } from '../../components/icon.tsx'
import type { LateFrame } from '../../frame.ts'
import { HiddenFields } from './code-form.tsx'

interface PassKeyFormProps {
  frame: LateFrame
  action: string
  hidden: Record<string, string | undefined>
  wish: PasskeyWish
  submit: string
  /** It ends the session: the browser is then cleared, and only then. */
  signsOut?: boolean | undefined
}

/** A button that asks the device for a passkey. Without scripts it says that it cannot. */
export function PassKeyForm({ frame: { t }, action, hidden, wish, submit, signsOut = false }: PassKeyFormProps) {
  return (
    <form class="form" method="post" action={action} {...(signsOut ? { 'data-sign-out': 'when-out' } : {})}>
      <HiddenFields values={hidden} />
      <pass-key data-do={wish.do} data-options={wish.options} data-stopped={t('passkey.stopped')}>
        <input type="hidden" name="credential" value="" />
        <p data-without>{t('passkey.script')}</p>
        <button class="button button--wide" hidden>
          {submit} <Icon name="arrow" />
        </button>
        <p role="status"></p>
      </pass-key>
    </form>
  )
}
