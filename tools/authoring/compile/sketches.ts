import type { Framework } from '../../../formats/catalogue/catalogue.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import type { Problem } from '../problems/problem.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { CompiledCourse } from './compile-course.ts'
import { type Sketch, sketchCourse } from './sketch-course.ts'
import { sketchShared } from './sketch-shared.ts'

interface Compiled {
  written: readonly WrittenCourse[]
  compiled: readonly CompiledCourse[]
  /** That keep what they stand in from being built. */
  blocking: readonly Problem[]
  shared: SharedFiles
  texts: ReadonlyMap<string, string>
  pages: ReadonlyMap<string, string>
}

export interface Sketched {
  framework: Framework
  compiled: CompiledCourse[]
  /** Courses with the pages on which each file is shown. */
  written: WrittenCourse[]
  /** Ids of the courses that are shown as far as they go. */
  sketched: string[]
}

/** Every course, whole or as far as it goes; all of them as far as they go while a file that all refer to is wrong. */
export function sketchBroken({ written, compiled, blocking, shared, texts, pages }: Compiled): Sketched {
  const broken = new Set(blocking.map(({ path }) => (path.includes('/') ? path.split('/')[0]! : '')))
  const isWhole = (id: string) => !broken.has('') && !broken.has(id)
  const wholes = compiled.filter(({ summary }) => isWhole(summary.id))
  const ids = new Set(wholes.map(({ summary }) => summary.id))
  const readable = sketchShared(shared, texts)
  const sketches = new Map<string, Sketch>()
  for (const course of written) if (!ids.has(course.id)) sketches.set(course.id, sketchCourse(course, pages, readable))
  return {
    framework: readable.framework,
    compiled: [...wholes, ...[...sketches.values()].map((sketch) => sketch.compiled)],
    written: written.map((course) => ({ ...course, pages: sketches.get(course.id)?.pages ?? course.pages })),
    sketched: [...sketches.keys()],
  }
}
