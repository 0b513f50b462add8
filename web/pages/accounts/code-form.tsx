import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import type { LateFrame } from '../../frame.ts'
import { codeFieldError, type CodeProblem } from './code-fault.tsx'

interface CodeFormProps {
  frame: LateFrame
  action: string
  submit: string
  code: string
  problem: CodeProblem | undefined
  hidden: Record<string, string | undefined>
  /** The right code ends the session: the browser is then cleared, and only then. */
  signsOut?: boolean | undefined
}

export function CodeForm({ frame, action, submit, code, problem, hidden, signsOut = false }: CodeFormProps) {
  return (
    <form class="form" method="post" action={action} {...(signsOut ? { 'data-sign-out': 'when-out' } : {})}>
      <HiddenFields values={hidden} />
      <Field
        name="code"
        code
        label={frame.t('account.code.label')}
        autocomplete="one-time-code"
        inputmode="numeric"
        required
        value={code}
        error={problem?.fault === 'wrong-card' ? undefined : codeFieldError(frame, problem)}
      />
      <button class="button button--wide">
        {submit} <Icon name="arrow" />
      </button>
    </form>
  )
}

export function HiddenFields({ values }: { values: Record<string, string | undefined> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
