import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { marked } from 'marked'

import { checkCourses } from '../authoring/commands/check-courses.ts'
import { compileCourses } from '../authoring/compile/compile.ts'
import { Memory } from '../authoring/files/memory.ts'
import { Problems } from '../authoring/problems/problem.ts'
import { readCourses } from '../authoring/files/read-courses.ts'
import type { SourceFile } from '../authoring/files/source-file.ts'
import { checkSpelling } from '../authoring/spelling/check-spelling.ts'
import { dictionaryOf } from '../authoring/spelling/dictionaries.ts'
import { readSpellers } from '../authoring/spelling/read-spellers.ts'
import { checkTeaching } from '../authoring/teaching/check-teaching.ts'
import type { WrittenCourse } from '../authoring/written/written-course.ts'
import { isLesson, manyLessons } from './many-lessons.ts'

export interface CompileFigure {
  name: string
  /** CPU milliseconds, of a lesson file or of what the name says. */
  cpuMs: number
  budgetMs?: number
}

const decoder = new TextDecoder()

/**
 * How long the compiler works on 1,000 and on 5,000 generated lesson files, beside a bare marked loop over the same
 * thousand, and on the check after one file was saved among a thousand. The checks of teaching and spelling are
 * measured apart, each for a lesson file.
 */
export async function measureCompile(folder: string, wanted = 'compile'): Promise<CompileFigure[]> {
  const files = await readCourses(folder, '')
  const thousand = manyLessons(files, 1000)
  const measures: [string, () => Promise<number> | number, number?][] = [
    ['compile-floor', () => floorOf(thousand)],
    ['compile-1000', () => perLesson(thousand), 3],
    ['compile-5000', () => perLesson(manyLessons(files, 5000)), 3],
    ['compile-watch', () => recheckOf(thousand), 100],
    ['compile-checks-5000', () => checksOf(manyLessons(files, 5000), teachingOf)],
    ['compile-spelling-5000', () => spellingOf(manyLessons(files, 5000))],
  ]
  const figures: CompileFigure[] = []
  for (const [name, measure, budgetMs] of measures) {
    if (name !== 'compile-floor' && !name.startsWith(wanted)) continue
    figures.push({ name, cpuMs: await measure(), ...(budgetMs ? { budgetMs } : {}) })
  }
  return figures
}

function floorOf(files: SourceFile[]): number {
  const texts = files.filter(isLesson).map((file) => decoder.decode(file.bytes))
  return cpuOf(() => texts.forEach((text) => marked.parse(text))) / texts.length
}

function perLesson(files: SourceFile[]): number {
  const problems: string[] = []
  const cpuMs = cpuOf(() => problems.push(...errorsOf(files)))
  if (problems.length > 0) throw new Error(`the bench courses do not compile: ${problems[0]}`)
  return cpuMs / files.filter(isLesson).length
}

function errorsOf(files: SourceFile[]): string[] {
  return compileCourses(files)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`)
}

function teachingOf(course: WrittenCourse, problems: Problems): void {
  checkTeaching(course, undefined, problems)
}

/** The checks of teaching alone, on courses that were read before. */
function checksOf(files: SourceFile[], check: (course: WrittenCourse, problems: Problems) => void): number {
  const { written } = compileCourses(files)
  const problems = new Problems()
  return cpuOf(() => written.forEach((course) => check(course, problems))) / files.filter(isLesson).length
}

/** Spelling alone, with the dictionaries at hand. */
function spellingOf(files: SourceFile[]): number {
  const spellers = readSpellers(new Map(), dictionaryOf, new Problems())
  return checksOf(files, (course, problems) => checkSpelling(course, spellers, problems))
}

/** The median of ten checks of a folder on the disk, each after one lesson was saved: what --watch does. */
async function recheckOf(files: SourceFile[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'navet-bench-courses-'))
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const memories = new Map<string, Memory>()
  const [saved] = files.filter(isLesson)
  const times: number[] = []
  for (let n = 0; n <= 10; n += 1) {
    const before = process.cpuUsage()
    await checkCourses([folder], '2026-11-23', { memories })
    times.push(cpuSince(before))
    await writeFile(join(folder, saved!.path), `${decoder.decode(saved!.bytes)}${'\n'.repeat(n)}`)
  }
  await rm(folder, { recursive: true })
  return times.slice(1).sort((a, b) => a - b)[5]!
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return cpuSince(before)
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
