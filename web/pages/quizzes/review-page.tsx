import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import type { TextKind } from '../../../formats/locales.ts'
import type { AnsweredView } from '../../../worker/questions/registry.ts'
import { Icon } from '../../components/icon.tsx'
import { LateInBrowser } from '../../components/late-choices.tsx'
import { Layout } from '../../components/layout.tsx'
import type { ReadAgain } from '../../../worker/quizzes/read-again.ts'
import { Notice } from '../../components/notice.tsx'
import { QuestionAnswer } from '../../components/question-answer.tsx'
import { EasyNotice, TextSwitch } from '../../components/text-switch.tsx'
import { pagesOf } from '../../questions/registry.ts'
import type { RemarkPlace } from '../../components/remark-form.tsx'
import type { Frame } from '../../frame.ts'

export interface ReviewPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  attempt: string
  score: number
  passMark: number
  passed: boolean
  /** In which words it is; undefined where there are no others. */
  text: TextKind | undefined
  questions: ReviewedQuestion[]
  award: { href: string } | undefined
  waitUntil: Date | undefined
}

interface ReviewedQuestion {
  answered: AnsweredView
  readAgain: ReadAgain | undefined
  remark: RemarkPlace
  /** It was wrong, and counts as right. */
  voided: { reason: string | undefined } | undefined
}

/** After the submission, and only then: every question with its reasons. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, course, attempt, score, passMark, passed, questions, text } = props
  const { t, locale } = frame
  const result = passed ? 'passed' : 'failed'
  const total = questions.length
  const voided = questions.filter((each) => each.voided).length
  return (
    <Layout frame={frame} title={t(`test.${result}.title`)} noindex quiet script={pageAssets.testScript}>
      <main id="content" tabindex={-1}>
        <div class={passed ? 'lesson-head f-forest' : 'lesson-head f-copper'}>
          <div class="wrap">
            <a class="lesson-head__back" href={urls.course(locale, course.id)}>
              <Icon name="back" />
              {course.title}
            </a>
            <h1>{t(`test.${result}.title`)}</h1>
            <p class="lead">{t(`test.${result}.lead`, { score, total, badge: course.badge, pass: passMark })}</p>
            <Onward {...props} />
          </div>
        </div>
        <TextSwitch frame={frame} text={text} page={urls.attempt(locale, course.id, attempt)} />
        <section class="quiz" aria-labelledby="review">
          <div class="wrap">
            <LateInBrowser frame={frame} course={course.id} open={undefined} />
            {voided > 0 ? <Notice title={t('test.voided', { count: voided })} /> : null}
            <h2 id="review">{t('test.review.title')}</h2>
            <EasyNotice frame={frame} text={text} />
            {questions.map(({ answered, readAgain, remark, voided }, i) => (
              <QuestionAnswer
                frame={frame}
                question={answered}
                number={i + 1}
                total={total}
                note={pagesOf(answered).isAnswered(answered) ? undefined : t('question.none')}
                voided={voided && { words: t('question.voided'), reason: voided.reason }}
                readAgain={readAgain}
                remark={remark}
              />
            ))}
          </div>
        </section>
      </main>
    </Layout>
  )
}

function Onward({ frame: { t, locale }, course, passed, award, waitUntil }: ReviewPageProps) {
  if (passed && award) {
    return (
      <p>
        <a class="button button--birch" href={award.href}>
          {t('test.see-badge')} <Icon name="arrow" />
        </a>
      </p>
    )
  }
  if (waitUntil) return <p class="lesson-head__place">{t('test.wait', { at: waitUntil })}</p>
  return (
    <p>
      <a class="button button--ink" href={urls.badgeTest(locale, course.id)}>
        {t('test.again')} <Icon name="arrow" />
      </a>
    </p>
  )
}
