import { resolve } from 'node:path'

import { compileCourses } from './compile.ts'
import { findCourses, type Wanted } from './find-courses.ts'
import { type Problem, sortProblems } from './problem.ts'
import { NoCourses, readCourses, shownFolder } from './read-courses.ts'

/** Compiles the courses folders that the paths lie in, and gives the problems of those paths only. */
export async function checkCourses(paths: readonly string[], today: string): Promise<Problem[]> {
  const wanted = paths.map((path) => ({ path, found: findCourses(path) }))
  const found = wanted.flatMap((entry) => entry.found ?? [])
  const compiled = await Promise.all(
    [...new Set(found.map((entry) => entry.root))].map((root) => problemsOf(root, today)),
  )
  const missing = wanted.flatMap(({ path, found: at }) =>
    at ? [] : [unreadable(path, 'there is no such file or folder')],
  )
  return sortProblems([
    ...missing,
    ...compiled.flat().filter((problem) => found.some((entry) => concerns(entry, problem))),
  ])
}

/** COURSES_PRIVATE belongs to the product's own courses, not to a folder somebody names. */
async function problemsOf(root: string, today: string): Promise<Problem[]> {
  const over = root === resolve('courses') ? process.env.COURSES_PRIVATE : undefined
  try {
    return compileCourses(await readCourses(root, over ?? ''), shownFolder(root), today).problems
  } catch (error) {
    if (error instanceof NoCourses) return [unreadable(root, error.message)]
    throw error
  }
}

function concerns({ root, within }: Wanted, { path }: Problem): boolean {
  const full = resolve(path)
  if (within === undefined) return full === root || full.startsWith(`${root}/`) || !full.startsWith(resolve('.'))
  return full === within || full.startsWith(`${within}/`)
}

function unreadable(path: string, message: string): Problem {
  return { path: shownFolder(path), line: 1, column: 1, severity: 'error', id: 'S00', message }
}
