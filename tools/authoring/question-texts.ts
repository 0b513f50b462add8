import type { NumberText } from '../../worker/questions/number.ts'
import type { ChoiceText } from '../../worker/questions/options.ts'
import type { OrderText } from '../../worker/questions/order.ts'
import type { SpotText } from '../../worker/questions/spot.ts'
import type { TextText } from '../../worker/questions/text.ts'
import type { Feedback } from '../../worker/questions/versioned.ts'
import type { MarkdownContext } from './markdown-context.ts'
import type { WrittenQuestion } from './written-question.ts'
import { renderPassage, renderPhrase, renderStem } from './render-phrases.ts'

/** The words of a question in one language as they are shown, by its type. The question has all that its type needs. */
export function choiceText({ stem, options }: WrittenQuestion, context: MarkdownContext): ChoiceText {
  return {
    stem: renderStem(stem, context),
    options: options.map(({ text, feedback }) => ({
      text: renderPhrase(text, context),
      feedback: renderPhrase(feedback, context),
    })),
  }
}

export function spotText(question: WrittenQuestion, context: MarkdownContext): SpotText {
  return { ...choiceText(question, context), passage: renderPassage(question.passage!, context) }
}

export function orderText(question: WrittenQuestion, context: MarkdownContext): OrderText {
  const items = question.items.map((item) => renderPhrase(item, context))
  return { ...withFeedback(question, context), items }
}

export function textText(question: WrittenQuestion, context: MarkdownContext): TextText {
  const answer = question.answer?.type === 'text' ? question.answer.variants[0]! : ''
  return { ...withFeedback(question, context), answer }
}

export function numberText(question: WrittenQuestion, context: MarkdownContext): NumberText {
  const unit = question.answer?.type === 'number' ? question.answer.unit : ''
  return { ...withFeedback(question, context), unit }
}

function withFeedback(
  { stem, feedback }: WrittenQuestion,
  context: MarkdownContext,
): { stem: string; feedback: Feedback } {
  const [right, wrong] = [feedback!.right, feedback!.wrong].map((text) => renderPhrase(text, context))
  return { stem: renderStem(stem, context), feedback: { right: right!, wrong: wrong! } }
}

/** One language's words as written, for the text hash. */
export function sourceOf({ stem, options, items, answer, feedback }: WrittenQuestion): Record<string, unknown> {
  if (!feedback)
    return { options: options.map((o) => ({ feedback: o.feedback.text, text: o.text.text })), stem: stem.text }

  return {
    answer: answer?.type === 'text' ? answer.variants[0] : undefined,
    feedback: { right: feedback.right.text, wrong: feedback.wrong.text },
    items: items.map((item) => item.text),
    stem: stem.text,
    unit: answer?.type === 'number' ? answer.unit : undefined,
  }
}
