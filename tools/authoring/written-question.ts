import type { QuestionType } from '../../worker/courses/catalogue.ts'
import type { Markdown } from './markdown.ts'
import type { WrittenOption } from './options.ts'
import type { Place } from './problem.ts'
import type { WrittenFeedback } from './question-feedback.ts'
import type { QuestionHead } from './schemas.ts'
import type { WrittenAnswer } from './written-answer.ts'
import type { Placed } from './yaml-source.ts'

/** A question as it stands in one file, before both languages are put together. */
export interface WrittenQuestion {
  /** Its heading. */
  place: Place
  /** Known also when something else in its comment is wrong; undefined when it cannot be read. */
  id: string | undefined
  head: Placed<QuestionHead>
  /** Undefined when the boxes fit no type, which checkKey reports. */
  type: QuestionType | undefined
  /** Of a spot without its passage. */
  stem: Markdown
  /** Of a single, multiple or spot; else none. */
  options: WrittenOption[]
  /** Of a spot: the quote whose sentences are the options. */
  passage: Markdown | undefined
  /** Of an order: as they are written they stand right. */
  items: Markdown[]
  /** Of a text or number. */
  answer: WrittenAnswer | undefined
  /** Of an order, text or number. */
  feedback: WrittenFeedback | undefined
}
