import type { NowView, Waiting } from '../../../web/pages/accounts/me-now.tsx'
import { urls } from '../../../web/urls.ts'
import type { Overview } from '../store.ts'
import { type BegunCourse, begunCourses } from './begun-courses.ts'
import type { Reader } from './reader.ts'

/** How many things are listed as waiting; what is left stands with its course. */
const mostListed = 5

/**
 * What can wait for somebody, the most urgent first: a test closes; then what was last worked on; what is new in a course
 * that is done can wait longest. The first of all is the page's one sentence and button, the others are rows.
 */
export const waits: { name: string; of: (begun: BegunCourse, reader: Reader) => Waiting | undefined }[] = [
  { name: 'open-test', of: openTest },
  { name: 'go-on', of: goOn },
  { name: 'new-things', of: newThings },
]

export function waitingFor(overview: Overview, reader: Reader): Waiting[] {
  const begun = begunCourses(overview, reader)
  return waits.flatMap(({ of }) => begun.flatMap((course) => of(course, reader) ?? [])).slice(0, mostListed)
}

/** What is said first, and what else waits. Without anything it is where to begin, or that nothing waits. */
export function nowView(overview: Overview, reader: Reader): NowView {
  const [first, ...later] = waitingFor(overview, reader)
  if (first) return { first, others: [...later, ...allCourses(reader)], mood: 'later' }
  const isNew = overview.starts.length + overview.completions.length + overview.badges.length === 0
  const lesson = isNew ? firstLesson(reader) : undefined
  if (lesson) return { first: lesson, others: allCourses(reader), mood: 'rather' }
  return { first: nothingWaits(overview, reader), others: notBegun(overview, reader).slice(0, 3), mood: 'rather' }
}

function openTest({ course, openTest: test }: BegunCourse, { locale, frame: { t } }: Reader): Waiting | undefined {
  return (
    test && {
      title: t('account.me.open-test'),
      text: t('account.me.open-test.text', { course: course.title[locale], at: test.until }),
      href: test.href,
      go: t('test.resume'),
      cell: course.badge.cell,
    }
  )
}

/** The next lesson of a course that is not done, or the test of its badge; nobody is urged who has the badge. */
function goOn(begun: BegunCourse, { locale, frame: { t } }: Reader): Waiting | undefined {
  const { course, progress, completion, award, openTest: test, next } = begun
  if (award || !next || (progress.next ? completion : test)) return undefined

  const names = { course: course.title[locale], badge: course.badge.name[locale] }
  const { lessonsDone: done, lessonsTotal: total, minutesLeft: minutes } = progress
  const waiting = { href: next.href, go: next.step, cell: course.badge.cell }
  if (!progress.next) return { ...waiting, title: t('account.me.test', names), text: t('account.me.test.text', names) }
  return {
    ...waiting,
    title: t('account.me.go-on', names),
    text: t('account.me.steps', { done, total, minutes }),
    steps: { done, total },
  }
}

function newThings({ course, news }: BegunCourse, { locale, frame: { t } }: Reader): Waiting | undefined {
  const [link] = news?.links ?? []
  return (
    news &&
    link && {
      title: t('account.me.new', { course: course.title[locale] }),
      text: t('course.new', { count: news.count }),
      href: link.href,
      go: t('account.me.new.go'),
      cell: course.badge.cell,
      calm: true,
    }
  )
}

function firstLesson({ catalogue, locale, frame: { t } }: Reader): Waiting | undefined {
  const [course] = catalogue.courses
  const [lesson] = course?.lessons ?? []
  if (!course || !lesson) return undefined

  return {
    title: t('account.me.empty.title'),
    text: t('account.me.empty.text', { course: course.title[locale], lesson: lesson.title[locale] }),
    href: urls.lesson(locale, course.id, lesson.id),
    go: t('account.me.empty.go'),
  }
}

function nothingWaits(overview: Overview, reader: Reader): Waiting {
  const { locale, frame } = reader
  return {
    title: frame.t('account.me.nothing'),
    text: frame.t('account.me.nothing.text', { count: notBegun(overview, reader).length }),
    href: urls.catalogue(locale),
    go: frame.t('account.me.more'),
    calm: true,
  }
}

function notBegun({ starts, completions, badges }: Overview, { catalogue, locale, frame: { t } }: Reader): Waiting[] {
  const touched = new Set([...starts, ...completions, ...badges].map(({ course }) => course))
  return catalogue.courses
    .filter(({ id }) => !touched.has(id))
    .map(({ id, title, badge, lessons, minutes }) => ({
      title: title[locale],
      text: t('course.meta', { lessons: lessons.length, minutes }),
      href: urls.course(locale, id),
      go: title[locale],
      cell: badge.cell,
    }))
}

function allCourses({ catalogue, locale, frame: { t } }: Reader): Waiting[] {
  const count = catalogue.courses.length
  const title = t('account.me.choose', { count })
  return [{ title, text: t('account.me.choose.text'), href: urls.catalogue(locale), go: title }]
}
