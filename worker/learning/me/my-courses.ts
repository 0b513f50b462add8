import type { MyCourse } from '../../../web/pages/accounts/me-course.tsx'
import { dayInWords } from '../../../formats/day.ts'
import { urls } from '../../../web/urls.ts'
import { heldAward } from '../../badges/held-award.ts'
import type { Overview } from '../store.ts'
import { type BegunCourse, begunCourses } from './begun-courses.ts'
import { waitingFor } from './now.ts'
import type { Reader } from './reader.ts'

/** The courses somebody is in: those under way first, then those that are done. */
export function coursesView(overview: Overview, reader: Reader): MyCourse[] {
  const above = new Set(waitingFor(overview, reader).map(({ href }) => href))
  const courses = begunCourses(overview, reader).map((begun) => myCourse(begun, above, reader))
  return [
    ...courses.filter(({ doneDay }) => doneDay === undefined),
    ...courses.filter(({ doneDay }) => doneDay !== undefined),
  ]
}

/** What is said above is not said again: of what waits, only that which found no place there is a link here. */
function myCourse(begun: BegunCourse, above: ReadonlySet<string>, { locale }: Reader): MyCourse {
  const { course, progress, completion, award, openTest, news, next } = begun
  const goesOn = progress.next !== undefined || openTest === undefined
  return {
    title: course.title[locale],
    href: urls.course(locale, course.id),
    lessonsDone: progress.lessonsDone,
    lessonsTotal: progress.lessonsTotal,
    minutesLeft: progress.minutesLeft,
    next: next && goesOn && !above.has(next.href) ? { href: next.href, text: next.step } : undefined,
    openTest,
    doneDay: completion && dayInWords(completion.day, locale),
    news,
    badge: award && {
      ...heldAward(award, locale),
      name: course.badge.name[locale],
      cell: course.badge.cell,
    },
  }
}
