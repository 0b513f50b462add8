import type { Problems } from '../problems/problem.ts'
import { authoredTypes, authoringOf, type WrittenQuestion } from './registry.ts'

/** Reports questions of a test whose type only practice has: what they tell on the way would tell the key. */
export function refusePractice(questions: readonly WrittenQuestion[], problems: Problems): void {
  const types = Object.entries(authoredTypes).filter(([, { isPracticeOnly }]) => !isPracticeOnly)
  const names = types.map(([name]) => name).join(', ')
  for (const question of questions) {
    const [hint] = question.hints
    if (hint) problems.error('S53', hint.place, 'a hint is for practice; a test has none')
    if (!authoringOf(question).isPracticeOnly) continue
    const message = `a question of type ${question.type} is for a lesson's practice; a test takes ${names}`
    problems.error('S53', question.head.at('type'), message)
  }
}
