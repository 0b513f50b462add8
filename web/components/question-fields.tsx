import type { Frame } from '../frame.ts'
import { raw } from '../html/html.ts'
import type { Translate } from '../messages/translate.ts'
import { OrderList } from './order-list.tsx'
import type { ChoiceView, Given, QuestionView, SpotView, TypedView } from './question-view.ts'

/** What to do, in two or three words. */
export function promptOf(t: Translate, question: QuestionView): string {
  if (question.type === 'single' || question.type === 'multiple')
    return t('question.choose', { count: question.choose })
  return t(`question.do.${question.type}`)
}

interface QuestionFieldsProps {
  frame: Frame
  question: QuestionView
  /** How the fields are called: options, typed text, and the beginning of an order's places, which end in a token. */
  names: { tokens: string; text: string; places: string }
  given: Given
  /** The element `error-{id}` says what to mend. */
  isFaulty: boolean
  required?: boolean
}

/** The question and what it is answered with, as native fields of a form. */
export function QuestionFields({ frame, question, names, given, isFaulty, required = false }: QuestionFieldsProps) {
  const error = isFaulty ? `error-${question.id}` : undefined
  return (
    <fieldset {...(error ? { 'aria-describedby': error } : {})}>
      <legend>{raw(question.stem)}</legend>
      {question.type === 'order' ? (
        <OrderList frame={frame} question={question} name={names.places} given={given} />
      ) : 'unit' in question ? (
        <Typed frame={frame} question={question} name={names.text} given={given} error={error} />
      ) : (
        <Picks name={names.tokens} question={question} given={given} required={required} />
      )}
    </fieldset>
  )
}

interface PicksProps {
  name: string
  question: ChoiceView | SpotView
  given: Given
  required: boolean
}

/** The options as native radios or checkboxes; the whole row can be pressed. */
function Picks({ name, question, given, required }: PicksProps) {
  const isOne = question.type !== 'spot' && question.choose === 1
  const chosen = Array.isArray(given) ? given : []
  return (
    <>
      {question.type === 'spot' ? <blockquote class="passage">{raw(question.passage)}</blockquote> : null}
      <div class="options">
        {question.options.map((option) => (
          <label class="pick">
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={name}
              value={option.token}
              checked={chosen.includes(option.token)}
              required={required && isOne}
            />
            <span>{raw(option.text)}</span>
          </label>
        ))}
      </div>
    </>
  )
}

interface TypedProps {
  frame: Frame
  question: TypedView
  name: string
  given: Given
  error: string | undefined
}

function Typed({ frame: { t }, question, name, given, error }: TypedProps) {
  const { id, type, unit } = question
  const described = [unit ? `unit-${id}` : '', error ?? ''].filter(Boolean).join(' ')
  return (
    <div class="typed">
      <label for={`typed-${id}`}>{t(type === 'number' ? 'question.your-number' : 'question.your-text')}</label>
      <span class="typed__line">
        <input
          class={type === 'number' ? 'input input--number' : 'input'}
          id={`typed-${id}`}
          name={name}
          value={typeof given === 'string' ? given : ''}
          maxlength={200}
          autocomplete="off"
          {...(type === 'number' ? { inputmode: 'decimal' as const } : { autocapitalize: 'off' })}
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
