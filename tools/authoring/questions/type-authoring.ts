import type { InBoth, Locale } from '../../../formats/locales.ts'
import type { Given, Reading } from '../../../worker/questions/given.ts'
import type { Question, QuestionType } from '../../../worker/questions/registry.ts'
import type { Versioned } from '../../../worker/questions/versioned.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { Markdown } from '../markdown/markdown.ts'
import type { Exported } from './exported.ts'
import type { WrittenOption } from './options.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import type { QuestionHead } from '../files/schemas.ts'
import type { Placed } from '../files/yaml-source.ts'

/** What a question of any type has as it stands in one file, before both languages are put together. */
export interface Written {
  type: QuestionType
  /** Its heading. */
  place: Place
  /** Known also when something else in its comment is wrong; undefined when it cannot be read. */
  id: string | undefined
  head: Placed<QuestionHead>
  stem: Markdown
  /** At most two, each saying more; practice only. */
  hints: readonly Markdown[]
}

/** The lines under a question's heading, and what its comment says. */
export interface Source {
  head: Placed<QuestionHead>
  lines: readonly QuizLine[]
  /** The heading's. */
  place: Place
}

/** Keys of the comment that belong to certain types. */
export const ownKeys = ['answer', 'tolerance', 'unit', 'recorded', 'written'] as const
type OwnKey = (typeof ownKeys)[number]

export type Say = (place: Place, message: string) => void

/**
 * All that the compiler, the checks and the other programs know of one type of question. Whatever in a written question
 * has words stands in `pieces` and in `source`: the first is looked at for HTML, links and spelling, the second is hashed.
 */
export interface TypeAuthoring<W extends Written, Q extends Question> {
  /** Whether a question whose comment names no type is seen to be of this one. */
  isSeenIn(head: Placed<QuestionHead>, lines: readonly QuizLine[]): boolean
  /** Keys of the comment that no other type has, or only some. */
  keys: readonly OwnKey[]
  /** Practice asks it; a badge test never does. */
  isPracticeOnly: boolean
  /** It has parts under headings of level 4. */
  hasParts: boolean
  /** What stands after the stem. */
  follows: string
  /** What ordinals are counted of. */
  parts: string
  read(source: Source, problems: Problems): Omit<W, 'place' | 'id' | 'head' | 'hints'>
  /** Reports what no question of the type may be, in one language. */
  check(question: W, problems: Problems): void
  /** Reports what teaches badly. */
  teach(question: W, locale: Locale, problems: Problems): void
  /** Says where the languages disagree. */
  parity(pair: InBoth<W>, say: Say): void
  /** Whether it can be compiled. What is missing has been reported. */
  isWhole(question: W): boolean
  /** All its texts but the stem. */
  pieces(question: W): Markdown[]
  /** What decides whether an answer is right, as it goes into the key hash: language neutral, without the words shown. */
  key(question: W): (number | string)[]
  /** How many parts an answer may name, for the key hash. */
  ordinals(question: W): number
  /** One language's words as written, for the text hash: versions are kept for ever, so the names never change. */
  source(question: W): Record<string, unknown>
  /** Of a whole question: what is the same in both languages. */
  compile(question: W): Omit<Q, keyof Versioned | 'text'>
  /** Of a whole question: the words of one language as they are shown. */
  text(question: W, context: MarkdownContext): Q['text'][Locale]
  /** What two questions with one stem differ in, if they ask for different things. */
  asks(question: W): unknown
  /** Words that its answer gives to read beyond what every question has; for the minutes of a lesson. */
  wordsToRead(question: W): number
  /** Options whose length and wording are compared over a whole course; none where nothing is picked from such. */
  cues(question: W): readonly WrittenOption[]
  /** Ordinals of the faulty sentences of a passage; undefined where there is no passage. */
  faulty(question: W): readonly number[] | undefined
  /** How the key has changed though its hash is the same, since parts stand in other places than before. */
  swapped(old: Q, now: Q): string | undefined
  /** A right answer, or a wrong one, as a form sends it. */
  give(question: Q, right: boolean, reading: Reading): Given
  /** As other programs can take it over, with its key: for practice, which is public, and never for a pool. */
  export(question: Q, locale: Locale): Exported
  /** A whole one, heading and comment with it, for an author to write over; its id is `my-question`. */
  example: InBoth<string>
}
