import type { QuizLine } from '../markdown/quiz-lines.ts'

/** The heading of a part of a question. */
export function isPartHeading({ text, inCode }: QuizLine): boolean {
  return !inCode && /^\s{0,3}####(\s|$)/.test(text)
}
