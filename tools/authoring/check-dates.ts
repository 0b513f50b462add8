import { locales } from '../../worker/courses/catalogue.ts'
import type { Problems } from './problem.ts'
import type { WrittenCourse } from './written-course.ts'

/** Warns of lessons whose day of review has passed. Never an error: a build must not break by the calendar. */
export function checkDates({ lessons }: WrittenCourse, today: string, problems: Problems): void {
  for (const { head } of locales.flatMap((locale) => lessons[locale])) {
    const day = head.value?.review_by
    if (day === undefined || day >= today) continue
    const message = `the lesson should have been reviewed by ${day}; read it against its sources and set checked and review_by`
    problems.warning('L16', head.at('review_by'), message)
  }
}
