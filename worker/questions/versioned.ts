import type { InTexts } from '../../formats/locales.ts'

type QuestionKind = 'scenario' | 'understanding' | 'spot' | 'calculation'

/** One version of a question, whatever its type. All texts are inline HTML. */
export interface Versioned {
  id: string
  /** Hash of keyHash and every text's hash: names exactly what was shown. */
  version: string
  /** Of type, ordinals, key and competence; the same in both languages. */
  keyHash: string
  textHash: InTexts<string>
  kind: QuestionKind
  /** Where it is taught: a heading of its lesson; in a pool a lesson, or `lesson/heading`. In no hash. */
  from?: string
  /** Inline HTML, one or two; practice only. */
  hints?: InTexts<string[]>
  competence: string
}

export interface Feedback {
  right: string
  wrong: string
}

/** What every question shows before the answer. */
export interface Shown {
  id: string
  version: string
  /** Inline HTML. */
  stem: string
}

/** What every question shows after it. */
export interface Told {
  id: string
  stem: string
  correct: boolean
}

export interface OptionView {
  token: string
  /** Inline HTML. */
  text: string
}
