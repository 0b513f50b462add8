import type { Question } from '../../formats/catalogue/catalogue.ts'

/** The texts of a question in one language that nobody is told before the answer: reasons, replies, what follows a choice. */
export function toldAfter(text: Question['text']['sv']): string[] {
  if ('parts' in text) return text.parts.slice(1).map((part) => part.text)
  if ('options' in text)
    return text.options.flatMap((option) => [option.feedback, ...('reply' in option ? [option.reply] : [])])
  return [text.feedback.right, text.feedback.wrong]
}
