import type { Question } from '../../formats/catalogue/catalogue.ts'
import { inText, urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import { textShown } from './shown-text.ts'

/** Where an answer is sent; the address says so where the question stands there in easy words. */
export function answersAt(
  visit: Visit,
  { course, lesson }: { course: string; lesson: string },
  question: Question,
): string {
  const isEasy = textShown(question, visit) === 'easy'
  return inText(urls.answers(visit.locale, course, lesson, question.id), isEasy ? 'easy' : undefined)
}
