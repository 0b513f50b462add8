import { dayRead, whyNotShown } from '../files/facts.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { wordingsOf } from '../written/wordings.ts'
import type { WrittenCourse } from '../written/written-course.ts'

const dayMs = 24 * 60 * 60 * 1000
/** How long a checked fact is fresh: one that a lesson about law cites, and any other (L19). */
const freshDays = { law: 180, other: 365 }

/**
 * Warns of lessons and facts that are due for review. Never an error: a build must not break by the calendar. That
 * something was checked on a day that has not come is one, and time alone never makes it.
 */
export function checkDates(
  courses: readonly WrittenCourse[],
  shared: SharedFiles,
  today: string,
  problems: Problems,
): void {
  reportFuture(courses, shared, today, problems)
  const { facts } = shared
  const lessons = courses.flatMap((course) => wordingsOf(course).flatMap(({ lessons: own }) => own))
  const ofLaw = new Set<string>()
  for (const { head } of lessons) {
    if (head.value?.tags.includes('law')) head.value.facts.forEach((fact) => ofLaw.add(fact))
    const day = head.value?.review_by
    if (day === undefined || day >= today) continue
    const message = `the lesson should have been reviewed by ${day}; read it against its sources and set checked and review_by`
    problems.warning('L16', head.at('review_by'), message)
  }
  for (const { head } of lessons) {
    head.value?.facts.forEach((id, i) => {
      const fact = facts?.get(id)
      const day = fact && dayRead(fact)
      if (!day || whyNotShown(fact, ofLaw.has(id))) return
      const age = Math.floor((Date.parse(today) - Date.parse(day)) / dayMs)
      const fresh = ofLaw.has(id) ? freshDays.law : freshDays.other
      if (age <= fresh) return
      const message = `${id} was read ${age} days ago, and ${fresh} is the most; read its source again and set the day in facts.yml`
      problems.warning('L19', head.at('facts', i), message)
    })
  }
}

function reportFuture(
  courses: readonly WrittenCourse[],
  { facts, factAt }: SharedFiles,
  today: string,
  problems: Problems,
): void {
  const report = (day: string | null | undefined, place: () => Place, what = 'somebody read the source') => {
    if (!day || day <= today) return
    problems.error('S45', place(), `the day is ${day}, and it has not come; write the day when ${what}`)
  }
  for (const { lessons } of courses.flatMap(wordingsOf))
    for (const { head } of lessons) report(head.value?.checked, () => head.at('checked'))
  for (const { head } of courses) {
    head?.value?.voided.forEach(({ on }, i) => report(on, () => head.at('voided', i, 'on'), 'it was decided'))
  }
  for (const [i, { checked, read_on: readOn }] of [...(facts?.values() ?? [])].entries()) {
    report(checked, () => factAt('facts', i, 'checked'))
    report(readOn, () => factAt('facts', i, 'read_on'))
  }
}
