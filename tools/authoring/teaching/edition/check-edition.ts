import { locales } from '../../../../formats/catalogue/catalogue.ts'
import type { SharedFiles } from '../../files/shared-files.ts'
import type { Problems } from '../../problems/problem.ts'
import { wordingsOf } from '../../written/wordings.ts'
import type { WrittenCourse } from '../../written/written-course.ts'
import { checkGuessing } from './guessing.ts'
import { checkLessonKinds } from './lesson-kinds.ts'
import { checkMoulds } from './moulds.ts'
import { checkPoolSources } from './pool-sources.ts'
import { checkRepeatedWords } from './repeated-words.ts'
import type { Report } from './report.ts'

/** L21–L26 and Q21–Q27: for a course that does not say `edition: 2` in course.yml warnings that it may leave for later. */
export function checkEdition(course: WrittenCourse, facts: SharedFiles['facts'], problems: Problems): void {
  const isSecond = course.head?.value?.edition === 2
  const report: Report = (id, place, message, severity = 'warning') =>
    problems[isSecond ? severity : 'later'](id, place, message)
  const edition = { isSecond, report }
  checkLessonKinds(course, facts, edition)
  checkPoolSources(course, edition)
  for (const { locale, pool } of wordingsOf(course)) if (pool) checkGuessing(pool, locale, report)
  for (const locale of locales) {
    checkMoulds(course, locale, report)
    checkRepeatedWords(course.lessons[locale], locale, report)
  }
}
