import type { VoidedQuestion } from '../../../../formats/catalogue/catalogue.ts'
import { compileCourses } from '../../compile/compile.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { shownFolder } from '../../files/read-courses.ts'
import { lineOf, type Problem } from '../../problems/problem.ts'

export type Voided = readonly VoidedQuestion[]

/**
 * What a course voids with another text for its course.yml, and what the check says of that. `voided` is undefined where
 * there is an error in it; errors elsewhere are the author's to find when they check.
 */
export function voidedWith(
  files: readonly SourceFile[],
  { folder, course, text, today }: { folder: string; course: string; text: string; today: string },
): { voided: Voided | undefined; problems: string[] } {
  const head = `${course}/course.yml`
  const changed = files.map((file) => (file.path === head ? { ...file, bytes: new TextEncoder().encode(text) } : file))
  const root = shownFolder(folder)
  const { written, problems } = compileCourses(changed, root, today)
  const shown = files.find(({ path }) => path === head)?.shownAs ?? `${root}/${head}`
  const isVoided = ({ path, id }: Problem) => (id === 'S16' || id === 'S17') && path.includes(`${course}/`)
  const own = problems.filter((problem) => problem.path === shown || isVoided(problem))
  const isWrong = own.some(({ severity }) => severity === 'error')
  const read = written.find(({ id }) => id === course)?.head?.value
  return { voided: isWrong ? undefined : read?.voided, problems: own.map(lineOf) }
}
