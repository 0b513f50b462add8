import type { Course, CourseSummary, Framework, Locale, Paths } from '../../../formats/catalogue/catalogue.ts'
import { groupByFolder, reportUnknown, withoutLinks } from '../files/course-folders.ts'
import { Memory } from '../files/memory.ts'
import { compilePaths } from '../files/paths.ts'
import type { SourceFile } from '../files/source-file.ts'
import type { CourseImage } from '../markdown/images.ts'
import type { Measurement } from '../measurement/compile-measurement.ts'
import { type Problem, Problems, sortProblems } from '../problems/problem.ts'
import type { Progress } from '../problems/progress.ts'
import type { Dictionary } from '../spelling/dictionaries.ts'
import { type Allowance, applyAllowances } from '../teaching/allowances.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import { checkDates } from './check-dates.ts'
import { checkNumbers } from './check-numbers.ts'
import type { CompiledCourse } from './compile-course.ts'
import { rememberedSteps } from './remembered-steps.ts'
import { sketchBroken } from './sketches.ts'

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
  /** The knowledge check; undefined where there is none, or anything in it is wrong. */
  measurement: Measurement | undefined
  /** Every course as it was written, whole or not. */
  written: WrittenCourse[]
  /** Courses of a draft that do not compile and are shown as far as they go. */
  sketched: string[]
  /** Checks that authors have silenced, where and why. */
  silenced: Allowance[]
}

/** What goes along with a compilation. */
export interface Along {
  /** Of earlier compilations of the same folder. */
  memory?: Memory | undefined
  progress?: Progress | undefined
  /**
   * For an author's eyes: every course is shown, one with problems of structure as far as it goes; and its blocks carry
   * the lines where they were written.
   */
  draft?: boolean | undefined
  /** The checks of teaching as well (L, T, Q): everywhere but in small folders made for tests. */
  teaching?: boolean
  /** Gives the dictionaries for spelling; it is not checked without. */
  dictionaryOf?: ((locale: Locale) => Dictionary) | undefined
}

/**
 * Compiles a courses folder. Never throws for what is in the files: every problem of every file is in `problems`,
 * and a course in which there is an error is left out of `summaries` and `courses`, but in a draft. Paths in problems begin with
 * `root`. With `today` (`2026-11-23`) lessons due for review are warned of; without it nothing depends on the calendar.
 * With a memory of earlier runs only courses are compiled anew in which a file, or what they refer to, has changed.
 */
export function compileCourses(
  all: readonly SourceFile[],
  root = 'courses',
  today?: string,
  { memory = new Memory(), progress, draft = false, teaching = false, dictionaryOf }: Along = {},
): Compilation {
  const problems = new Problems()
  const steps = rememberedSteps(memory, problems)
  const files = withoutLinks(all, problems)
  const texts = steps.readTexts(files)
  const shared = steps.readShared(texts)
  reportUnknown(files, problems)

  const folders = [...groupByFolder(files)]
  const written = folders.map(([folder, own], i) => {
    progress?.(i, folders.length, 'courses taken in')
    return steps.readCourse(folder, texts, own)
  })
  checkNumbers(written, problems)
  if (today !== undefined) checkDates(written, shared, today, problems)

  const pages = steps.gatherPages(written)
  const compiled = written.flatMap((course, i) => {
    progress?.(i + 1, written.length, 'courses checked')
    return steps.compileCourse(course, pages, shared, draft) ?? []
  })
  const ids = written.map((course) => course.id)
  // What is missing in a course that does not compile may only be unread.
  const broken = problems.all().filter((problem) => blocks(problem, false))
  const sound = withoutErrors(compiled, broken)
  const lessons = new Map(sound.map(({ summary }) => [summary.id, summary.lessons.map(({ id }) => id)]))
  const paths = compilePaths(texts, ids, problems, lessons)
  const check = steps.readMeasurement(texts, files)
  const measurement = check && steps.compileMeasurement(check, shared)

  if (dictionaryOf) {
    const spellers = steps.readSpellers(texts, dictionaryOf)
    for (const speller of [spellers.sv, spellers.en]) speller.begin()
    for (const course of [...written, ...(check?.asCourses ?? [])]) steps.checkSpelling(course, spellers)
  }
  if (teaching) {
    for (const course of written) steps.checkTeaching(course, shared)
    if (check) steps.checkMeasurement(check)
  }
  const { left, silenced } = teaching ? applyAllowances(texts, problems) : { left: problems.all(), silenced: [] }
  const blocking = left.filter((problem) => blocks(problem, draft))
  const shown = draft
    ? sketchBroken({ written, compiled, blocking, shared, texts, pages })
    : { framework: shared.framework, compiled: withoutErrors(compiled, blocking), written, sketched: [] }
  const whole = shown.compiled.sort((a, b) => byNumber(a.summary, b.summary))
  return {
    framework: shown.framework,
    paths,
    summaries: whole.map((entry) => entry.summary),
    courses: whole.map((entry) => entry.course),
    images: whole.flatMap((entry) => entry.images),
    measurement,
    problems: sortProblems(shownIn(all, root, left)),
    silenced: shownIn(all, root, silenced),
    written: shown.written,
    sketched: shown.sketched,
  }
}

/** What is only not finished yet. */
const unfinished: readonly string[] = ['S09', 'S48']

/** Whether a problem keeps its course from being shown. */
export function blocks({ severity, id }: Problem, draft: boolean): boolean {
  return severity === 'error' && (!draft || (id.startsWith('S') && !unfinished.includes(id)))
}

function withoutErrors(compiled: CompiledCourse[], blocking: readonly Problem[]): CompiledCourse[] {
  const broken = new Set(blocking.map((problem) => problem.path.split('/')[0]))
  return compiled.filter(({ summary }) => !broken.has(summary.id))
}

function shownIn<T extends { path: string }>(files: readonly SourceFile[], root: string, found: readonly T[]): T[] {
  const shown = new Map(files.flatMap(({ path, shownAs }) => (shownAs ? [[path, shownAs]] : [])))
  return found.map((each) => {
    const { path } = each
    return { ...each, path: shown.get(path) ?? (root ? `${root}/${path}` : path) }
  })
}

/** C99 comes before C100. */
function byNumber(a: { number: string }, b: { number: string }): number {
  return Number(a.number.slice(1)) - Number(b.number.slice(1))
}
