import type { Feedback } from '../../../worker/questions/versioned.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { Markdown } from '../markdown/markdown.ts'
import type { Problems } from '../problems/problem.ts'
import { splitFeedback, type WrittenFeedback } from './question-feedback.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { renderPhrase, renderStem } from '../markdown/render-phrases.ts'
import { refuseBoxes } from './read-parts.ts'
import type { Source, Written } from './type-authoring.ts'

/** What the types have in common that end with two quotes: feedback for a right answer, and for a wrong one. */
export interface WithFeedback extends Written {
  feedback: WrittenFeedback | undefined
}

export function readWithFeedback(
  { lines, place }: Source,
  type: string,
  problems: Problems,
): { body: QuizLine[]; feedback: WrittenFeedback | undefined } {
  const read = splitFeedback(lines, place, problems)
  refuseBoxes(read.body, type, place, problems)
  return read
}

export function feedbackPieces({ feedback }: WithFeedback): Markdown[] {
  return feedback ? [feedback.right, feedback.wrong] : []
}

/** For the text hash, of a question that has its feedback. */
export function feedbackSource({ feedback, stem }: WithFeedback) {
  return { feedback: { right: feedback!.right.text, wrong: feedback!.wrong.text }, stem: stem.text }
}

export function feedbackText(
  { stem, feedback }: WithFeedback,
  context: MarkdownContext,
): { stem: string; feedback: Feedback } {
  return {
    stem: renderStem(stem, context),
    feedback: { right: renderPhrase(feedback!.right, context), wrong: renderPhrase(feedback!.wrong, context) },
  }
}
