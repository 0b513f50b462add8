import { TextWithEstimates } from '../../../../../web/components/estimates.tsx'
import { VerdictBox } from '../../../../../web/components/question-answer.tsx'
import { QuestionFields } from '../../../../../web/components/question-fields.tsx'
import type { Frame } from '../../../../../web/frame.ts'
import { raw } from '../../../../../web/html/html.ts'
import { pagesOf } from '../../../../../web/questions/registry.ts'
import type { GuessView } from '../../../../../worker/courses/read-guesses.ts'
import type { Given } from '../../../../../worker/questions/given.ts'
import type { AnsweredView, QuestionView } from '../../../../../worker/questions/registry.ts'
import { hashOf } from './hash-of.ts'
import type { PlayedCourse, PlayedLesson } from './played-course.ts'
import { words } from './words.ts'

/** The address of the page, where steps of a question are counted from. */
const here = 'index.html'

/** A question in one of its two states. */
export type Drawn =
  | { state: 'asked'; view: QuestionView; hints: readonly string[]; given: Given; error: string | undefined }
  | { state: 'answered'; view: AnsweredView }

interface Page {
  frame: Frame
  course: PlayedCourse
  lesson: PlayedLesson
  /** Ids of lessons that are done. */
  done: ReadonlySet<string>
  guesses: readonly GuessView[]
  questions: readonly Drawn[]
  notice: string | undefined
}

export const fieldNames = { tokens: 'o', text: 't', places: 'p.' } as const

/** One lesson, with the way to the others. */
export function LessonPage({ frame, course, lesson, done, guesses, questions, notice }: Page) {
  const own = words[frame.locale]
  const number = course.lessons.indexOf(lesson) + 1
  const next = course.lessons[number]
  return (
    <>
      <div class="lesson-head f-falu">
        <div class="wrap">
          <nav aria-label={own.lessons}>
            <p class="lesson-head__place">{course.title}</p>
            <Steps frame={frame} course={course} lesson={lesson} done={done} />
            <p class="lesson-head__place">{own.place(number, course.lessons.length, lesson.minutes)}</p>
          </nav>
          <h1 tabindex={-1}>{lesson.title}</h1>
          <p class="lead">{lesson.outcome}</p>
        </div>
      </div>
      <article class="lesson-text lesson-text--end">
        <TextWithEstimates frame={frame} text={lesson.body} guesses={guesses} address={here} />
      </article>
      <section class="quiz" aria-labelledby="practice">
        <div class="wrap">
          <div class="stack">
            <h2 id="practice">{own.practice}</h2>
            <p>{own.rule}</p>
          </div>
          {notice ? (
            <p class="notice" role="status">
              {notice}
            </p>
          ) : null}
          {questions.map((question, i) => (
            <Question frame={frame} question={question} number={i + 1} total={questions.length} />
          ))}
          {next ? (
            <p>
              <a class="button" href={hashOf(next.id)}>
                {own.next(next.title)}
              </a>
            </p>
          ) : null}
          <p class="soft">{own.key}</p>
        </div>
      </section>
    </>
  )
}

function Steps({ frame, course, lesson, done }: Pick<Page, 'frame' | 'course' | 'lesson' | 'done'>) {
  const own = words[frame.locale]
  return (
    <ol class="steps-nav">
      {course.lessons.map(({ id, title }, i) => (
        <li class={id === lesson.id ? 'is-now' : done.has(id) ? 'is-done' : ''}>
          <a href={hashOf(id)} {...(id === lesson.id ? { 'aria-current': 'step' as const } : {})}>
            <span class="vh">{own.step(i + 1, title, done.has(id))}</span>
            <span aria-hidden="true">{i + 1}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}

interface Numbered {
  frame: Frame
  question: Drawn
  number: number
  total: number
}

function Question({ frame, question, number, total }: Numbered) {
  return question.state === 'asked' ? (
    <Asked frame={frame} question={question} number={number} total={total} />
  ) : (
    <Answered frame={frame} question={question} number={number} total={total} />
  )
}

/** Also by itself, when it comes back with something to mend. */
function Asked({ frame, question, number, total }: Numbered & { question: Drawn & { state: 'asked' } }) {
  const { t } = frame
  const { view, hints, given, error } = question
  const button = pagesOf(view).button(t)
  return (
    <form class="question" id={`q-${view.id}`}>
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{pagesOf(view).prompt(t, view)}</span>
      </p>
      <div class="question__body">
        {error ? (
          <p class="notice notice--alarm" role="alert" id={`error-${view.id}`} tabindex={-1}>
            {error}
          </p>
        ) : null}
        <QuestionFields
          frame={frame}
          question={view}
          names={fieldNames}
          hints={hints}
          given={given}
          isFaulty={error !== undefined}
          lesson={here}
        />
        {button ? (
          <div class="question__foot">
            <button class="button button--wide">{button}</button>
          </div>
        ) : null}
      </div>
    </form>
  )
}

function Answered({ frame, question, number, total }: Numbered & { question: Drawn & { state: 'answered' } }) {
  const { t } = frame
  const { view } = question
  const pages = pagesOf(view)
  const retry = { lesson: here, action: '', version: '', answerId: '' }
  const [head, verdict] = [`head-${view.id}`, `verdict-${view.id}`]
  return (
    <section class="answer" id={`q-${view.id}`} tabindex={-1} aria-labelledby={`${verdict} ${head}`}>
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{t('question.answered')}</span>
      </p>
      <VerdictBox id={verdict} {...pages.verdict(t, view)} />
      <div class="question__body">
        <h3 id={head}>{raw(view.stem)}</h3>
        <pages.Parts frame={frame} question={view} retry={retry} />
        <div class="question__foot">
          <button type="button" class="button button--plain" data-again={view.id}>
            {words[frame.locale].again}
          </button>
        </div>
      </div>
    </section>
  )
}
