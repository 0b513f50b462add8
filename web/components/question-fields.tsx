import { raw } from '../html/html.ts'

import type { QuestionView } from '../../worker/questions/registry.ts'
import type { Translate } from '../messages/translate.ts'
import { pagesOf } from '../questions/registry.ts'
import type { FieldsProps } from '../questions/type-pages.ts'

interface QuestionFieldsProps extends Omit<FieldsProps<QuestionView>, 'error' | 'required'> {
  /** The element `error-{id}` says what to mend. */
  isFaulty: boolean
  required?: boolean
  hints?: readonly string[]
}

/** The question and what it is answered with, as native fields of a form. */
export function QuestionFields({ isFaulty, required = false, hints = [], ...props }: QuestionFieldsProps) {
  const { question } = props
  const error = isFaulty ? `error-${question.id}` : undefined
  const { Fields } = pagesOf(question)
  return (
    <fieldset {...(error ? { 'aria-describedby': error } : {})}>
      <legend>{raw(question.stem)}</legend>
      <Hints t={props.frame.t} hints={hints} number={1} />
      <Fields {...props} error={error} required={required} />
    </fieldset>
  )
}

/** The next lies inside the one before, so that they come one at a time, also without scripts. */
function Hints({ t, hints, number }: { t: Translate; hints: readonly string[]; number: number }) {
  const [hint, ...others] = hints
  if (hint === undefined) return null
  return (
    <details class="hint">
      <summary>{t(number === 1 ? 'question.hint.show' : 'question.hint.next', { number })}</summary>
      <p>{raw(hint)}</p>
      <Hints t={t} hints={others} number={number + 1} />
    </details>
  )
}
