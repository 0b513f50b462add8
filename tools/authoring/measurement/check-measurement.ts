import { locales } from '../../../formats/catalogue/catalogue.ts'
import { Problems } from '../problems/problem.ts'
import { checkAbsolutes, checkLongestInLesson } from '../teaching/course-checks.ts'
import { checkQuestion } from '../teaching/question-checks.ts'
import { isPublished } from './compile-measurement.ts'
import type { WrittenMeasurement } from './read-measurement.ts'

/** A test that is taken in eight minutes has short stems, and learners see no misconception by its name. */
const notApplied = new Set(['Q12', 'Q20'])

/** Q02–Q11 and Q14–Q16 of every question; what holds for a whole (Q07, Q09) of each form's published ones. */
export function checkMeasurement({ forms }: WrittenMeasurement, problems: Problems): void {
  const found = new Problems()
  for (const { pages } of forms) {
    for (const locale of locales) {
      const page = pages[locale]
      if (!page) continue
      const published = page.questions.filter(isPublished)
      for (const question of page.questions) checkQuestion(question, locale, found)
      checkLongestInLesson(page.path, published, found)
      checkAbsolutes(published, locale, { path: page.path, line: 1 }, found)
    }
  }
  for (const { severity, id, message, ...place } of found.all()) {
    if (!notApplied.has(id)) problems[severity](id, place, message)
  }
}
