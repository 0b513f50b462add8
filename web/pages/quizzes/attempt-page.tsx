import { raw } from 'hono/html'

import { urls } from '../../../worker/urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Picks } from '../../components/question-form.tsx'
import type { QuestionView } from '../../components/question-view.ts'
import type { Frame } from '../../frame.ts'

export interface AttemptPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  attempt: string
  until: Date
  passMark: number
  /** Each with the tokens that were saved earlier. */
  questions: { view: QuestionView; chosen: string[] }[]
}

/** The badge test: ten questions on one page, one form. Leaving keeps what was saved. */
export function AttemptPage({ frame, course, attempt, until, passMark, questions }: AttemptPageProps) {
  const { t, locale } = frame
  const title = t('test.title', { badge: course.badge })
  return (
    <Layout frame={frame} title={title} noindex quiet>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-falu">
          <div class="wrap">
            <a class="lesson-head__back" href={urls.course(locale, course.id)}>
              <Icon name="back" />
              {course.title}
            </a>
            <h1>{title}</h1>
            <p class="lead">{t('test.lead', { questions: questions.length, pass: passMark })}</p>
            <p class="lesson-head__place">{t('test.open', { at: until })}</p>
          </div>
        </div>
        <section class="quiz" aria-label={t('test.questions', { count: questions.length })}>
          <badge-test>
            <form class="wrap" method="post" action={urls.submission(locale, course.id, attempt)}>
              {questions.map(({ view, chosen }, i) => (
                <Question frame={frame} view={view} chosen={chosen} number={i + 1} total={questions.length} />
              ))}
              <div class="stack">
                <p>{t('test.left')}</p>
                <p class="buttons">
                  <button class="button" name="intent" value="submit">
                    {t('test.submit')} <Icon name="arrow" />
                  </button>
                  <button
                    class="button button--plain"
                    name="intent"
                    value="save"
                    formaction={urls.attempt(locale, course.id, attempt)}
                  >
                    {t('test.save')}
                  </button>
                </p>
              </div>
            </form>
          </badge-test>
        </section>
      </main>
    </Layout>
  )
}

interface QuestionProps {
  frame: Frame
  view: QuestionView
  chosen: string[]
  number: number
  total: number
}

function Question({ frame: { t }, view, chosen, number, total }: QuestionProps) {
  return (
    <div class="question" id={`q-${view.id}`}>
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{t('question.choose', { count: view.choose })}</span>
      </p>
      <div class="question__body">
        <fieldset>
          <legend>{raw(view.stem)}</legend>
          <Picks name={`q.${view.id}`} question={view} chosen={chosen} />
        </fieldset>
      </div>
    </div>
  )
}
