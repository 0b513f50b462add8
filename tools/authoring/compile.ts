import type { Course, CourseSummary, Framework, Paths } from '../../worker/courses/catalogue.ts'
import { checkDates } from './check-dates.ts'
import { type CompiledCourse, compileCourse } from './compile-course.ts'
import type { CourseImage } from './images.ts'
import { didYouMean } from './near-miss.ts'
import { type Problem, Problems, sortProblems } from './problem.ts'
import { readTexts } from './read-texts.ts'
import { compilePaths } from './paths.ts'
import { readSharedFiles } from './shared-files.ts'
import type { SourceFile } from './source-file.ts'
import { readCourse, type WrittenCourse } from './written-course.ts'

export interface Compilation {
  framework: Framework
  paths: Paths
  /** In the order of their numbers. */
  summaries: CourseSummary[]
  courses: Course[]
  /** Pictures that the courses show, to be served at their addresses. */
  images: CourseImage[]
  /** Sorted by path and line. */
  problems: Problem[]
}

const reserved = new Set(['measurement'])
const sharedNames = ['competences.yml', 'facts.yml', 'glossary.yml', 'paths.yml', 'domains.yml']

/**
 * Compiles a courses folder. Never throws for what is in the files: every problem of every file is in `problems`,
 * and a course in which there is an error is left out of `summaries` and `courses`. Paths in problems begin with
 * `root`. With `today` (`2026-11-23`) lessons due for review are warned of; without it nothing depends on the calendar.
 */
export function compileCourses(files: readonly SourceFile[], root = 'courses', today?: string): Compilation {
  const problems = new Problems()
  const texts = readTexts(files, problems)
  const shared = readSharedFiles(texts, problems)
  reportUnknown(files, problems)
  const written = foldersOf(files).map((folder) => readCourse(folder, texts, files, problems))
  const pages = new Map(written.flatMap((course) => course.pages))
  reportDoubles(written, problems)
  if (today !== undefined) for (const course of written) checkDates(course, today, problems)

  const compiled = written.flatMap((course) => compileCourse(course, pages, shared, problems) ?? [])
  const whole = withoutErrors(compiled, problems).sort((a, b) => (a.summary.number < b.summary.number ? -1 : 1))
  const paths = compilePaths(
    texts,
    written.map((course) => course.id),
    problems,
  )
  return {
    framework: shared.framework,
    paths,
    summaries: whole.map((entry) => entry.summary),
    courses: whole.map((entry) => entry.course),
    images: whole.flatMap((entry) => entry.images),
    problems: sortProblems(
      problems.all().map((problem) => ({ ...problem, path: shownPath(problem.path, files, root) })),
    ),
  }
}

/** The folders that hold a course. */
export function foldersOf(files: readonly SourceFile[]): string[] {
  const folders = files.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []))
  return [...new Set(folders)].filter((folder) => !reserved.has(folder)).sort()
}

function reportUnknown(files: readonly SourceFile[], problems: Problems): void {
  for (const { path } of files) {
    if (path.includes('/') || path.endsWith('.md') || sharedNames.includes(path)) continue
    problems.warning('S07', { path, line: 1 }, `the file is not used${didYouMean(path, sharedNames)}`)
  }
}

function reportDoubles(courses: readonly WrittenCourse[], problems: Problems): void {
  for (const [i, { head }] of courses.entries()) {
    if (!head?.value) continue
    const { number, badge } = head.value
    const earlier = courses.slice(0, i)
    const sameNumber = earlier.find((other) => other.head?.value?.number === number)
    if (sameNumber) problems.error('S13', head.at('number'), `number ${number} is used by ${sameNumber.id} as well`)
    const sameBadge = earlier.find((other) => other.head?.value?.badge.id === badge.id)
    if (sameBadge)
      problems.error('S13', head.at('badge', 'id'), `badge id ${badge.id} is used by ${sameBadge.id} as well`)
  }
}

function withoutErrors(compiled: CompiledCourse[], problems: Problems): CompiledCourse[] {
  const broken = new Set(
    problems.all().flatMap(({ severity, path }) => (severity === 'error' ? [path.split('/')[0]] : [])),
  )
  return compiled.filter(({ summary }) => !broken.has(summary.id))
}

function shownPath(path: string, files: readonly SourceFile[], root: string): string {
  const shown = files.find((file) => file.path === path)?.shownAs
  return shown ?? (root ? `${root}/${path}` : path)
}
