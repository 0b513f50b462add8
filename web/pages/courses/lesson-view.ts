import type { GuessView } from '../../../worker/courses/read-guesses.ts'
import type { Confidence } from '../../../worker/db/schema/quizzes.ts'
import type { TextKind } from '../../../formats/locales.ts'
import type { Given } from '../../../worker/questions/given.ts'
import type { AnsweredView, QuestionView } from '../../../worker/questions/registry.ts'
import type { ContactView } from '../../components/contacts.tsx'
import type { ExampleChoice } from '../../components/example-choice.tsx'
import type { RemarkPlace } from '../../components/remark-form.tsx'
import type { Retry } from '../../questions/type-pages.ts'
import type { ReadAgain } from '../../../worker/quizzes/read-again.ts'
import type { Frame } from '../../frame.ts'

/** `voided`: the version that was answered is, and why. */
export type PracticeView =
  | { state: 'open'; question: QuestionView; answerId: string; hints: readonly string[]; given: Given; error: string | undefined; asksConfidence: boolean; confidence: Confidence | undefined }
  | { state: 'answered'; question: AnsweredView; note: string; voided: string | undefined; remark: RemarkPlace; retry: Retry; readAgain: ReadAgain | undefined; confidence: Confidence | undefined }

export interface LessonPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  lesson: {
    id: string
    title: string
    outcome: string
    minutes: number
    /** Rendered by the compiler. */
    body: string
    /** Whose worked cases are in it; undefined where there are no others. */
    examples: ExampleChoice | undefined
    /** In which words it is; undefined where there are no others. */
    text: TextKind | undefined
    checked: Date
  }
  /** All lessons of the course, in order. */
  steps: { id: string; title: string; minutes: number; done: boolean }[]
  /** How each estimate of the text stands. */
  guesses: readonly GuessView[]
  /** Whom to ask where the learner works, where the lesson says to ask. */
  contacts: ContactView[]
  questions: PracticeView[]
  /** Of the answers that the learner was sure of, how many were not right; undefined until all are answered. */
  sureness: { sure: number; wrong: number } | undefined
  progressUnavailable: boolean
}
