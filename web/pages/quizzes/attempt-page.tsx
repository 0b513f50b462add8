import { pageAssets } from 'virtual:page-assets'

import { inText, urls } from '../../urls.ts'
import type { TextKind } from '../../../formats/locales.ts'
import type { Given } from '../../../worker/questions/given.ts'
import type { QuestionView } from '../../../worker/questions/registry.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { QuestionFields } from '../../components/question-fields.tsx'
import { EasyNotice, TextSwitch } from '../../components/text-switch.tsx'
import { pagesOf } from '../../questions/registry.ts'
import type { Frame } from '../../frame.ts'

export interface AttemptPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  attempt: string
  until: Date
  passMark: number
  /** Said first: just saved, and the page is here again. */
  isSaved: boolean
  /** In which words it is; undefined where there are no others. */
  text: TextKind | undefined
  /** Each with what was saved earlier (`was`: the same as one text), and what is to be mended when the test has come back. */
  questions: { view: QuestionView; given: Given; was: string; error: string | undefined }[]
}

/** The badge test: ten questions on one page, one form. Leaving keeps what was saved; Enter saves and stays. */
export function AttemptPage(props: AttemptPageProps) {
  const { frame, course, attempt, until, passMark, questions, text } = props
  const { t, locale } = frame
  const title = t('test.title', { badge: course.badge })
  const page = urls.attempt(locale, course.id, attempt)
  return (
    <Layout frame={frame} title={title} noindex quiet styles={pageAssets.testStyles} script={pageAssets.testScript}>
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
        {/* The first button is the one that Enter presses: it must be the one that harms nothing. */}
        <button class="vh" form="test" name="intent" value="stay" tabindex={-1}>
          {t('test.stay')}
        </button>
        <TextSwitch frame={frame} text={text} page={page} form="test" />
        <section class="quiz" aria-label={t('test.questions', { count: questions.length })}>
          <badge-test {...scriptData(props)}>
            <form class="wrap" id="test" method="post" action={inText(page, text === 'easy' ? 'easy' : undefined)}>
              <EasyNotice frame={frame} text={text} />
              <ErrorSummary title={t('test.mend')} faults={faultsOf(frame, questions)} />
              {questions.map((question, i) => (
                <Question frame={frame} {...question} number={i + 1} total={questions.length} />
              ))}
              <Foot {...props} />
            </form>
          </badge-test>
        </section>
      </main>
    </Layout>
  )
}

/** What the element around the form needs: where to go, and what to say. */
function scriptData({ frame: { t, locale }, course, attempt }: AttemptPageProps) {
  return {
    'data-course': course.id,
    'data-attempt': attempt,
    'data-later': `${urls.badgeTest(locale, course.id)}?said=saved`,
    'data-hand-in': urls.handIn(locale, course.id, attempt),
    'data-saved': t('test.said.saved'),
    'data-unsaved': t('test.said.unsaved'),
    'data-lost': t('test.said.lost'),
    'data-ended': t('test.said.ended'),
    'data-other': t('test.said.other'),
    'data-lapsed': t('test.said.lapsed'),
    'data-submitted': t('test.said.submitted'),
  }
}

function Foot({ frame: { t, locale }, course, attempt, isSaved, text }: AttemptPageProps) {
  const page = inText(urls.attempt(locale, course.id, attempt), text === 'easy' ? 'easy' : undefined)
  return (
    <>
      <div class="stack">
        <p>{t('test.left')}</p>
        <p class="buttons">
          <button class="button" name="intent" value="hand-in">
            {t('test.to-hand-in')} <Icon name="arrow" />
          </button>
          <button class="button button--plain" name="intent" value="save">
            {t('test.save')}
          </button>
        </p>
      </div>
      <div class="test-word">
        <p class="test-said" role="status">
          {isSaved ? t('test.said.saved') : null}
        </p>
        <p hidden data-ended-way>
          <a href={urls.signIn(locale, page)}>{t('test.said.back')}</a>
        </p>
      </div>
    </>
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
  was: string
  error: string | undefined
  number: number
  total: number
}

function Question({ frame, view, given, was, error, number, total }: QuestionProps) {
  const { t } = frame
  const names = { tokens: `q.${view.id}`, text: `t.${view.id}`, places: `p.${view.id}.` }
  return (
    <div class="question" id={`q-${view.id}`}>
      <input type="hidden" name={`w.${view.id}`} value={was} />
      <p class="question__no">
        <span>{t('question.number', { number, total })}</span>
        <span>{pagesOf(view).prompt(t, view)}</span>
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
