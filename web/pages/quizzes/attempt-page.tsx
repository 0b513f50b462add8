import { urls } from '../../../worker/urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { promptOf, QuestionFields } from '../../components/question-fields.tsx'
import type { Given, QuestionView } from '../../components/question-view.ts'
import type { Frame } from '../../frame.ts'

export interface AttemptPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  attempt: string
  until: Date
  passMark: number
  /** Each with what was saved earlier, and what is to be mended in it when the test has come back. */
  questions: { view: QuestionView; given: Given; error: string | undefined }[]
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
              <ErrorSummary title={t('test.mend')} faults={faultsOf(frame, questions)} />
              {questions.map((question, i) => (
                <Question frame={frame} {...question} number={i + 1} total={questions.length} />
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

function faultsOf({ t }: Frame, questions: AttemptPageProps['questions']) {
  return questions.flatMap(({ view, error }, i) => {
    const number = t('question.number', { number: i + 1, total: questions.length })
    return error ? [{ field: `q-${view.id}`, text: `${number}: ${error}` }] : []
  })
}

interface QuestionProps {
  frame: Frame
  view: QuestionView
  given: Given
  error: string | undefined
  number: number
  total: number
}

function Question({ frame, view, given, error, number, total }: QuestionProps) {
  const { t } = frame
  const names = { tokens: `q.${view.id}`, text: `t.${view.id}`, places: `p.${view.id}.` }
  return (
    <div class="question" id={`q-${view.id}`}>
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{promptOf(t, view)}</span>
      </p>
      <div class="question__body">
        {error ? (
          <p class="notice notice--alarm" id={`error-${view.id}`}>
            {error}
          </p>
        ) : null}
        <QuestionFields frame={frame} question={view} names={names} given={given} isFaulty={error !== undefined} />
      </div>
    </div>
  )
}
