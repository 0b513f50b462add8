import type { Catalogue } from '../../worker/courses/catalogue.ts'
import { type Compilation, compileCourses } from './compile.ts'
import { lineOf } from './problem.ts'
import { readCourses } from './read-courses.ts'

/** Courses that do not compile: the message lists every problem. */
class CoursesDoNotCompile extends Error {}

/** Compiles a courses folder for programs that run in Node. Throws CoursesDoNotCompile. */
export async function loadCatalogue(folder: string): Promise<Catalogue> {
  const { framework, summaries, courses } = await compileOrThrow(folder)
  const byId = new Map(courses.map((course) => [course.id, course]))
  return {
    framework,
    courses: summaries,
    load(id) {
      const course = byId.get(id)
      return course && Promise.resolve(course)
    },
  }
}

export async function compileOrThrow(folder: string): Promise<Compilation> {
  const compilation = compileCourses(await readCourses(folder))
  const errors = compilation.problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) throw new CoursesDoNotCompile(`the courses do not compile:\n${errors.map(lineOf).join('\n')}`)
  return compilation
}
