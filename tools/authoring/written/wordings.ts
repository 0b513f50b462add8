import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { WrittenCourse } from './written-course.ts'
import type { WrittenLesson, WrittenPool } from './written-page.ts'

/** Lessons and badge test of a course in one set of words. */
export interface Wording {
  locale: Locale
  isEasy: boolean
  lessons: readonly WrittenLesson[]
  pool: WrittenPool | undefined
}

/** Swedish, English, and easy Swedish as far as there is any: for whatever is asked of each file by itself. */
export function wordingsOf({ lessons, pool, easy }: WrittenCourse): Wording[] {
  return [
    { locale: 'sv', isEasy: false, lessons: lessons.sv, pool: pool.sv },
    { locale: 'en', isEasy: false, lessons: lessons.en, pool: pool.en },
    { locale: 'sv', isEasy: true, ...easy },
  ]
}
