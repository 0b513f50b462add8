import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { kept } from '../../html/kept.ts'
import { doneOf } from './lesson-head.tsx'
import type { LessonPageProps } from './lesson-view.ts'

/** On a phone: what is answered, and the next step by the thumb. */
export function LessonThumb(props: LessonPageProps) {
  return kept(props.lesson, `thumb ${answeredIn(props)}`, () => <DrawnThumb {...props} />)
}

/** Which questions are answered, for the name of a kept drawing. */
function answeredIn({ questions }: LessonPageProps): string {
  return questions.map((view) => (view.state === 'answered' ? 'a' : view.question.id)).join(' ')
}

function DrawnThumb(props: LessonPageProps) {
  const { frame, questions } = props
  const { t } = frame
  const answered = answeredOf(props)
  const open = questions.findIndex((view) => view.state === 'open')
  const onward = nextOf(props)
  const words = { 'data-question': t('lesson.thumb.question', { number: '{number}' }), 'data-onward': onward.short }
  return (
    <div class="thumb">
      <p data-answered-text={t('lesson.answered', { answered: '{answered}', total: questions.length })}>
        {t('lesson.answered', { answered, total: questions.length })}
      </p>
      {open >= 0 ? (
        <a class="button" href={`#q-${questions[open]!.question.id}`} {...words}>
          {t('lesson.thumb.question', { number: open + 1 })} <Icon name="arrow" />
        </a>
      ) : (
        <a class="button" href={onward.href} {...words}>
          {onward.short} <Icon name="arrow" />
        </a>
      )}
    </div>
  )
}

/** The page's own next step: the next lesson, or after the last one the badge test. */
export function LessonNext(props: LessonPageProps) {
  return kept(props.lesson, `next ${answeredIn(props)} ${doneOf(props)}`, () => <DrawnNext {...props} />)
}

function DrawnNext(props: LessonPageProps) {
  const { frame, questions } = props
  const { t } = frame
  const answered = answeredOf(props)
  const onward = nextOf(props)
  return (
    <nav class="next f-falu" aria-label={t('lesson.next')}>
      <div class="wrap">
        <p class="next__meta">{onward.meta}</p>
        <a class="next__link" href={onward.href}>
          <span>{onward.title}</span>
          <svg viewBox="0 0 64 64" aria-hidden="true">
            <path fill="currentcolor" d="M0 26h40L25 11l8-8 29 29-29 29-8-8 15-15H0z" />
          </svg>
        </a>
        <p
          data-left-text={t('lesson.next.left', { answered: '{answered}', total: questions.length })}
          data-done-text={t('lesson.next.done')}
          data-course-done-text={t('lesson.next.course-done')}
        >
          {answered < questions.length ? t('lesson.next.left', { answered, total: questions.length }) : t(doneWords(props))}
        </p>
      </div>
    </nav>
  )
}

/** With the last lesson that was missing, the course is done too. */
function doneWords({ lesson, steps }: LessonPageProps) {
  const others = steps.filter((step) => step.id !== lesson.id)
  return others.every((step) => step.done) ? 'lesson.next.course-done' : 'lesson.next.done'
}

function answeredOf({ questions }: LessonPageProps): number {
  return questions.filter((view) => view.state === 'answered').length
}

function nextOf({ frame: { t, locale }, course, lesson, steps }: LessonPageProps) {
  const index = steps.findIndex((step) => step.id === lesson.id) + 1
  const following = steps[index]
  if (!following) {
    return {
      href: urls.badgeTest(locale, course.id),
      meta: t('lesson.next.badge'),
      title: t('lesson.next.badge.link', { badge: course.badge }),
      short: t('lesson.thumb.badge'),
    }
  }
  return {
    href: urls.lesson(locale, course.id, following.id),
    meta: t('lesson.next.meta', { number: index + 1, total: steps.length, minutes: following.minutes }),
    title: following.title,
    short: t('lesson.thumb.next', { number: index + 1 }),
  }
}
