import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import { kept } from '../../html/kept.ts'
import type { LessonPageProps } from './lesson-view.ts'

export function LessonHead(props: LessonPageProps) {
  return kept(props.lesson, `head ${doneOf(props)}`, () => <DrawnHead {...props} />)
}

/** Which lessons of the course are done, for the name of a kept drawing. */
export function doneOf({ steps }: LessonPageProps): string {
  return steps.map((step) => Number(step.done)).join('')
}

function DrawnHead({ frame, course, lesson, steps }: LessonPageProps) {
  const { t, locale } = frame
  const number = steps.findIndex((step) => step.id === lesson.id) + 1
  return (
    <div class="lesson-head f-falu">
      <div class="wrap">
        <nav aria-label={t('lesson.nav')}>
          <a class="lesson-head__back" href={urls.course(locale, course.id)}>
            <Icon name="back" />
            {course.title}
          </a>
          <ol class="steps-nav">
            {steps.map((step, i) => {
              const isNow = step.id === lesson.id
              const words = isNow ? 'lesson.step.now' : step.done ? 'lesson.step.done' : 'lesson.step'
              return (
                <li
                  class={isNow ? 'is-now' : step.done ? 'is-done' : ''}
                  data-step={step.id}
                  {...(isNow ? {} : { 'data-done': t('lesson.step.done', { number: i + 1, title: step.title }) })}
                >
                  <a href={urls.lesson(locale, course.id, step.id)} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
                    <span class="vh">{t(words, { number: i + 1, title: step.title })}</span>
                    <span aria-hidden="true">{step.done && !isNow ? <Icon name="check" /> : i + 1}</span>
                  </a>
                </li>
              )
            })}
          </ol>
          <p class="lesson-head__place">{t('lesson.place', { number, total: steps.length, minutes: lesson.minutes })}</p>
        </nav>
        <h1>
              <WholeWords text={lesson.title} />
            </h1>
        <p class="lead">{lesson.outcome}</p>
      </div>
    </div>
  )
}
