import { unitOf } from '../../../worker/questions/units.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { Say } from '../questions/type-authoring.ts'
import { wordingsOf } from '../written/wordings.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import type { WrittenEstimate } from '../markdown/read-estimates.ts'

/** Reports ids of estimates that something else in the course has, and estimates in which the languages disagree. */
export function checkEstimates(course: WrittenCourse, problems: Problems): void {
  for (const { lessons, pool } of wordingsOf(course)) {
    const questions = [...lessons, ...(pool ? [pool] : [])].flatMap((page) => page.questions)
    const taken = new Map(
      questions.flatMap(({ id, place }) => (id === undefined ? [] : [[id, `a question at ${placeIn(place)}`]])),
    )
    for (const retired of course.head?.value?.retired ?? [])
      taken.set(retired, 'something that is retired in course.yml')
    for (const estimate of lessons.flatMap(({ estimates }) => estimates)) {
      const { id } = estimate
      if (id === undefined) continue
      const other = taken.get(id)
      if (other)
        problems.error(
          'S13',
          estimate.head.at('id'),
          `the id ${id} is that of ${other}; an id is used once in a course`,
        )
      else taken.set(id, `another estimate at ${placeIn(estimate.place)}`)
    }
  }
  const { lessons, easy } = course
  const say = (place: Place, message: string) => problems.error('S12', place, `${message}; both languages must agree`)
  compareLessons(lessons.en, lessons.sv, say)
  compareLessons(easy.lessons, lessons.sv, (place, message) =>
    problems.error('S64', place, `${message}; easy Swedish changes words and nothing else`),
  )
}

function placeIn({ path, line }: WrittenEstimate['place']): string {
  return `${path}:${line}`
}

function compareLessons(lessons: readonly WrittenLesson[], swedish: readonly WrittenLesson[], say: Say): void {
  for (const en of lessons) {
    const sv = swedish.find((lesson) => lesson.head.written('id') === en.head.written('id'))
    if (!sv) continue
    const [own, other] = [en.estimates, sv.estimates]
    const ids = (all: readonly WrittenEstimate[]) => all.map(({ id }) => id ?? '?').join(', ')
    if (ids(own) !== ids(other)) {
      const odd = own.find(({ id }, i) => id !== other[i]?.id)
      const message = `estimates have the ids [${ids(own)}], but [${ids(other)}] in Swedish`
      say(odd?.head.at('id') ?? { path: en.path, line: 1 }, message)
    } else
      for (const [i, estimate] of own.entries()) compareEstimates(estimate, other[i]!, say, sv.locale !== en.locale)
  }
}

/** Easy Swedish may have fewer headings before it. */
function compareEstimates(own: WrittenEstimate, other: WrittenEstimate, tell: Say, hasSameHeadings: boolean): void {
  const say = (key: string, message: string) => tell(own.head.at(key), message)
  if (hasSameHeadings && own.section !== other.section)
    say('id', `estimate ${own.id} stands under heading ${own.section}, but ${other.section} in Swedish`)
  const [en, sv] = [own.head.value, other.head.value]
  if (!en || !sv) return
  if (en.answer !== sv.answer) say('answer', `answer ${en.answer}, but ${sv.answer} in Swedish`)
  if (unitOf(en.unit) !== unitOf(sv.unit)) say('unit', `unit ${en.unit}, but ${sv.unit} in Swedish`)
}
