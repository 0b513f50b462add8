import type { Problem } from './problem.ts'

/**
 * What the second edition would ask of courses of before, a line for each course with its checks:
 * `courses/granska-svaret: 9 warnings of the second edition (L22 1, L25 8); --edition shows them`.
 */
export function editionLines(problems: readonly Problem[]): string[] {
  const courses = Map.groupBy(
    problems.filter(({ later }) => later),
    ({ path }) => courseOf(path),
  )
  return [...courses].map(([course, own]) => {
    const checks = Map.groupBy(own, ({ id }) => id)
    const counts = [...checks.keys()].toSorted().map((id) => `${id} ${checks.get(id)!.length}`)
    const noun = own.length === 1 ? 'warning' : 'warnings'
    return `${course}: ${own.length} ${noun} of the second edition (${counts.join(', ')}); --edition shows them`
  })
}

/** A page lies in the folder of its language. */
function courseOf(path: string): string {
  return path.replace(/(?:\/(?:sv|en|sv-lattlast))?\/[^/]+$/, '')
}
