import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'

/** Asks for another code to the same address, with one press. */
export function ResendForm({
  frame,
  action,
  hidden,
}: {
  frame: Frame
  action: string
  hidden: Record<string, string | undefined>
}) {
  return (
    <form class="form" method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      <button class="button button--wide">
        {frame.t('account.code.again')} <Icon name="arrow" />
      </button>
    </form>
  )
}
