import { raw } from 'hono/html'

import type { Frame } from '../frame.ts'
import { Icon } from './icon.tsx'
import type { OptionView, QuestionView } from './question-view.ts'

interface QuestionFormProps {
  frame: Frame
  question: QuestionView
  number: number
  total: number
  action: string
  /** Id of the answer, made by the server: pressing twice sends the same one. */
  answerId: string
  /** What was wrong with what was sent, in words. */
  error?: string | undefined
}

/** A practice question before the answer: a plain form; the element around it saves a page load where it can. */
export function QuestionForm({ frame, question, number, total, action, answerId, error }: QuestionFormProps) {
  const { t } = frame
  return (
    <practice-question data-question={question.id} data-version={question.version} data-unsent={t('question.unsent')}>
      <form class="question" id={`q-${question.id}`} method="post" action={action}>
        <p class="question__no">
          <span>{t('question.number', { number, total })}</span>
          <span>{t('question.choose', { count: question.choose })}</span>
        </p>
        <div class="question__body">
          {error ? (
            <p class="notice notice--alarm" role="alert" id={`error-${question.id}`}>
              {error}
            </p>
          ) : null}
          <input type="hidden" name="id" value={answerId} />
          <input type="hidden" name="version" value={question.version} />
          <fieldset {...(error ? { 'aria-describedby': `error-${question.id}` } : {})}>
            <legend>{raw(question.stem)}</legend>
            <Picks name="o" question={question} chosen={[]} required />
          </fieldset>
          <div class="question__foot">
            <button class="button button--wide">
              {t('question.answer')} <Icon name="arrow" />
            </button>
          </div>
        </div>
      </form>
    </practice-question>
  )
}

interface PicksProps {
  name: string
  question: { choose: number; options: OptionView[] }
  chosen: readonly string[]
  required?: boolean
}

/** The options as native radios or checkboxes; the whole row can be pressed. */
export function Picks({ name, question, chosen, required = false }: PicksProps) {
  const type = question.choose > 1 ? 'checkbox' : 'radio'
  return (
    <div class="options">
      {question.options.map((option) => (
        <label class="pick">
          <input
            type={type}
            name={name}
            value={option.token}
            checked={chosen.includes(option.token)}
            required={required && type === 'radio'}
          />
          <span>{raw(option.text)}</span>
        </label>
      ))}
    </div>
  )
}
