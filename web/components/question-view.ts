/** A question as a browser may see it before the answer: no key, no feedback, parts in no telling order. */
export type QuestionView = ChoiceView | SpotView | OrderView | TypedView

interface Shown {
  id: string
  version: string
  /** Inline HTML. */
  stem: string
}

export interface ChoiceView extends Shown {
  type: 'single' | 'multiple'
  /** 1: choose one (radio). 2 or more: choose so many (checkboxes). */
  choose: number
  options: OptionView[]
}

/** The faulty sentences of the passage are to be found; how many there are is part of the key. */
export interface SpotView extends Shown {
  type: 'spot'
  /** Paragraphs, as HTML. */
  passage: string
  options: OptionView[]
}

export interface OrderView extends Shown {
  type: 'order'
  options: OptionView[]
}

export interface TypedView extends Shown {
  type: 'text' | 'number'
  /** Plain text; empty for a text, and for a number without one. */
  unit: string
}

export interface OptionView {
  token: string
  /** Inline HTML. */
  text: string
}

/** What stands in a form: tokens of options (of an order: in sequence), what was typed, or places by token. */
export type Given = string[] | string | { places: Record<string, string> }

/** The same after the answer. */
export type AnsweredView = AnsweredOptions | AnsweredOrder | AnsweredTyped

interface Answered {
  id: string
  stem: string
  correct: boolean
}

export interface AnsweredOptions extends Answered {
  type: 'single' | 'multiple' | 'spot'
  /** Of a spot, else empty. */
  passage: string
  choose: number
  options: (OptionView & { right: boolean; chosen: boolean; feedback: string })[]
}

export interface AnsweredOrder extends Answered {
  type: 'order'
  /** In the right order. */
  items: { text: string; place: number | null }[]
  feedback: string
}

export interface AnsweredTyped extends Answered {
  type: 'text' | 'number'
  /** Plain text, and a number written as the language writes it; empty when nothing was given. */
  own: string
  right: string
  feedback: string
}

/** Whether the learner answered at all. */
export function isAnswered(question: AnsweredView): boolean {
  if (question.type === 'order') return question.items.some((item) => item.place !== null)
  if ('own' in question) return question.own !== ''
  return question.options.some((option) => option.chosen)
}
