import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'
import { HiddenFields } from './code-form.tsx'

interface ResendFormProps {
  frame: Frame
  action: string
  hidden: Record<string, string | undefined>
}

/** Asks for another code to the same address, with one press. */
export function ResendForm({ frame, action, hidden }: ResendFormProps) {
  return (
    <form class="form" method="post" action={action}>
      <HiddenFields values={hidden} />
      <button class="button button--wide">
        {frame.t('account.code.again')} <Icon name="arrow" />
      </button>
    </form>
  )
}
