import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'
import { codeFieldError, type CodePageFault } from './code-fault.tsx'

interface CodeFormProps {
  frame: Frame
  action: string
  submit: string
  code: string
  problem: CodePageFault | undefined
  hidden: Record<string, string | number | undefined>
}

export function CodeForm({ frame, action, submit, code, problem, hidden }: CodeFormProps) {
  return (
    <form class="form" method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
      )}
      <Field
        name="code"
        code
        label={frame.t('account.code.label')}
        autocomplete="one-time-code"
        inputmode="numeric"
        maxlength={6}
        required
        value={code}
        error={codeFieldError(frame, problem)}
      />
      <button class="button button--wide">
        {submit} <Icon name="arrow" />
      </button>
    </form>
  )
}
