import type { Place, Problems } from '../problems/problem.ts'
import { readQuestionHead } from './question-head.ts'
import { authoringOf, type WrittenQuestion } from './registry.ts'
import { writtenAs } from './written-as.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'

/** Reads one question; `place` is its heading, `lines` are those under it. */
export function readQuestion(place: Place, lines: QuizLine[], problems: Problems): WrittenQuestion {
  const head = readQuestionHead(lines, place, problems)
  const authoring = authoringOf({ type: writtenAs(head, lines, problems) })
  const own = authoring.read({ head, lines, place }, problems)
  const question = { place, id: head.written('id'), head, ...own } as WrittenQuestion
  if (question.stem.tokens.length === 0) {
    const message = `the question has no stem; write the question between the comment and the ${authoring.follows}`
    problems.error('S37', place, message)
  }
  return question
}
