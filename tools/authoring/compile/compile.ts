import type { Course, CourseSummary, Framework, Locale, Paths } from '../../../formats/catalogue/catalogue.ts'
import { checkDates } from './check-dates.ts'
import { type CompiledCourse, compileCourse } from './compile-course.ts'
import type { CourseImage } from '../markdown/images.ts'
import { checkMeasurement } from '../measurement/check-measurement.ts'
import { compileMeasurement, type Measurement } from '../measurement/compile-measurement.ts'
import { measurementFolder, readMeasurement, type WrittenMeasurement } from '../measurement/read-measurement.ts'
import { Memory } from '../files/memory.ts'
import { didYouMean } from '../problems/near-miss.ts'
import { type Problem, Problems, sortProblems } from '../problems/problem.ts'
import type { Progress } from '../problems/progress.ts'
import { readTexts } from '../files/read-texts.ts'
import { compilePaths } from '../files/paths.ts'
import { readSharedFiles } from '../files/shared-files.ts'
import type { SourceFile } from '../files/source-file.ts'
import { checkSpelling } from '../spelling/check-spelling.ts'
import type { Dictionary } from '../spelling/dictionaries.ts'
import { readSpellers } from '../spelling/read-spellers.ts'
import { type Allowance, applyAllowances } from '../teaching/allowances.ts'
import { checkTeaching } from '../teaching/check-teaching.ts'
import { readCourse, type WrittenCourse } from '../written/written-course.ts'

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
  /** Checks that authors have silenced, where and why. */
  silenced: Allowance[]
}

/** What goes along with a compilation. */
export interface Along {
  /** Of earlier compilations of the same folder. */
  memory?: Memory | undefined
  progress?: Progress | undefined
  /**
   * For an author's eyes: only problems of structure leave a course out, so that a lesson is shown while it is still
   * too short; and its blocks carry the lines where they were written.
   */
  draft?: boolean | undefined
  /** The checks of teaching as well (L, T, Q): everywhere but in small folders made for tests. */
  teaching?: boolean
  /** Gives the dictionaries for spelling; it is not checked without. */
  dictionaryOf?: ((locale: Locale) => Dictionary) | undefined
}

const sharedNames = ['competences.yml', 'facts.yml', 'glossary.yml', 'paths.yml', 'domains.yml', 'words.yml']

/**
 * Compiles a courses folder. Never throws for what is in the files: every problem of every file is in `problems`,
 * and a course in which there is an error is left out of `summaries` and `courses`. Paths in problems begin with
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
  const files = withoutLinks(all, problems)
  const texts = readTexts(files, problems, memory)
  const sharedTexts = sharedNames.map((name) => texts.get(name))
  const shared = memory.step('shared', sharedTexts, problems, (own) => readSharedFiles(texts, own))
  reportUnknown(files, problems)
  const folders = groupByFolder(files)
  const written = [...folders].map(([folder, own], i) => {
    progress?.(i, folders.size, 'courses taken in')
    return memory.step(`read ${folder}`, identityOf(own), problems, (its) => readCourse(folder, texts, own, its))
  })
  const pages = new Map(written.flatMap((course) => course.pages))
  reportDoubles(written, problems)
  if (today !== undefined) checkDates(written, shared, today, problems)

  const allPages = [...pages].join('\n')
  const compiled = written.flatMap((course, i) => {
    progress?.(i + 1, written.length, 'courses checked')
    const inputs = [course, allPages, shared]
    const compile = (own: Problems) => {
      course.images.used.clear()
      return compileCourse(course, pages, shared, own, draft)
    }
    return memory.step(`compile ${course.id}`, inputs, problems, compile) ?? []
  })
  const ids = written.map((course) => course.id)
  const paths = compilePaths(texts, ids, problems)
  const check = memory.step('read measurement', identityOf(files.filter(isOfMeasurement)), problems, (own) =>
    readMeasurement(texts, files, own),
  )
  const measurement =
    check && memory.step('measurement', [check, shared], problems, (own) => compileMeasurement(check, shared, own))
  if (dictionaryOf) {
    const spellers = memory.step('words', sharedTexts, problems, (own) => readSpellers(texts, dictionaryOf, own))
    for (const speller of [spellers.sv, spellers.en]) speller.begin()
    for (const each of [...written, ...(check?.asCourses ?? [])])
      memory.step(`spell ${each.id}`, [each, spellers], problems, (own) => checkSpelling(each, spellers, own))
  }
  if (teaching) checkAllTeaching(written, check, problems, memory)
  const { left, silenced } = teaching ? applyAllowances(texts, problems) : { left: problems.all(), silenced: [] }
  const whole = withoutErrors(compiled, left, draft).sort((a, b) => byNumber(a.summary, b.summary))
  return {
    framework: shared.framework,
    paths,
    summaries: whole.map((entry) => entry.summary),
    courses: whole.map((entry) => entry.course),
    images: whole.flatMap((entry) => entry.images),
    measurement,
    problems: sortProblems(shownIn(all, root, left)),
    silenced: shownIn(all, root, silenced),
    written,
  }
}

function checkAllTeaching(
  courses: readonly WrittenCourse[],
  check: WrittenMeasurement | undefined,
  problems: Problems,
  memory: Memory,
): void {
  for (const course of courses)
    memory.step(`teach ${course.id}`, [course], problems, (own) => checkTeaching(course, own))
  if (check) memory.step('teach measurement', [check], problems, (own) => checkMeasurement(check, own))
}

function isOfMeasurement({ path }: SourceFile): boolean {
  return path.startsWith(`${measurementFolder}/`)
}

/** Changes when a file of the course comes, goes, or is read anew. */
function identityOf(files: readonly SourceFile[]): unknown[] {
  return files.flatMap(({ path, bytes }) => [path, bytes])
}

/** Grouped once: looking through all files for each of a hundred courses takes longer than reading them. */
function groupByFolder(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const folders = new Map(foldersOf(files).map((folder) => [folder, [] as SourceFile[]]))
  for (const file of files) folders.get(file.path.split('/', 1)[0]!)?.push(file)
  return folders
}

/** The folders that hold a course. */
export function foldersOf(files: readonly SourceFile[]): string[] {
  const folders = files.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []))
  return [...new Set(folders)].filter((folder) => folder !== measurementFolder).sort()
}

function withoutLinks(files: readonly SourceFile[], problems: Problems): SourceFile[] {
  for (const { path, isLink } of files)
    if (isLink)
      problems.error('S07', { path, line: 1 }, 'a symbolic link is no file of a course; put the file itself here')
  return files.filter(({ isLink }) => !isLink)
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

/** What is only not finished yet. */
const unfinished: readonly string[] = ['S09', 'S48']

/** Whether a problem keeps its course from being shown. */
export function blocks({ severity, id }: Problem, draft: boolean): boolean {
  return severity === 'error' && (!draft || (id.startsWith('S') && !unfinished.includes(id)))
}

function withoutErrors(compiled: CompiledCourse[], problems: readonly Problem[], draft: boolean): CompiledCourse[] {
  const broken = new Set(problems.flatMap((problem) => (blocks(problem, draft) ? [problem.path.split('/')[0]] : [])))
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
export function byNumber(a: { number: string }, b: { number: string }): number {
  return Number(a.number.slice(1)) - Number(b.number.slice(1))
}
