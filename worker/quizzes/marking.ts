import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { AttemptAnswers } from '../db/schema/quizzes.ts'
import type { Chosen } from '../questions/given.ts'
import { rulesOf } from '../questions/registry.ts'
import { passMark } from './rules.ts'

/** `chosen` is undefined for an unanswered question, which is wrong. */
export function isCorrect(question: Question, chosen: Chosen | undefined): boolean {
  return chosen !== undefined && rulesOf(question).mark(question, chosen)
}

export interface Marking {
  score: number
  passed: boolean
}

/** Unanswered is wrong; eight right pass. */
export function markTest(questions: readonly Question[], answers: AttemptAnswers): Marking {
  const score = questions.filter((question) => isCorrect(question, answers[question.id])).length
  return { score, passed: score >= passMark }
}
