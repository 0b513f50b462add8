import { type CellId, type Framework, locales } from '../../../../formats/catalogue/catalogue.ts'
import { Problems } from '../../problems/problem.ts'
import type { WrittenQuestion } from '../../questions/registry.ts'
import { readTexts } from '../../files/read-texts.ts'
import { readSharedFiles } from '../../files/shared-files.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { readAllCourses, type WrittenCourse } from '../../written/written-course.ts'

/** How often an outcome is asked for, in lessons and in badge tests. */
interface OutcomeCoverage {
  id: string
  words: string
  practice: number
  badge: number
  /** Badge questions in each course that promises the outcome. */
  promisedBy: { course: string; badge: number }[]
}

export interface CellCoverage {
  cell: CellId
  /** The area's name and the level. */
  name: string
  /** `course/lesson` */
  lessons: string[]
  practice: number
  badge: number
  outcomes: OutcomeCoverage[]
}

export interface Coverage {
  cells: CellCoverage[]
  gaps: Gaps
}

/** What a person who follows the courses will not meet. */
export interface Gaps {
  /** Cells that no lesson names. */
  withoutLesson: string[]
  /** Outcomes that no question of a lesson practises. */
  withoutPractice: string[]
  /** Outcomes that no badge test asks for. */
  withoutBadge: string[]
  /** Outcomes that a course promises with fewer badge questions than a test needs (checks.md, Q18). */
  thin: { outcome: string; course: string; badge: number }[]
}

const leastForBadge = 3

/** Counts lessons and questions by cell and outcome of the framework, each question once for both languages. */
export function measureCoverage(files: readonly SourceFile[]): Coverage {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const { framework } = readSharedFiles(texts, problems)
  const courses = readAllCourses(files, texts, problems).map(entriesOf)
  const cells = framework.areas.flatMap((area) =>
    framework.levels.map((level) =>
      measureCell(`${area.id}-${level.id}`, `${area.name.en} ${level.id}`, framework, courses),
    ),
  )
  return { cells, gaps: gapsIn(cells) }
}

interface CourseEntries {
  id: string
  promised: string[]
  lessons: { id: string; cells: string[] }[]
  /** The outcome that each question measures. */
  practice: string[]
  badge: string[]
}

function entriesOf({ id, head, lessons, pool }: WrittenCourse): CourseEntries {
  const pages = locales.flatMap((locale) => lessons[locale])
  const heads = new Map(pages.flatMap((page) => (page.head.value ? [[page.head.value.id, page.head.value]] : [])))
  return {
    id,
    promised: head?.value?.outcomes ?? [],
    lessons: [...heads.values()].map((lesson) => ({ id: lesson.id, cells: lesson.competences })),
    practice: outcomesOf(pages.flatMap((page) => page.questions)),
    badge: outcomesOf(locales.flatMap((locale) => pool[locale]?.questions ?? [])),
  }
}

function outcomesOf(questions: readonly WrittenQuestion[]): string[] {
  return [
    ...new Map(questions.flatMap(({ id, head }) => (id ? [[id, head.written('competence') ?? '']] : []))).values(),
  ]
}

function measureCell(cell: CellId, name: string, framework: Framework, courses: CourseEntries[]): CellCoverage {
  const outcomes = framework.outcomes
    .filter(({ id }) => id.startsWith(cell))
    .map(({ id, en }) => measureOutcome(id, en, courses))
  return {
    cell,
    name,
    lessons: courses.flatMap((course) =>
      course.lessons.filter(({ cells }) => cells.includes(cell)).map((lesson) => `${course.id}/${lesson.id}`),
    ),
    practice: sum(outcomes.map((outcome) => outcome.practice)),
    badge: sum(outcomes.map((outcome) => outcome.badge)),
    outcomes,
  }
}

function measureOutcome(id: string, words: string, courses: CourseEntries[]): OutcomeCoverage {
  const times = (outcomes: string[]) => outcomes.filter((outcome) => outcome === id).length
  return {
    id,
    words,
    practice: sum(courses.map((course) => times(course.practice))),
    badge: sum(courses.map((course) => times(course.badge))),
    promisedBy: courses
      .filter(({ promised }) => promised.includes(id))
      .map((course) => ({ course: course.id, badge: times(course.badge) })),
  }
}

function gapsIn(cells: CellCoverage[]): Gaps {
  const outcomes = cells.flatMap((cell) => cell.outcomes)
  return {
    withoutLesson: cells.filter(({ lessons }) => lessons.length === 0).map(({ cell }) => cell),
    withoutPractice: outcomes.filter(({ practice }) => practice === 0).map(({ id }) => id),
    withoutBadge: outcomes.filter(({ badge }) => badge === 0).map(({ id }) => id),
    thin: outcomes.flatMap(({ id, promisedBy }) =>
      promisedBy.filter(({ badge }) => badge < leastForBadge).map((course) => ({ outcome: id, ...course })),
    ),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
