import type { InBoth, Question, VoidedQuestion } from '../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../formats/catalogue/voiding-of.ts'
import type { AttemptAnswers } from '../../db/schema/quizzes.ts'
import { isCorrect } from '../marking.ts'
import { passMark } from '../rules.ts'

/** A test that was handed in: what was drawn, in the versions drawn, and what it was marked. */
interface Marked {
  questions: readonly Question[]
  answers: AttemptAnswers
  score: number
}

export interface Remarked {
  question: string
  reason: InBoth<string>
  /** Of the whole test, with all its voided questions. */
  score: number
  passed: boolean
}

/**
 * The voided questions of a test, and what it comes to when each of them is right. Those in `counted` were counted as
 * right before, whatever is voided today. Throws where an answer to one of them cannot be read.
 */
export function countVoided(
  { questions, answers, score: marked }: Marked,
  voided: readonly VoidedQuestion[] | undefined,
  counted: readonly string[] = [],
): Remarked[] {
  const found = questions.flatMap((question) => {
    const voiding = voidingOf(voided, { question: question.id, version: question.version })
    return voiding || counted.includes(question.id) ? [{ question, voiding }] : []
  })
  const wrong = found.filter(({ question }) => !isCorrect(question, answers[question.id])).length
  const score = marked + wrong
  return found.flatMap(({ question, voiding }) =>
    voiding ? [{ question: question.id, reason: voiding.reason, score, passed: score >= passMark }] : [],
  )
}
