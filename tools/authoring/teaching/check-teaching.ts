import { locales } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { textsOf } from '../written/page-texts.ts'
import { wordingsOf } from '../written/wordings.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import { checkWholeCourse } from './course-checks.ts'
import { checkEdition } from './edition/check-edition.ts'
import { runningText, sectionsOf } from '../markdown/prose.ts'
import { checkBlocks, checkLanguage } from './language-checks.ts'
import { checkLesson } from './lesson-checks.ts'
import { checkPageLanguage } from './page-language.ts'
import { checkQuestion } from './question-checks.ts'

/**
 * The checks of teaching: L (lessons), T (language) and Q (questions), with the thresholds of courses/checks.md.
 * Structure has been checked before; what could not be read is passed over. Spelling (T13) is checked apart.
 */
export function checkTeaching(course: WrittenCourse, facts: SharedFiles['facts'], problems: Problems): void {
  for (const { locale, lessons, pool } of wordingsOf(course)) {
    for (const lesson of lessons) {
      checkLesson(lesson, problems)
      checkLanguage(lesson, problems)
      for (const question of lesson.questions) checkQuestion(question, locale, problems)
    }
    for (const question of pool?.questions ?? []) checkQuestion(question, locale, problems)
  }
  for (const locale of locales) {
    for (const page of textsOf(course, locale)) checkPageLanguage(page, locale, problems)
    for (const { texts } of course.variants)
      for (const text of texts[locale].values()) checkBlocks(runningText(sectionsOf(text, locale)), locale, problems)
  }
  checkWholeCourse(course, problems)
  checkEdition(course, facts, problems)
}
