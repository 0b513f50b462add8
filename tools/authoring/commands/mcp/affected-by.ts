import { draftsFolder } from '../../files/drafts-folder.ts'
import { readCourses } from '../../files/read-courses.ts'
import { compareCourses } from '../affected/compare-courses.ts'
import { comparePaths } from '../affected/compare-paths.ts'
import { findRevision, readCoursesAt } from '../affected/courses-at.ts'
import { formatAffected } from '../affected/format-effects.ts'
import { outlineCourses } from '../affected/outline.ts'

/** What courses:affected says, without learners: an assistant is not told how many there are. */
export async function affectedBy(base: string, drafts: boolean): Promise<string> {
  const { commit } = await findRevision('courses', base)
  const before = outlineCourses(await readCoursesAt('courses', commit))
  const after = outlineCourses(await readCourses('courses', drafts ? draftsFolder : ''))
  const effects = [...compareCourses(before.courses, after.courses), ...comparePaths(before.paths, after.paths)]
  const courses = effects.map((course) => ({ ...course, learners: undefined }))
  return formatAffected({ base: commit, courses }, 'text', 'courses') || 'nobody notices'
}
