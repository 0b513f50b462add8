import { type AnsweredBranch, branch, type BranchFault, type BranchQuestion, type BranchView } from './branch.ts'
import { type AnsweredChoice, choice, type ChoiceFault, type ChoiceQuestion, type ChoiceView } from './choice.ts'
import { type AnsweredMatch, match, type MatchFault, type MatchQuestion, type MatchView } from './match.ts'
import { type AnsweredNumber, number, type NumberFault, type NumberQuestion, type NumberView } from './number.ts'
import { type AnsweredOrder, order, type OrderFault, type OrderQuestion, type OrderView } from './order.ts'
import { type AnsweredReplay, replay, type ReplayFault, type ReplayQuestion, type ReplayView } from './replay.ts'
import { type AnsweredSpot, spot, type SpotFault, type SpotQuestion, type SpotView } from './spot.ts'
import { type AnsweredText, text, type TextFault, type TextQuestion, type TextView } from './text.ts'
import type { TypeRules } from './type-rules.ts'

/** One version of a question. Its key and feedback never reach a browser before the answer. */
export type Question =
  | ChoiceQuestion
  | SpotQuestion
  | OrderQuestion
  | TextQuestion
  | NumberQuestion
  | MatchQuestion
  | ReplayQuestion
  | BranchQuestion
export type QuestionType = Question['type']

/** A question as a browser may see it before the answer. */
export type QuestionView =
  | ChoiceView
  | SpotView
  | OrderView
  | TextView
  | NumberView
  | MatchView
  | ReplayView
  | BranchView

/** The same after the answer. */
export type AnsweredView =
  | AnsweredChoice
  | AnsweredSpot
  | AnsweredOrder
  | AnsweredText
  | AnsweredNumber
  | AnsweredMatch
  | AnsweredReplay
  | AnsweredBranch

/** Why an answer is sent back rather than marked: nothing was given, or what was given can be taken in several ways. */
export type Fault =
  | ChoiceFault
  | SpotFault
  | OrderFault
  | TextFault
  | NumberFault
  | MatchFault
  | ReplayFault
  | BranchFault

/** The member of a union that a type of question has. */
export type Of<Union extends { type: QuestionType }, Type extends QuestionType> = Union extends { type: infer Own }
  ? Type extends Own
    ? Union
    : never
  : never

export const questionTypes: {
  [Type in QuestionType]: TypeRules<Of<Question, Type>, Of<QuestionView, Type>, Of<AnsweredView, Type>, Fault>
} = { single: choice, multiple: choice, order, text, number, spot, match, replay, branch }

/** The rules of a question's type. */
export function rulesOf({ type }: Pick<Question, 'type'>): TypeRules<Question, QuestionView, AnsweredView, Fault> {
  return questionTypes[type] as TypeRules<Question, QuestionView, AnsweredView, Fault>
}
