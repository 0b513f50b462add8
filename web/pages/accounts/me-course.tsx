import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { NewThings, type NewsView } from '../../components/new-things.tsx'
import { OpenTest, type OpenTestView } from '../../components/open-test.tsx'
import { Steps } from '../../components/steps.tsx'
import type { Frame } from '../../frame.ts'

/** One course as its learner sees it on "my learning". Days are in words. */
export interface MyCourse {
  id: string
  title: string
  href: string
  lessonsDone: number
  lessonsTotal: number
  minutesLeft: number
  /** The exact step to go on with. */
  next?: { href: string; text: string } | undefined
  openTest?: OpenTestView | undefined
  doneDay?: string | undefined
  /** What came after that day. */
  news?: NewsView | undefined
  badge?: { href: string; name: string; cell: CellId; day: string } | undefined
}

/** The flower stands here only once the badge is earned. */
export function MeCourse({ frame, course, first }: { frame: Frame; course: MyCourse; first: boolean }) {
  const { t } = frame
  const { badge, next, doneDay, openTest, news, lessonsDone, lessonsTotal, minutesLeft } = course
  return (
    <li class="stack">
      <h3>
        <a href={course.href}>{course.title}</a>
      </h3>
      {doneDay === undefined ? (
        <div>
          <Steps done={lessonsDone} total={lessonsTotal} />
          <p class="steps-text">
            {badge
              ? t('account.me.lessons', { done: lessonsDone, total: lessonsTotal })
              : t('account.me.steps', { done: lessonsDone, total: lessonsTotal, minutes: minutesLeft })}
          </p>
        </div>
      ) : (
        <p>{t('account.me.done-day', { day: doneDay })}</p>
      )}
      {badge ? (
        <p class="me-course__badge">
          <BadgeArt cell={badge.cell} />
          <a href={badge.href}>{t('account.me.badge-day', { name: badge.name, day: badge.day })}</a>
        </p>
      ) : null}
      {openTest ? <OpenTest frame={frame} test={openTest} /> : null}
      {news ? <NewThings frame={frame} news={news} /> : null}
      {next ? (
        <p>
          <a
            class={
              first && doneDay === undefined && !badge ? 'button button--wide' : 'button button--plain button--wide'
            }
            href={next.href}
          >
            {next.text} <Icon name="arrow" />
          </a>
        </p>
      ) : null}
    </li>
  )
}
