import type { Html } from '../html/html.ts'

import type { Given } from '../../worker/questions/given.ts'
import type { Frame } from '../frame.ts'
import type { Translate } from '../messages/translate.ts'

/** How the fields of a question are called: options, typed text, and the beginning of what has places, which ends in a token. */
interface FieldNames {
  tokens: string
  text: string
  places: string
}

export interface FieldsProps<View> {
  frame: Frame
  question: View
  names: FieldNames
  given: Given
  /** Id of the element that says what to mend. */
  error: string | undefined
  /** The browser may ask for an answer before it sends. */
  required: boolean
  /** In practice: the address of the lesson. */
  lesson?: string | undefined
}

export interface PartsProps<Answered> {
  frame: Frame
  question: Answered
  /** In practice: how another answer is given at once. */
  retry: Retry | undefined
}

/** What a form of another answer needs: the address of the lesson and where it goes, the version it is given to, and the answer's id. */
export interface Retry {
  lesson: string
  action: string
  version: string
  answerId: string
}

/** What is said of an answer above it, and with which shape: none where it is not told whether it was right. */
export interface Verdict {
  words: string
  shape: 'right' | 'wrong' | undefined
}

type Component<Props> = (props: Props) => Html | null

/** All that the pages know of one type of question. */
export interface TypePages<View, Answered> {
  /** What to do, in two or three words. */
  prompt(t: Translate, question: View): string
  /** What stands on the button that sends it; undefined where its fields hold the buttons. */
  button(t: Translate): string | undefined
  /** What it is answered with, as native fields of a form: right without any script. */
  Fields: Component<FieldsProps<View>>
  /** After the answer: word, shape and reason on every part, the learner's own choice tagged. */
  Parts: Component<PartsProps<Answered>>
  verdict(t: Translate, question: Answered): Verdict
  /** Whether the learner answered at all. */
  isAnswered(question: Answered): boolean
}
