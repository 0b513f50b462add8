import { inText, urls } from '../../urls.ts'
import { TextWithEstimates } from '../../components/estimates.tsx'
import { Contacts } from '../../components/contacts.tsx'
import { ExampleChoiceLinks } from '../../components/example-choice.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { QuestionAnswer } from '../../components/question-answer.tsx'
import { QuestionForm } from '../../components/question-form.tsx'
import { EasyNotice, TextSwitch } from '../../components/text-switch.tsx'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'
import { LessonHead } from './lesson-head.tsx'
import { LessonNext, LessonThumb } from './lesson-next.tsx'
import type { LessonPageProps } from './lesson-view.ts'

export function LessonPage(props: LessonPageProps) {
  const { frame, course, lesson } = props
  return (
    <Layout frame={frame} title={lesson.title} description={lesson.outcome} quiet>
      <main id="content" tabindex={-1}>
        <LessonHead {...props} />
        <TextSwitch frame={frame} text={lesson.text} page={urls.lesson(frame.locale, course.id, lesson.id)} />
        <LessonText {...props} />
        <LessonContacts {...props} />
        <Practice {...props} />
        <LessonThumb {...props} />
        <LessonNext {...props} />
      </main>
    </Layout>
  )
}

/** Drawn once for everybody who has guessed nothing. */
function LessonText({ frame, course, lesson, guesses }: LessonPageProps) {
  const { t, locale } = frame
  const address = urls.lesson(locale, course.id, lesson.id)
  const draw = () => (
    <article class="lesson-text">
      <EasyNotice frame={frame} text={lesson.text} />
      <ExampleChoiceLinks frame={frame} choice={lesson.examples} />
      <TextWithEstimates frame={frame} text={lesson.body} guesses={guesses} address={address} />
      <p class="soft lesson-text__checked">{t('lesson.checked', { day: lesson.checked })}</p>
    </article>
  )
  const isUntouched = guesses.every((view) => view.state === 'open' && view.typed === '' && !view.fault)
  return isUntouched ? kept(lesson, 'text', draw) : draw()
}

function LessonContacts({ frame, contacts }: LessonPageProps) {
  if (contacts.length === 0) return null
  return (
    <div class="wrap section--tight">
      <Contacts frame={frame} contacts={contacts} />
    </div>
  )
}

function Practice({ frame, course, lesson, questions, sureness, progressUnavailable }: LessonPageProps) {
  const { t, locale } = frame
  return (
    <section class="quiz" aria-labelledby="practice">
      <div class="wrap">
        <div class="stack">
          <h2 id="practice">{t('lesson.practice', { count: questions.length })}</h2>
          <p>{t('lesson.rule')}</p>
        </div>
        {progressUnavailable ? <Notice title={t('course.unavailable')} /> : null}
        {frame.learner ? null : <SignedOutNotice frame={frame} />}
        <local-practice data-course={course.id} data-lesson={lesson.id}>
          {questions.map((view, i) =>
            view.state === 'answered' ? (
              <QuestionAnswer
                frame={frame}
                question={view.question}
                number={i + 1}
                total={questions.length}
                again={urls.lesson(locale, course.id, lesson.id)}
                retry={view.retry}
                readAgain={view.readAgain}
                confidence={view.confidence}
                note={view.note}
                voided={
                  view.voided === undefined
                    ? undefined
                    : { words: t('question.voided.practice'), reason: view.voided }
                }
                remark={view.remark}
              />
            ) : (
              <QuestionForm
                frame={frame}
                question={view.question}
                number={i + 1}
                total={questions.length}
                lesson={urls.lesson(locale, course.id, lesson.id)}
                action={inText(urls.answers(locale, course.id, lesson.id, view.question.id), lesson.text === 'easy' ? 'easy' : undefined)}
                answerId={view.answerId}
                hints={view.hints}
                asksConfidence={view.asksConfidence}
                confidence={view.confidence}
                given={view.given}
                error={view.error}
              />
            ),
          )}
        </local-practice>
        <p data-sure-text={t('lesson.sureness', { wrong: '{wrong}', sure: '{sure}' })} hidden={!sureness}>
          {sureness ? t('lesson.sureness', { ...sureness }) : null}
        </p>
      </div>
    </section>
  )
}

function SignedOutNotice({ frame }: { frame: Frame }) {
  const { t, locale, path } = frame
  return (
    <div class="notice" role="note">
      <p data-with-script data-no-storage={t('lesson.signed-out.no-storage')}>
        {t('lesson.signed-out')}
      </p>
      <p data-without-script>{t('lesson.signed-out.no-script')}</p>
      <p>
        <a href={urls.signIn(locale, path)}>{t('lesson.sign-in')}</a>
      </p>
    </div>
  )
}
