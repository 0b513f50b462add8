import type { Leave } from './taken.ts'

/** More than anybody would go through, and little enough that a hostile file costs seconds. */
export const mostQuestions = 1000
const mostAnswers = 50

export const tooManyQuestions = `more than ${mostQuestions} questions: the rest of the file`

/** Whether a question has more answers than any of Navet's has room for, which is said. */
export function hasTooMany(answers: readonly unknown[], leave: Leave): boolean {
  if (answers.length <= mostAnswers) return false
  leave(`a question with ${answers.length} answers`)
  return true
}
