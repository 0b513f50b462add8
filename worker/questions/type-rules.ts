import type { z } from '@hono/zod-openapi'

import type { Locale } from '../../formats/locales.ts'
import type { Chosen, DraftAnswer, Given, Reading } from './given.ts'
import type { Shown, Told, Versioned } from './versioned.ts'

/** What was answered, undefined for nothing, and how it was marked. */
export interface Outcome {
  chosen: Chosen | undefined
  correct: boolean
}

/**
 * To whom a question is shown: the language, the tokens of its parts by ordinal, in which order they stand, and what is
 * chosen already, where that decides what is shown.
 */
export interface Showing {
  locale: Locale
  tokens: readonly string[]
  order: readonly number[]
  given?: Given | undefined
}

/** A choice in words: what was typed is plain text, what was chosen inline HTML. */
export interface InWords {
  typed: string
  options: string[]
  /** That there is nothing to choose was the answer. */
  isNone?: boolean
}

/** How many options the author wrote, which are right, and what they are called, where they are. */
export interface AuthoredOptions {
  options: number
  right: readonly number[]
  ids: readonly string[] | undefined
}

/**
 * All that the server knows of one type of question. `view` is made before the answer: no key, no feedback, and parts in
 * no telling order; `answered` after it.
 */
export interface TypeRules<Q extends Versioned, View extends Shown, Answered extends Told, Fault> {
  /** One choice leads to the next: what is given goes on until an end is reached. */
  isInSteps: boolean
  /** In practice the learner may say how sure they are: there is a right answer, and nothing of it was seen. */
  asksConfidence: boolean
  /** Of the parts that have tokens: options, sentences, items; none for what is typed. */
  count(question: Q): number
  /** The order in which the parts are shown, as ordinals: as far as they may be moved, and never one that tells the key. */
  order(question: Q, shuffled: (ordinals: number[]) => number[]): number[]
  /** Why nothing at all is sent back. */
  blank: Fault
  /**
   * What is marked and kept, or why it is sent back: `goes-on` where nothing is to be mended and one more step follows.
   * Refuses tokens that are not the question's.
   */
  read(question: Q, given: Given, reading: Reading): Chosen | Fault
  /** `chosen` may be what another type keeps: that is wrong. */
  mark(question: Q, chosen: Chosen): boolean
  /** What was given, whole or not, as it is kept until the test is resumed. Refuses as `read` does. */
  draft(question: Q, given: Given, reading: Reading): DraftAnswer
  /** The same as the form gives it again. */
  resume(draft: DraftAnswer, tokens: readonly string[]): Given
  /** What was handed in, as a draft of it. */
  handedIn(chosen: Chosen): DraftAnswer
  /** What stands in a form, as a program sends it. */
  sent(given: Given): string[] | string
  inWords(view: View, given: Given): InWords
  view(question: Q, showing: Showing): View
  answered(question: Q, outcome: Outcome, showing: Showing): Answered
  /** What the two hold besides that which every question has, for the description of the API. */
  viewFields: FieldsOf<Omit<View, keyof Shown>>
  answeredFields: FieldsOf<Omit<Answered, keyof Told>>
  /** What figures on single options are of; undefined where there are none. */
  authoredOptions(question: Q): AuthoredOptions | undefined
}

type FieldsOf<T> = { [Name in keyof T]: z.ZodType<T[Name]> }
