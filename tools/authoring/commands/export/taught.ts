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
