import type { Catalogue, CellId, CourseSummary, InBoth, LearningPath } from '../../formats/catalogue/catalogue.ts'
import type { Achievement } from '../db/schema/badges.ts'

export interface AchievementVersion {
  badge: string
  version: string
  content: Achievement
}

/** How a badge test is made; the same for every course. */
interface TestRules {
  questions: number
  passMark: number
}

/** What can be earned: the badge of every course, and of every path that can be walked to its end. */
export function achievementsOf(catalogue: Catalogue, rules: TestRules): AchievementVersion[] {
  const courses = catalogue.courses.map((course) => ({
    badge: course.badge.id,
    version: course.version,
    content: ofCourse(course, catalogue, rules),
  }))
  const paths = wholePaths(catalogue).map((path) => ({
    badge: pathBadge(path),
    version: path.version,
    content: ofPath(path, catalogue),
  }))
  return [...courses, ...paths]
}

/** Paths all of whose courses are published; of a choice, one is enough. */
export function wholePaths({ courses, paths }: Catalogue): LearningPath[] {
  const published = new Set(courses.map(({ id }) => id))
  return paths.paths.filter(({ steps }) => steps.every((step) => step.some((course) => published.has(course))))
}

export function pathBadge({ id }: Pick<LearningPath, 'id'>): string {
  return `path-${id}`
}

/** What stands for the course in a path's award: no course can be called that. */
export function pathCourse({ id }: Pick<LearningPath, 'id'>): string {
  return `path:${id}`
}

function ofCourse(course: CourseSummary, { framework }: Catalogue, rules: TestRules): Achievement {
  const own = course.badge.cell.slice(0, 3)
  const area = framework.areas.find(({ id }) => id === own)
  return {
    name: course.badge.name,
    title: course.title,
    picture: course.badge.cell,
    test: { ...rules, pool: course.pool, lessons: course.lessons.length },
    courses: [course.id],
    outcomes: framework.outcomes.filter(({ id }) => course.outcomes.includes(id)),
    alignments: [
      ...course.competences.map((cell) => alignmentOf(cell, framework)),
      ...(area?.alignments ?? []).map(({ framework: theirs, code, name }) => ({
        framework: theirs,
        code,
        name: { sv: name, en: name },
      })),
    ],
  }
}

function ofPath(path: LearningPath, catalogue: Catalogue): Achievement {
  const courses = path.steps.map((step) => catalogue.courses.filter(({ id }) => step.includes(id)))
  // Of a choice nobody knows which one was taken: only what every holder has shown is said.
  const certain = courses.flatMap((step) => (step.length === 1 ? step : []))
  const outcomes = new Set(certain.flatMap((course) => course.outcomes))
  const cells = [...new Set(certain.flatMap((course) => course.competences))].sort()
  return {
    name: path.badge,
    title: path.name,
    picture: pathBadge(path),
    courses: path.steps.map((step) => step.join('|')),
    outcomes: catalogue.framework.outcomes.filter(({ id }) => outcomes.has(id)),
    alignments: cells.map((cell) => alignmentOf(cell, catalogue.framework)),
  }
}

function alignmentOf(cell: CellId, { areas, levels }: Catalogue['framework']) {
  const area = areas.find(({ id }) => cell.startsWith(id))
  const level = levels.find(({ id }) => cell.endsWith(`-${id}`))
  const name = (locale: keyof InBoth<string>) =>
    [area?.name[locale] ?? cell, level?.name[locale]].filter(Boolean).join(', ')
  return { framework: 'Navet', code: cell, name: { sv: name('sv'), en: name('en') } }
}
