import type { Feedback } from '../../../worker/questions/versioned.ts'

/**
 * What of a question other programs can take over, in one language: as one of the few forms that most of them know.
 * Stems, options and feedback are inline HTML, or paragraphs of it; `answers` and `unit` are plain text.
 */
export type Exported = ExportedPicks | ExportedWords | ExportedAmount | ExportedPairs | ExportedReading

/** Options to pick from; none right where that is the answer. */
interface ExportedPicks {
  form: 'picks'
  stem: string
  /** More than one may be picked, also where one is right. */
  several: boolean
  options: { text: string; right: boolean; feedback: string }[]
}

/** A short text, all of whose answers are right. */
interface ExportedWords {
  form: 'words'
  stem: string
  answers: string[]
  feedback: Feedback
}

interface ExportedAmount {
  form: 'amount'
  stem: string
  answer: number
  tolerance: number
  /** Empty where there is none. */
  unit: string
  feedback: Feedback
}

/** Left and right; left is empty where the right one is left over. */
interface ExportedPairs {
  form: 'pairs'
  stem: string
  pairs: [left: string, right: string][]
  feedback: Feedback
}

/** What others can only show: the question with its parts, and the right answer to be read afterwards. */
interface ExportedReading {
  form: 'reading'
  stem: string
  /** In an order that tells nothing. */
  parts: string[]
  /** The right answer, line by line. */
  answer: string[]
  /** The reason. */
  feedback: string
}
