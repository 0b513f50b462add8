import type { CourseSummary, LessonSummary, Locale, Question } from '../../formats/catalogue/catalogue.ts'
import { sectionAt } from '../../formats/catalogue/section-at.ts'
import type { TextKind } from '../../formats/locales.ts'
import { urls } from '../../web/urls.ts'
import { wantsEasy } from './shown-text.ts'

/** A place in a lesson. */
export interface ReadAgain {
  course: string
  lesson: string
  /** The heading's own id; undefined: the whole lesson. */
  heading: string | undefined
  /** Of the heading, or of the lesson, as plain text. */
  title: string
  href: string
}

interface Teaching {
  course: CourseSummary
  /** Of a practice question; a badge test's question names its lesson itself. */
  lesson?: LessonSummary
  locale: Locale
  text: TextKind
}

/**
 * Where what a question asks can be read again, as the course is today: the heading that it names; its lesson where the
 * heading is gone; undefined where the lesson is gone, or it names none.
 */
export function readAgain(
  { from }: Pick<Question, 'from'>,
  { course, lesson: own, locale, text }: Teaching,
): ReadAgain | undefined {
  if (from === undefined) return undefined
  const [id, name] = own ? [own.id, from] : from.split('/')
  const lesson = own ?? course.lessons.find((each) => each.id === id)
  if (!lesson) return undefined

  const address = urls.lesson(locale, course.id, lesson.id)
  const place = { course: course.id, lesson: lesson.id }
  const section = lesson.sections.find((each) => each.id === name)
  return section
    ? {
        ...place,
        heading: section.id,
        title: (wantsEasy({ locale, text }) && section.title.easy) || section.title[locale],
        href: `${address}#${sectionAt(section.id)}`,
      }
    : { ...place, heading: undefined, title: lesson.title[locale], href: address }
}

/** The same of a practice question, by the id of its lesson. */
export function readAgainIn(
  course: CourseSummary,
  lessonId: string,
  question: Pick<Question, 'from'>,
  { locale, text }: Pick<Teaching, 'locale' | 'text'>,
): ReadAgain | undefined {
  const lesson = course.lessons.find(({ id }) => id === lessonId)
  return lesson && readAgain(question, { course, lesson, locale, text })
}
