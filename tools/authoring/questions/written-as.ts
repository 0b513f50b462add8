import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { authoredTypes } from './registry.ts'
import type { QuestionType } from '../../../worker/questions/registry.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import type { QuestionHead } from '../files/schemas.ts'
import type { Placed } from '../files/yaml-source.ts'

const types = Object.keys(authoredTypes) as QuestionType[]

/**
 * As what a question is read: as its `type` says, else as what it is seen to be, else as a choice, whose options may be
 * missing. Reports a type that does not exist.
 */
export function writtenAs(head: Placed<QuestionHead>, lines: readonly QuizLine[], problems: Problems): QuestionType {
  const named = head.written('type')
  const type = types.find((each) => each === named)
  if (type) return type
  if (named === 'estimate') problems.error('S58', head.at('type'), asQuestion)
  else if (named !== undefined) problems.error('S27', head.at('type'), unknownType(named))
  return types.find((each) => authoredTypes[each].isSeenIn(head, lines)) ?? 'single'
}

const asQuestion =
  'an estimate is no question: it stands in the text before ## Quiz, under a heading "## …", right before the section that explains it'

function unknownType(type: string): string {
  const list = `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`
  return `there is no type of question "${type.slice(0, 40)}"; write ${list}, or leave the type out${didYouMean(type, types)}`
}
