import { raw } from '../html/html.ts'

import type { AnsweredTyped, TypedView } from '../../worker/questions/typed.ts'
import { Mark, optionMark } from './mark.tsx'
import type { FieldsProps, PartsProps } from './type-pages.ts'

interface TypedFieldProps extends FieldsProps<TypedView> {
  label: string
  /** Classes of the field. */
  look: string
  /** What a phone's keyboard is told. */
  keyboard: { inputmode: 'decimal' } | { autocapitalize: 'off' }
}

/** A labelled field for one line of text. */
export function TypedField({ question: { id, unit }, names, given, error, label, look, keyboard }: TypedFieldProps) {
  const described = [unit ? `unit-${id}` : '', error ?? ''].filter(Boolean).join(' ')
  return (
    <div class="typed">
      <label for={`typed-${id}`}>{label}</label>
      <span class="typed__line">
        <input
          class={look}
          id={`typed-${id}`}
          name={names.text}
          value={typeof given === 'string' ? given : ''}
          maxlength={200}
          autocomplete="off"
          {...keyboard}
          {...(described ? { 'aria-describedby': described } : {})}
          {...(error ? { 'aria-invalid': 'true' as const } : {})}
        />
        {unit ? (
          <span class="typed__unit" id={`unit-${id}`}>
            {unit}
          </span>
        ) : null}
      </span>
    </div>
  )
}

/** What was typed, and what is right when that was not; then the reason. */
export function TypedAnswer({ frame, question }: PartsProps<AnsweredTyped>) {
  const { t } = frame
  const { own, right, correct, feedback } = question
  return (
    <>
      <ul class="options">
        {own ? (
          <Mark frame={frame} {...optionMark({ right: correct, chosen: true })} own={t('question.yours')}>
            <p class="option__text">{own}</p>
          </Mark>
        ) : null}
        {correct && own === right ? null : (
          <Mark frame={frame} look="plain" icon="right" words={correct ? 'question.key' : 'question.option.right'}>
            <p class="option__text">{right}</p>
          </Mark>
        )}
      </ul>
      <p class="reason">{raw(feedback)}</p>
    </>
  )
}
