import type { Format } from '../../problems/format-problems.ts'
import { annotation } from '../../problems/github.ts'
import type { Learners } from './count-learners.ts'
import type { CourseEffects, Effect } from './effects.ts'

export interface Affected {
  /** The commit that was compared with. */
  base: string
  courses: AffectedCourse[]
}

/** A course with its learners, when there is a database to count them in. */
export interface AffectedCourse extends CourseEffects {
  learners: Learners | undefined
}

/** What the command prints. `root` is put before the paths. */
export function formatAffected({ base, courses }: Affected, format: Format, root: string): string {
  if (format === 'json') {
    return `${JSON.stringify({ base, courses: courses.map((course) => fieldsOf(course, root)) }, null, 2)}\n`
  }
  return courses.map((course) => (format === 'github' ? annotationsOf : sectionOf)(course, root)).join('')
}

function fieldsOf({ course, version, learners, effects }: AffectedCourse, root: string) {
  return {
    course,
    version: { before: version.before ?? null, after: version.after ?? null },
    learners: learners ?? null,
    effects: effects.map(({ kind, severity, id, place, message }) => ({
      kind,
      severity,
      id,
      path: `${root}/${place.path}`,
      line: place.line,
      message,
    })),
  }
}

function annotationsOf({ learners, effects }: AffectedCourse, root: string): string {
  const told = learners ? ` (${peopleIn(learners)})` : ''
  return effects
    .map(({ severity, place, message }) => {
      const title = 'What happens to learners'
      return `${annotation({ level: severity, path: `${root}/${place.path}`, line: place.line, title, message: `${message}${told}` })}\n`
    })
    .join('')
}

function sectionOf({ course, learners, effects }: AffectedCourse, root: string): string {
  const lines = effects.map(({ severity, place, message }) => {
    return `  ${root}/${place.path}:${place.line} ${severity} ${message}\n`
  })
  return `${course}${learners ? `: ${peopleIn(learners)}` : ''}\n${lines.join('')}\n`
}

function peopleIn({ underWay, completed, badge, reached }: Learners): string {
  const now = reached > 0 ? `; ${reached} done by this change` : ''
  return `learners: ${underWay} under way, ${completed} completed, ${badge} with the badge${now}`
}

/** The last line: what all of it comes to. */
export function sumOf(courses: readonly AffectedCourse[]): string {
  const effects = courses.flatMap((course) => course.effects)
  const errors = effects.filter((effect) => effect.severity === 'error').length
  if (errors > 0) return `${errors} ${errors === 1 ? 'thing' : 'things'} to mend before this can go live`
  return effects.some(bothers)
    ? 'nothing that anybody has done is lost'
    : 'nothing changes for anybody: no id, no key and no order was touched'
}

function bothers({ kind }: Effect): boolean {
  return kind !== 'words-changed' && kind !== 'file-renamed'
}
