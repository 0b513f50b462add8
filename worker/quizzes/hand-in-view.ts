import type { Frame } from '../../web/frame.ts'
import type { HandInPageProps } from '../../web/pages/quizzes/hand-in-page.tsx'
import type { Visit } from '../visit.ts'
import { courseWords } from './attempt-view.ts'
import type { ReadAttempt } from './read-attempt.ts'
import { isBlank } from '../questions/given.ts'
import { closesAt } from './rules.ts'
import { textChoice } from './shown-text.ts'
import type { SentAnswers } from './submit-attempt.ts'

/** What is answered of the open test, question by question. */
export function handInView(visit: Visit, frame: Frame, read: ReadAttempt, given: SentAnswers): HandInPageProps {
  const { attempt, questions } = read
  return {
    frame,
    course: courseWords(visit, attempt.course),
    attempt: attempt.id,
    text: textChoice(visit, questions),
    until: closesAt(attempt.openedAt),
    questions: questions.map(({ id }) => ({ id, isAnswered: !isBlank(given[id] ?? []) })),
  }
}
