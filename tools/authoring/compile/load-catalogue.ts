import type { Catalogue } from '../../../formats/catalogue/catalogue.ts'
import { catalogueOver, partsOf } from '../../../worker/courses/course-parts.ts'
import { type Compilation, compileCourses } from './compile.ts'
import { lineOf, type Problem } from '../problems/problem.ts'
import { readCourses, shownFolder } from '../files/read-courses.ts'

/** Courses that do not compile: the message lists every error, one a line. An author has no use for a stack. */
export class CoursesDoNotCompile extends Error {
  constructor(errors: readonly Problem[]) {
    super(`the courses do not compile:\n${errors.map(lineOf).join('\n')}`)
    this.stack = this.message
  }
}

/** Compiles a courses folder for programs that run in Node, with another laid over it. Throws CoursesDoNotCompile, or NoCourses. */
export async function loadCatalogue(folder: string, over?: string): Promise<Catalogue> {
  return catalogueOf(await compileOrThrow(folder, over))
}

export function catalogueOf({ framework, paths, summaries, courses }: Compilation): Catalogue {
  const parts = new Map(courses.flatMap(partsOf))
  return catalogueOver({ framework, paths, courses: summaries }, (name) =>
    parts.has(name) ? Promise.resolve(parts.get(name)) : undefined,
  )
}

/** Compiles a folder that must be whole. */
async function compileOrThrow(folder: string, over?: string): Promise<Compilation> {
  const compilation = compileCourses(await readCourses(folder, over), shownFolder(folder))
  const errors = compilation.problems.filter((problem) => problem.severity === 'error')
  if (errors.length === 0) return compilation
  throw new CoursesDoNotCompile(errors)
}
