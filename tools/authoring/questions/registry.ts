import type { Of, Question, QuestionType } from '../../../worker/questions/registry.ts'
import { branch, type WrittenBranch } from './branch.ts'
import { multiple, single, type WrittenChoice } from './choice.ts'
import { match, type WrittenMatch } from './match.ts'
import { number, type WrittenNumber } from './number.ts'
import { order, type WrittenOrder } from './order.ts'
import { replay, type WrittenReplay } from './replay.ts'
import { spot, type WrittenSpot } from './spot.ts'
import { text, type WrittenText } from './text.ts'
import type { TypeAuthoring } from './type-authoring.ts'

/** A question as it stands in one file, before both languages are put together. */
export type WrittenQuestion =
  | WrittenChoice
  | WrittenSpot
  | WrittenOrder
  | WrittenText
  | WrittenNumber
  | WrittenMatch
  | WrittenReplay
  | WrittenBranch

/** In the order in which messages name them. */
export const authoredTypes: {
  [Type in QuestionType]: TypeAuthoring<Of<WrittenQuestion, Type>, Of<Question, Type>>
} = { single, multiple, order, text, number, spot, match, replay, branch }

/** What the programs know of a question's type. */
export function authoringOf({ type }: { type: QuestionType }): TypeAuthoring<WrittenQuestion, Question> {
  return authoredTypes[type] as unknown as TypeAuthoring<WrittenQuestion, Question>
}
