import type { Estimate, Locale, Question } from '../../../../../formats/catalogue/catalogue.ts'

/** What a package holds of a course: one language's texts, and its practice with the key. Never a pool. */
export interface PlayedCourse {
  locale: Locale
  title: string
  lessons: PlayedLesson[]
}

export interface PlayedLesson {
  id: string
  title: string
  /** "You can …" */
  outcome: string
  minutes: number
  /** HTML of ours, which leads to nothing outside the package but to addresses that stand there in full. */
  body: string
  estimates: Estimate[]
  questions: Question[]
}
