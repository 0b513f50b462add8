import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { OpenTest, type OpenTestView } from '../../components/open-test.tsx'
import { Steps } from '../../components/steps.tsx'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'

export interface CourseView {
  id: string
  title: string
  summary: string
  audience: string
  href: string
  cell: CellId
  area: string
  level: string
  lessons: number
  minutes: number
  lessonsDone: number
  minutesLeft: number
  begun: boolean
  done: boolean
  openTest: OpenTestView | undefined
  /** The day of the badge in words. */
  badgeDay: string | undefined
  /** Lesson and question ids, for what this browser keeps while nobody is signed in. */
  steps: { lesson: string; questions: string[] }[]
}

export function CourseRow(props: { frame: Frame; course: CourseView }) {
  return kept(props.course, 'row', () => <DrawnRow {...props} />)
}

function DrawnRow({ frame, course }: { frame: Frame; course: CourseView }) {
  const { t } = frame
  return (
    <li
      class={course.begun && !course.done ? 'course course--now' : 'course'}
      data-course={course.id}
      data-steps={course.steps.map((step) => `${step.lesson}:${step.questions.join(',')}`).join(' ')}
    >
      <BadgeArt cell={course.cell} />
      <h3>
        <a href={course.href}>{course.title}</a>
      </h3>
      <p>{course.summary}</p>
      <p class="course__meta">{t('course.for', { audience: course.audience })}</p>
      <p class="course__meta">
        <span class="course__level">{course.level}</span> · {course.area}
      </p>
      <p class="course__meta">{t('course.meta', { lessons: course.lessons, minutes: course.minutes })}</p>
      <State frame={frame} course={course} />
      {course.openTest ? <OpenTest frame={frame} test={course.openTest} /> : null}
    </li>
  )
}

/** The lessons are one thing and the badge another: one may have either. */
function State({ frame: { t }, course }: { frame: Frame; course: CourseView }) {
  const { badgeDay, begun, done, lessons, lessonsDone, minutesLeft } = course
  if (!begun && !done && !badgeDay) return <p class="course__state soft">{t('course.state.none')}</p>
  if (!done && !badgeDay) {
    return (
      <div>
        <Steps done={lessonsDone} total={lessons} />
        <p class="course__state">
          {t('course.state.way', { done: lessonsDone, total: lessons, minutes: minutesLeft })}
        </p>
      </div>
    )
  }
  return (
    <div>
      {done ? (
        <p class="course__state">
          <Icon name="check" />
          {t('course.state.done')}
        </p>
      ) : (
        <p class="course__state">{t('course.state.lessons', { done: lessonsDone, total: lessons })}</p>
      )}
      {badgeDay ? (
        <p class="course__state">
          <Icon name="check" />
          {t('course.state.badge', { day: badgeDay })}
        </p>
      ) : null}
    </div>
  )
}
