import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What one path of the command asks for. */
export interface Wanted {
  /** The courses folder that must be compiled to answer. */
  root: string
  /** The file or folder whose problems are wanted, in full; undefined for the whole courses folder. */
  within: string | undefined
}

/** The courses folder that a path is, or lies in; undefined when nothing is there. */
export function findCourses(path: string): Wanted | undefined {
  const full = resolve(path)
  if (!existsSync(full)) return undefined

  const start = statSync(full).isDirectory() ? full : dirname(full)
  const root = climb(start) ?? start
  return { root, within: root === full ? undefined : full }
}

/** competences.yml marks the courses folder; where it is missing, the folder above a course does. */
function climb(start: string): string | undefined {
  let course: string | undefined
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'competences.yml'))) return folder
    if (existsSync(join(folder, 'course.yml'))) course ??= dirname(folder)
    if (dirname(folder) === folder) return course
  }
}
