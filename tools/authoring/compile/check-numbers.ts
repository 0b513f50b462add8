import type { Problems } from '../problems/problem.ts'
import type { WrittenCourse } from '../written/written-course.ts'

/** No two courses have one number, or one badge. */
export function checkNumbers(courses: readonly WrittenCourse[], problems: Problems): void {
  for (const [i, { head }] of courses.entries()) {
    if (!head?.value) continue
    const { number, badge } = head.value
    const earlier = courses.slice(0, i)
    const sameNumber = earlier.find((other) => other.head?.value?.number === number)
    if (sameNumber) problems.error('S13', head.at('number'), `number ${number} is used by ${sameNumber.id} as well`)
    const sameBadge = earlier.find((other) => other.head?.value?.badge.id === badge.id)
    if (sameBadge)
      problems.error('S13', head.at('badge', 'id'), `badge id ${badge.id} is used by ${sameBadge.id} as well`)
  }
}
