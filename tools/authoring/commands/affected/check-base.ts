import { compareCourses } from './compare-courses.ts'
import { findRevision, readCoursesAt } from './courses-at.ts'
import { outlineCourses } from './outline.ts'
import { Problems } from '../../problems/problem.ts'
import type { SourceFile } from '../../files/source-file.ts'

/**
 * What a check finds only beside an earlier state: S15. The rest of what a change does to people is told by
 * courses:affected. Throws WrongUse and NoCourses.
 */
export async function checkBase(folder: string, files: readonly SourceFile[], base: string): Promise<Problems> {
  const { commit } = await findRevision(folder, base)
  const [before, after] = [outlineCourses(await readCoursesAt(folder, commit)), outlineCourses(files)]
  const problems = new Problems()
  for (const { effects } of compareCourses(before.courses, after.courses))
    for (const { kind, place, message } of effects) if (kind === 'items-swapped') problems.error('S15', place, message)
  return problems
}
