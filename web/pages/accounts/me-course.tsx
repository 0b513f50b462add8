import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { NewThings, type NewsView } from '../../components/new-things.tsx'
import { OpenTest, type OpenTestView } from '../../components/open-test.tsx'
import { Steps } from '../../components/steps.tsx'
import type { Frame } from '../../frame.ts'

/** One course as its learner sees it on "my learning". Days are in words. */
export interface MyCourse {
  title: string
  href: string
  lessonsDone: number
  lessonsTotal: number
  minutesLeft: number
  /** The exact step to go on with, where the page has not said it already. */
  next?: { href: string; text: string } | undefined
  openTest?: OpenTestView | undefined
  doneDay?: string | undefined
  /** What came after that day. */
  news?: NewsView | undefined
  badge?: { href: string; name: string; cell: CellId; day: string } | undefined
}

/** The flower stands here only once the badge is earned. */
export function MeCourse({ frame, course }: { frame: Frame; course: MyCourse }) {
  const { badge, next, openTest, news } = course
  return (
    <li>
      <h3>
        <a href={course.href}>{course.title}</a>
      </h3>
      <State frame={frame} course={course} />
      {badge ? (
        <p class="me-course__badge">
          <BadgeArt cell={badge.cell} size={48} />
          <a href={badge.href}>{frame.t('account.me.badge-day', { name: badge.name, day: badge.day })}</a>
        </p>
      ) : null}
      {openTest ? <OpenTest frame={frame} test={openTest} /> : null}
      {news ? <NewThings frame={frame} news={news} /> : null}
      {next ? (
        <p>
          <a class="alone" href={next.href}>
            {next.text}
          </a>
        </p>
      ) : null}
    </li>
  )
}

function State({ frame: { t }, course }: { frame: Frame; course: MyCourse }) {
  const { badge, doneDay, lessonsDone: done, lessonsTotal: total, minutesLeft: minutes } = course
  if (doneDay !== undefined) {
    return (
      <p class="course__state">
        <Icon name="check" />
        {t('account.me.done-day', { day: doneDay })}
      </p>
    )
  }
  return (
    <div>
      <Steps done={done} total={total} />
      <p class="steps-text">
        {badge ? t('account.me.lessons', { done, total }) : t('account.me.steps', { done, total, minutes })}
      </p>
    </div>
  )
}
