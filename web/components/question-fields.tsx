import { raw } from '../html/html.ts'

import type { QuestionView } from '../../worker/questions/registry.ts'
import { pagesOf } from '../questions/registry.ts'
import type { FieldsProps } from '../questions/type-pages.ts'

interface QuestionFieldsProps extends Omit<FieldsProps<QuestionView>, 'error' | 'required'> {
  /** The element `error-{id}` says what to mend. */
  isFaulty: boolean
  required?: boolean
}

/** The question and what it is answered with, as native fields of a form. */
export function QuestionFields({ isFaulty, required = false, ...props }: QuestionFieldsProps) {
  const { question } = props
  const error = isFaulty ? `error-${question.id}` : undefined
  const { Fields } = pagesOf(question)
  return (
    <fieldset {...(error ? { 'aria-describedby': error } : {})}>
      <legend>{raw(question.stem)}</legend>
      <Fields {...props} error={error} required={required} />
    </fieldset>
  )
}
