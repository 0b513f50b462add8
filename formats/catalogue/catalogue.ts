import type { InBoth, InTexts } from '../locales.ts'
import type { Question } from '../../worker/questions/registry.ts'

/**
 * The compiled form of `courses/`: what `tools/authoring` makes and the worker reads.
 * Source of the format: courses/README.md; hashes as decided in docs/decisions/001-data-model.md.
 */
export { type InBoth, type InTexts, type Locale, locales } from '../locales.ts'
export type { Question, QuestionType } from '../../worker/questions/registry.ts'

export type Level = 1 | 2 | 3
export type AreaId = 'UND' | 'USE' | 'CHK' | 'PRO' | 'RES' | 'DEV'
/** A competence cell, `CHK-2`. */
export type CellId = `${AreaId}-${Level}`

/** Light and always in memory: enough for the catalogue, progress and every look-up by id. */
export interface Catalogue {
  /** In the order of their numbers (C01, C02 …). */
  courses: CourseSummary[]
  framework: Framework
  paths: Paths
  /** Each part of a course is loaded when it is first asked for; undefined for one that does not exist. */
  loadPage(course: string): Promise<CoursePage> | undefined
  loadPool(course: string): Promise<Question[]> | undefined
  loadLesson(course: string, lesson: string): Promise<Lesson> | undefined
}

export interface CourseSummary {
  /** Folder name, for ever. */
  id: string
  number: string
  /** Hash of the course's key hashes; changes when a question's key does, not when a typo is mended. */
  version: string
  title: InBoth<string>
  summary: InBoth<string>
  audience: InBoth<string>
  competences: CellId[]
  outcomes: string[]
  badge: Badge
  artefact: InBoth<string>
  minutes: number
  lessons: LessonSummary[]
  /** Number of questions in the badge test's pool. */
  pool: number
  /** The badge test is there in easy Swedish as well. */
  hasEasyPool?: true
  /** Trades that have worked cases of their own in some lesson, by id, with their names. */
  variants?: Record<string, InBoth<string>>
  /** Questions that count as right for whoever had them; absent where there is none. */
  voided?: VoidedQuestion[]
}

/** A question that was wrong, in all its versions or in these. */
export interface VoidedQuestion {
  question: string
  versions: 'all' | string[]
  /** Told to learners. */
  reason: InBoth<string>
  /** The day it was decided, `2026-11-29`. */
  on: string
}

interface Badge {
  id: string
  cell: CellId
  name: InBoth<string>
}

export interface LessonSummary {
  id: string
  title: InBoth<string>
  /** "You can …", one sentence. */
  outcome: InBoth<string>
  minutes: number
  competences: CellId[]
  /** Ids of the practice questions, in order. */
  questions: string[]
  /** The headings that questions send their learners to, with their words as plain text. */
  sections: { id: string; title: InTexts<string> }[]
  /** How many of them ask for each outcome. */
  asks: Record<string, number>
  /** It is there in easy Swedish as well. */
  hasEasy?: true
  /** It tells its reader to ask whoever is responsible for AI where they work. */
  ask?: true
  /** Dates, `2026-11-23`. */
  checked: string
  reviewBy: string
}

/** Everything of one course, as it is compiled. */
export interface Course extends CoursePage {
  id: string
  lessons: Lesson[]
  pool: Question[]
}

/** What a course says besides its lessons, as HTML. */
export interface CoursePage {
  about: InBoth<string>
  /** The document the learner takes home. */
  artefact: InBoth<string>
  /** The same for a trade whose examples it has. */
  artefactVariants?: Record<string, InBoth<string>>
}

export interface Lesson {
  id: string
  /** Rendered from markdown, safe HTML, without the quiz. */
  body: InBoth<string>
  /** The same for each trade that has a worked case or a picture of its own here; the questions are everybody's. */
  variants?: Record<string, InBoth<string>>
  /** What its text asks to be guessed, in order; left out where that is nothing. */
  estimates?: Estimate[]
  questions: Question[]
  /** The same lesson in easy Swedish; its questions' words are with the questions. */
  easy?: { title: string; outcome: string; checked: string; body: string }
}

/** A guess before an explanation is read. No question: it is never marked, has no version, and nothing waits for it. */
export interface Estimate {
  id: string
  answer: number
  /** Plain text. */
  unit: InBoth<string>
}

/** What courses/paths.yml says. */
export interface Paths {
  paths: LearningPath[]
  /** The first meetings about AI, for whoever leads them. */
  starter?: Starter
  /** Courses that paths name and that do not exist yet. */
  planned: PlannedCourse[]
}

export interface Starter {
  meetings: StarterMeeting[]
  /** What each reads alone, between the meetings or after. */
  alone: NamedLesson[]
}

/** Half an hour together. All of it is plain text. */
interface StarterMeeting {
  title: InBoth<string>
  /** What the leader says first. */
  say: InBoth<string>
  /** `ask`: what everybody thinks about alone before it is talked about. */
  lessons: (NamedLesson & { ask: InBoth<string>[] })[]
  /** What is agreed and done afterwards. */
  after: InBoth<string>[]
}

/** A lesson by its name; the title is for one that is still to come. */
export interface NamedLesson {
  course: string
  lesson: string
  title: InBoth<string>
}

/** An ordered set of courses. */
export interface LearningPath {
  id: string
  /** Hash of the steps. */
  version: string
  name: InBoth<string>
  description: InBoth<string>
  /** The name of the badge for all of it. */
  badge: InBoth<string>
  /** Ids of courses; where there are several, one of them is enough. */
  steps: string[][]
}

export interface PlannedCourse {
  id: string
  title: InBoth<string>
}

/** What an area answers to in somebody else's framework. */
interface Alignment {
  framework: string
  code: string
  name: string
}

/** The competence framework of courses/competences.yml. */
export interface Framework {
  version: number
  areas: { id: AreaId; name: InBoth<string>; question: InBoth<string>; alignments: Alignment[] }[]
  levels: { id: Level; name: InBoth<string>; autonomy: InBoth<string> | undefined }[]
  outcomes: ({ id: string } & InBoth<string>)[]
}
