import type { Course, CourseSummary, Locale } from '../../../../formats/catalogue/catalogue.ts'
import type { CourseImage } from '../../markdown/images.ts'

/** What a course is exported from: in one language, and without its pool. */
export interface Taught {
  summary: CourseSummary
  course: Omit<Course, 'pool'>
  /** Of this course. */
  images: CourseImage[]
  locale: Locale
}

/** Whoever reads on the site chooses examples of their trade; a file has those for everybody. */
export function tradesLeft({ course }: Taught): string[] {
  return course.lessons.flatMap(({ id, variants = {} }) =>
    Object.keys(variants).map((trade) => `${id}: the examples for ${trade}; those for everybody stand there`),
  )
}
