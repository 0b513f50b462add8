/** A question as a browser may see it before the answer: no key, no feedback, options in no telling order. */
export interface QuestionView {
  id: string
  version: string
  /** 1: choose one (radio). 2 or more: choose so many (checkboxes). */
  choose: number
  /** Inline HTML. */
  stem: string
  options: OptionView[]
}

export interface OptionView {
  token: string
  /** Inline HTML. */
  text: string
}

/** The same after the answer. */
export interface AnsweredView {
  id: string
  choose: number
  stem: string
  correct: boolean
  options: (OptionView & { right: boolean; chosen: boolean; feedback: string })[]
}
