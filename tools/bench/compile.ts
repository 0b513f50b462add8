import { marked } from 'marked'

import { compileCourses } from '../authoring/compile.ts'
import { readCourses } from '../authoring/read-courses.ts'
import type { SourceFile } from '../authoring/source-file.ts'

const courses = 100
const decoder = new TextDecoder()
const encoder = new TextEncoder()

export interface CompileFigures {
  /** CPU milliseconds a lesson (both languages), of our compiler and of a bare marked loop over the same files. */
  compileMs: number
  floorMs: number
}

/** Compiles 1,000 lesson files (500 lessons in both languages) made from the courses there are. */
export async function measureCompile(folder: string): Promise<CompileFigures> {
  const files = manyCourses(await readCourses(folder, undefined))
  const texts = files.filter((file) => /\/\d\d-[^/]+\.md$/.test(file.path)).map((file) => decoder.decode(file.bytes))
  const floorMs = cpuOf(() => texts.forEach((text) => marked.parse(text))) / texts.length
  const problems: string[] = []
  const compileMs = cpuOf(() => problems.push(...errorsOf(files))) / texts.length
  if (problems.length > 0) throw new Error(`the bench courses do not compile: ${problems[0]}`)
  return { compileMs, floorMs }
}

function errorsOf(files: SourceFile[]): string[] {
  return compileCourses(files)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`)
}

function manyCourses(files: SourceFile[]): SourceFile[] {
  const [template] = files.filter((file) => file.path.endsWith('/course.yml'))
  const id = template!.path.split('/')[0]!
  const shared = files.filter((file) => !file.path.startsWith(`${id}/`))
  const own = files.filter((file) => file.path.startsWith(`${id}/`))
  return [...shared, ...Array.from({ length: courses }, (_, n) => own.map((file) => copyOf(file, id, n))).flat()]
}

function copyOf(file: SourceFile, id: string, n: number): SourceFile {
  const path = file.path.replace(id, `bench-${n}`)
  if (!file.path.endsWith('/course.yml')) return { ...file, path }
  const text = decoder
    .decode(file.bytes)
    .replace(/number: C\d\d/, `number: C${String(n).padStart(2, '0')}`)
    .replace(/id: ai-granskare/, `id: bench-${n}`)
  return { ...file, path, bytes: encoder.encode(text) }
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
