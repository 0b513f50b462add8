import type { NumberQuestion, Question } from '../courses/catalogue.ts'
import type { AttemptAnswers, Chosen } from '../db/schema/quizzes.ts'
import { passMark } from './rules.ts'
import { isSameText } from './text-answers.ts'

/**
 * An answer is right only when exactly the right options, or the faulty sentences, were chosen; when every item of an
 * order stands in its place; when a short text is one of the variants; when a number is within the tolerance.
 * `chosen` is undefined for an unanswered question, which is wrong.
 */
export function isCorrect(question: Question, chosen: Chosen | undefined): boolean {
  if (question.type === 'text') return typeof chosen === 'string' && question.key.some((key) => isSameText(key, chosen))
  if (question.type === 'number') return typeof chosen === 'string' && isWithin(Number(chosen), question.key)
  if (!Array.isArray(chosen)) return false
  if (question.type === 'order') {
    return chosen.length === question.text.sv.items.length && chosen.every((ordinal, place) => ordinal === place)
  }
  const picked = new Set(chosen)
  return picked.size === question.key.length && question.key.every((ordinal) => picked.has(ordinal))
}

/** Decimals have no exact binary form: 0.4 lies within 0.1 of 0.3, though their difference here is a hair more. */
function isWithin(number: number, { answer, tolerance }: NumberQuestion['key']): boolean {
  const hair = 4 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(answer))
  return Math.abs(number - answer) <= tolerance + hair
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
