import type { LearningPath } from '../../../../formats/catalogue/catalogue.ts'
import { type CourseEffects, notice } from './effects.ts'

/** What becomes of people when a path asks for other courses. Named as its award is, `path:` and the id. */
export function comparePaths(before: readonly LearningPath[], after: readonly LearningPath[]): CourseEffects[] {
  return after.flatMap((path) => {
    const old = before.find(({ id }) => id === path.id)
    if (!old || old.version === path.version) return []
    const message = `path ${path.id} asks for other courses: who holds its badge keeps it, and who holds a badge of every course it asks for now is given it`
    return [
      {
        course: `path:${path.id}`,
        version: { before: old.version, after: path.version },
        effects: [notice('path-changed', path.id, { path: 'paths.yml', line: 1 }, message)],
      },
    ]
  })
}
