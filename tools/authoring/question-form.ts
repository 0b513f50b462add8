import { didYouMean } from './near-miss.ts'
import { isOption } from './options.ts'
import { isItem } from './order-items.ts'
import type { Problems } from './problem.ts'
import type { QuizLine } from './quiz-lines.ts'
import type { QuestionHead } from './schemas.ts'
import type { Placed } from './yaml-source.ts'

/** How a question is written. Whether options make it single or multiple is read from their boxes. */
export type QuestionForm = 'options' | 'spot' | 'order' | 'text' | 'number'

const forms: Record<string, QuestionForm> = {
  single: 'options',
  multiple: 'options',
  order: 'order',
  text: 'text',
  number: 'number',
  spot: 'spot',
}

/** Reads the form from `type`, else from `answer`, else from the list. Reports a type that does not exist. */
export function formOf(head: Placed<QuestionHead>, lines: readonly QuizLine[], problems: Problems): QuestionForm {
  const type = head.written('type')
  const form = type !== undefined && Object.hasOwn(forms, type) ? forms[type] : undefined
  if (form) return form
  if (type !== undefined) problems.error('S27', head.at('type'), unknownType(type))

  const answer = head.raw('answer')
  if (answer !== undefined) return Array.isArray(answer) ? 'text' : 'number'
  return !lines.some(isOption) && lines.some(isItem) ? 'order' : 'options'
}

function unknownType(type: string): string {
  const known = Object.keys(forms)
  const list = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`
  return `there is no type of question "${type.slice(0, 40)}"; write ${list}, or leave the type out${didYouMean(type, known)}`
}
