import type { CourseSummary, LessonSummary, Locale, Question } from '../../formats/catalogue/catalogue.ts'
import { sectionAt } from '../../formats/catalogue/section-at.ts'
import type { ReadAgain } from '../../web/components/question-answer.tsx'
import { urls } from '../../web/urls.ts'

interface Teaching {
  course: CourseSummary
  /** Of a practice question; a badge test's question names its lesson itself. */
  lesson?: LessonSummary
  locale: Locale
}

/**
 * Where what a question asks can be read again, as the course is today: the heading that it names; its lesson where the
 * heading is gone; undefined where the lesson is gone, or it names none.
 */
export function readAgain(
  { from }: Pick<Question, 'from'>,
  { course, lesson: own, locale }: Teaching,
): ReadAgain | undefined {
  if (from === undefined) return undefined
  const [id, name] = own ? [own.id, from] : from.split('/')
  const lesson = own ?? course.lessons.find((each) => each.id === id)
  if (!lesson) return undefined

  const address = urls.lesson(locale, course.id, lesson.id)
  const section = lesson.sections.find((each) => each.id === name)
  return section
    ? { title: section.title[locale], href: `${address}#${sectionAt(section.id)}` }
    : { title: lesson.title[locale], href: address }
}
