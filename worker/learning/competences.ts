import type { AreaWithCells, CellView } from '../../web/pages/courses/competences-page.tsx'
import type {
  Catalogue,
  CellId,
  CourseSummary,
  InBoth,
  LessonSummary,
  Locale,
} from '../../formats/catalogue/catalogue.ts'
import { urls } from '../../web/urls.ts'

/** A cell of the framework, and where it is taught and practised. */
export interface Cell {
  id: CellId
  level: Catalogue['framework']['levels'][number]
  outcomes: ({ id: string } & InBoth<string>)[]
  courses: { course: CourseSummary; lessons: LessonSummary[] }[]
  /** Practice questions; the badge tests' pools are not counted. */
  questions: number
}

/** The cells of each area, lowest level first. */
export function cellsByArea({ framework, courses }: Catalogue) {
  return framework.areas.map((area) => ({
    area,
    cells: framework.levels.map((level): Cell => {
      const id: CellId = `${area.id}-${level.id}`
      return {
        id,
        level,
        outcomes: framework.outcomes.filter((outcome) => isIn(outcome.id, id)),
        courses: courses
          .filter((course) => course.competences.includes(id))
          .map((course) => ({ course, lessons: course.lessons.filter((lesson) => lesson.competences.includes(id)) })),
        questions: courses.flatMap((course) => course.lessons).reduce((sum, lesson) => sum + asksIn(lesson, id), 0),
      }
    }),
  }))
}

export function areasView(catalogue: Catalogue, locale: Locale): AreaWithCells[] {
  return cellsByArea(catalogue).map(({ area, cells }) => ({
    id: area.id,
    name: area.name[locale],
    question: area.question[locale],
    cells: cells.map((cell) => cellView(cell, locale)),
  }))
}

function cellView({ id, level, outcomes, courses, questions }: Cell, locale: Locale): CellView {
  return {
    id,
    level: level.id,
    name: level.name[locale],
    autonomy: level.autonomy?.[locale],
    outcomes: outcomes.map((outcome) => outcome[locale]),
    courses: courses.map(({ course, lessons }) => ({
      title: course.title[locale],
      href: urls.course(locale, course.id),
      lessons: lessons.map((lesson) => ({
        title: lesson.title[locale],
        href: urls.lesson(locale, course.id, lesson.id),
      })),
    })),
    questions,
  }
}

function asksIn({ asks }: LessonSummary, cell: CellId): number {
  return Object.entries(asks).reduce((sum, [outcome, count]) => sum + (isIn(outcome, cell) ? count : 0), 0)
}

/** `CHK-2a` is an outcome of `CHK-2`. */
function isIn(outcome: string, cell: CellId): boolean {
  return outcome.slice(0, -1) === cell
}
