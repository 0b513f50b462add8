import type { Confidence } from '../db/schema/quizzes.ts'

/** Of the answers that somebody was sure of, how many were not right. */
export interface Sureness {
  sure: number
  wrong: number
}

interface FirstAnswer {
  question: string
  version: string
  firstConfidence: Confidence | null
  firstCorrect: boolean | null
}

/**
 * How it went with what somebody was sure of, by their first answers; undefined until every question has one, or where they
 * never were. A question that is voided tells nothing of anybody.
 */
export function surenessOf(
  questions: readonly { id: string }[],
  latest: ReadonlyMap<string, FirstAnswer>,
  isVoided: (answer: FirstAnswer) => boolean,
): Sureness | undefined {
  const answers = questions.flatMap(({ id }) => latest.get(id) ?? [])
  if (answers.length < questions.length) return undefined

  const sure = answers.filter((answer) => answer.firstConfidence === 'sure' && !isVoided(answer))
  return sure.length > 0 ? { sure: sure.length, wrong: sure.filter((each) => !each.firstCorrect).length } : undefined
}
