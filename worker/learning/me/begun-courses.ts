import type { NewsView } from '../../../web/components/new-things.tsx'
import type { OpenTestView } from '../../../web/components/open-test.tsx'
import type { CourseSummary } from '../../../formats/catalogue/catalogue.ts'
import type { CourseProgress } from '../../progress/rules.ts'
import { hasLapsed } from '../../quizzes/rules.ts'
import type { Overview } from '../store.ts'
import { newsView, openTestView, progressIn, stepOf } from '../views.ts'
import type { Reader } from './reader.ts'

/** A course somebody is in, and what became of it. */
export interface BegunCourse {
  course: CourseSummary
  progress: CourseProgress
  completion: Overview['completions'][number] | undefined
  /** Also one that was taken back. */
  award: Overview['badges'][number] | undefined
  openTest: OpenTestView | undefined
  /** What came after it was done. */
  news: NewsView | undefined
  /** What to go on with: a lesson, or the badge test; undefined with every lesson done and the badge earned. */
  next: { href: string; step: string } | undefined
}

/** The courses somebody is in, the one last worked on first; one in which only the badge test was opened counts too. */
export function begunCourses(overview: Overview, reader: Reader): BegunCourse[] {
  const { catalogue, now } = reader
  const tested = overview.openTests.filter((test) => !hasLapsed(test.openedAt, now)).map(({ course }) => course)
  const ids = new Set([...overview.starts.map(({ course }) => course), ...tested])
  const courses = new Map(catalogue.courses.map((course) => [course.id, course]))
  return [...ids].flatMap((id) => {
    const course = courses.get(id)
    return course ? begunCourse(course, overview, reader) : []
  })
}

function begunCourse(course: CourseSummary, overview: Overview, reader: Reader): BegunCourse {
  const { locale, frame } = reader
  const progress = progressIn(overview, course)
  const award = overview.badges.find((row) => row.course === course.id)
  return {
    course,
    progress,
    completion: overview.completions.find((row) => row.course === course.id),
    award,
    openTest: openTestView(overview, course, reader),
    news: newsView(overview, course, locale, frame.t),
    next: award && !progress.next ? undefined : stepOf(course, progress, locale, frame.t),
  }
}
