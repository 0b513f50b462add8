import { Field } from '../../components/field.tsx'
import type { LateFrame } from '../../frame.ts'
import { HiddenFields } from './code-form.tsx'
import type { CodeProblem } from './code-fault.tsx'

interface CardFormProps {
  frame: LateFrame
  action: string
  hidden: Record<string, string | undefined>
  submit: string
  problem?: CodeProblem | undefined
  /** What was typed; kept when the form comes back. */
  card?: string | undefined
  plain?: boolean
  signsOut?: boolean | undefined
}

/** The code of a recovery card. */
export function CardForm({
  frame: { t },
  action,
  hidden,
  submit,
  problem,
  card,
  plain,
  signsOut = false,
}: CardFormProps) {
  return (
    <form class="form" method="post" action={action} {...(signsOut ? { 'data-sign-out': 'when-out' } : {})}>
      <HiddenFields values={hidden} />
      <Field
        name="card"
        label={t('recovery.code')}
        hint={t('recovery.code.hint')}
        autocomplete="off"
        required
        value={card}
        error={problem?.fault === 'wrong-card' ? t('account.fault.wrong-card') : undefined}
      />
      <button class={plain ? 'button button--plain' : 'button button--wide'}>{submit}</button>
    </form>
  )
}
