import { raw } from '../html/html.ts'

import type { Confidence } from '../../worker/db/schema/quizzes.ts'
import type { AnsweredView } from '../../worker/questions/registry.ts'
import type { ReadAgain } from '../../worker/quizzes/read-again.ts'
import type { Frame } from '../frame.ts'
import { feelingWords } from './how-sure.tsx'
import { pagesOf } from '../questions/registry.ts'
import type { Retry, Verdict } from '../questions/type-pages.ts'
import { RemarkForm, type RemarkPlace } from './remark-form.tsx'

interface QuestionAnswerProps {
  frame: Frame
  question: AnsweredView
  number: number
  total: number
  /** Practice only: shows the question again. */
  again?: string | undefined
  /** The same: what another answer needs. */
  retry?: Retry | undefined
  /** Where it can be read again after a wrong answer. */
  readAgain?: ReadAgain | undefined
  /** Where a remark about the question belongs. */
  remark: RemarkPlace
  /** One sentence under the verdict: whether the answer is kept, and where. */
  note?: string | undefined
  /** Practice only: how sure the learner said they were. */
  confidence?: Confidence | undefined
  /** It was voided: the verdict says so, and the reason stands under it instead of the note. */
  voided?: Voided | undefined
}

interface Voided {
  words: string
  reason: string | undefined
}

/** A question after the answer: word, shape and reason on every part, the learner's own choice tagged. */
export function QuestionAnswer({
  frame,
  question,
  number,
  total,
  again,
  retry,
  readAgain,
  note,
  confidence,
  voided,
  remark,
}: QuestionAnswerProps) {
  const { t } = frame
  const pages = pagesOf(question)
  const [head, said] = [`head-${question.id}`, `verdict-${question.id}`]
  return (
    <section
      class="answer"
      id={`q-${question.id}`}
      tabindex={-1}
      aria-labelledby={`${said} ${head}`}
      {...(frame.learner ? {} : { 'data-kept': 'here', 'data-not-kept': t('question.not-kept-here') })}
      {...(confidence === 'sure' && !voided ? { 'data-sure': question.correct ? 'right' : 'wrong' } : {})}
    >
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{t('question.answered')}</span>
      </p>
      {voided ? (
        <VerdictBox id={said} words={voided.words} shape="right" note={voided.reason} />
      ) : (
        <VerdictBox
          id={said}
          {...pages.verdict(t, question)}
          note={note}
          feeling={feelingWords(t, confidence, question.correct)}
        />
      )}
      <div class="question__body">
        <h3 id={head}>{raw(question.stem)}</h3>
        <pages.Parts frame={frame} question={question} retry={retry} />
        {readAgain && !question.correct && !voided ? (
          <p class="read-again">
            {t('question.read-again')} <a href={readAgain.href}>{readAgain.title}</a>
          </p>
        ) : null}
        {again ? (
          <form class="question__foot" method="get" action={`${again}#q-${question.id}`}>
            <input type="hidden" name="again" value={question.id} />
            <button class="button button--plain">{t('question.again')}</button>
          </form>
        ) : null}
        <RemarkForm frame={frame} place={remark} />
      </div>
    </section>
  )
}

interface VerdictBoxProps extends Verdict {
  id: string
  note?: string | undefined
  feeling?: string | undefined
}

export function VerdictBox({ id, words, shape, note, feeling }: VerdictBoxProps) {
  return (
    <div class={shape === 'wrong' ? 'verdict' : `verdict verdict--${shape ?? 'open'}`} role="status">
      {shape ? (
        <svg viewBox="0 0 48 48" aria-hidden="true">
          {shape === 'right' ? (
            <>
              <circle cx="24" cy="24" r="22" fill="currentcolor" />
              <path d="M13 25l8 8 14-16" fill="none" stroke="var(--right-ground)" stroke-width="5" />
            </>
          ) : (
            <>
              <path fill="currentcolor" d="M4 4h40v40H4z" />
              <path d="M14 24h20" stroke="var(--warn-ground)" stroke-width="5" />
            </>
          )}
        </svg>
      ) : null}
      <p>
        <strong id={id}>{words}</strong>
        <span data-note>{note}</span>
        {feeling ? <span class="verdict__feeling">{feeling}</span> : null}
      </p>
    </div>
  )
}
