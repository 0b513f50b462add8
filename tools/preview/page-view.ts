import type { Locale } from '../../formats/catalogue/catalogue.ts'

/** What the author's panel shows beside a page. Problems are in English, as the check prints them. */
export interface PageView {
  locale: Locale
  /** The file that the page is made of, as problems name it; undefined for a page that no author writes. */
  file: string | undefined
  /** The course does not compile, and the page shows it as far as it can be read. */
  isSketch: boolean
  /** The language of the text that stands in for the page's own, which is still to come. */
  standsIn: Locale | undefined
  problems: PlacedProblem[]
  /** Problems of other files. */
  elsewhere: (PageProblem & { path: string })[]
  lesson: LessonFigures | undefined
  questions: AuthoredQuestion[]
  /** The same page in the other language. */
  other: string | undefined
}

export interface PageProblem {
  line: number
  column: number
  severity: 'error' | 'warning'
  id: string
  message: string
}

export interface PlacedProblem extends PageProblem {
  /** Of another file than the page's own. */
  path: string
  /** Beside a question, beside the block of a line, or at the top. */
  where: { question: string } | { line: number } | 'top'
}

export interface LessonFigures {
  /** What the front matter says. */
  minutes: number
  /** Of the running text, with one decimal; null while there is no sentence. */
  lix: number | null
  /** The lesson's cells, and how many of its questions practise each. */
  cells: { cell: string; name: string; questions: number }[]
  /** What only a person can judge. */
  checklist: { id: string; text: string }[]
}

export interface AuthoredQuestion {
  /** Its id, or a name made of its line while the id cannot be read. */
  id: string
  /** As it was written, key and feedback included. */
  html: string
  /** How it does, from first answers; undefined while nobody has answered. */
  figures: string | undefined
}
