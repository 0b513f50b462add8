import type { Confidence } from '../../worker/db/schema/quizzes.ts'
import type { Given } from '../../worker/questions/given.ts'
import type { QuestionView } from '../../worker/questions/registry.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html/html.ts'
import { kept } from '../html/kept.ts'
import { HowSure } from './how-sure.tsx'
import { Icon } from './icon.tsx'
import { PracticeElement } from './practice-element.tsx'
import { pagesOf } from '../questions/registry.ts'
import { QuestionFields } from './question-fields.tsx'

interface QuestionFormProps {
  frame: Frame
  question: QuestionView
  number: number
  total: number
  /** The lesson's address. */
  lesson: string
  action: string
  /** Inline HTML, each saying more. */
  hints?: readonly string[]
  /** How sure the learner is may be said with the answer. */
  asksConfidence?: boolean
  confidence?: Confidence | undefined
  /** Id of the answer, made by the server: pressing twice sends the same one. */
  answerId: string
  /** What was given when the form came back. */
  given?: Given
  /** What was wrong with it, in words. */
  error?: string | undefined
}

/** A practice question before the answer: a plain form; the element around it saves a page load where it can. */
export function QuestionForm(props: QuestionFormProps) {
  const { frame, question, number, total, action, answerId, asksConfidence = false, given = [], error } = props
  const isEmpty = error === undefined && Array.isArray(given) && given.length === 0
  if (!isEmpty) return <DrawnForm {...props} />
  const variant = `form ${number} ${total} ${action} ${frame.locale} ${asksConfidence}`
  return kept(question, variant, (hole) => <DrawnForm {...props} answerId={hole} />, answerId)
}

function DrawnForm(props: Omit<QuestionFormProps, 'answerId'> & { answerId: string | Html }) {
  const { frame, question, number, total, lesson, action, answerId, hints = [], given = [], error } = props
  const { t } = frame
  const button = pagesOf(question).button(t)
  return (
    <PracticeElement frame={frame} question={question.id} version={question.version} isReturned={error !== undefined}>
      <form class="question" id={`q-${question.id}`} method="post" action={`${action}#q-${question.id}`}>
        <p class="question__no">
          <span>{t('question.number', { number, total })}</span>
          <span>{pagesOf(question).prompt(t, question)}</span>
        </p>
        <div class="question__body">
          {error ? (
            <p class="notice notice--alarm" role="alert" id={`error-${question.id}`} tabindex={-1} autofocus>
              {error}
            </p>
          ) : null}
          <input type="hidden" name="id" value={answerId} />
          <input type="hidden" name="version" value={question.version} />
          <QuestionFields
            frame={frame}
            question={question}
            names={{ tokens: 'o', text: 't', places: 'p.' }}
            given={given}
            isFaulty={error !== undefined}
            lesson={lesson}
            hints={hints}
            required
          />
          {props.asksConfidence ? <HowSure frame={frame} chosen={props.confidence} /> : null}
          <div class="question__foot">
            {button ? (
              <button class="button button--wide">
                {button} <Icon name="arrow" />
              </button>
            ) : null}
          </div>
        </div>
      </form>
    </PracticeElement>
  )
}
