import { unitOf } from '../../../worker/questions/units.ts'
import { type Locale, locales } from '../../../formats/locales.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import type { WrittenEstimate } from '../markdown/read-estimates.ts'

/** Reports ids of estimates that something else in the course has, and estimates in which the languages disagree. */
export function checkEstimates({ head, lessons, pool }: WrittenCourse, problems: Problems): void {
  for (const locale of locales) {
    const questions = [...lessons[locale], ...(pool[locale] ? [pool[locale]] : [])].flatMap((page) => page.questions)
    const taken = new Map(
      questions.flatMap(({ id, place }) => (id === undefined ? [] : [[id, `a question at ${placeIn(place)}`]])),
    )
    for (const retired of head?.value?.retired ?? []) taken.set(retired, 'something that is retired in course.yml')
    for (const estimate of lessons[locale].flatMap(({ estimates }) => estimates)) {
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
  compareLessons(lessons, problems)
}

function placeIn({ path, line }: WrittenEstimate['place']): string {
  return `${path}:${line}`
}

function compareLessons(lessons: Record<Locale, readonly WrittenLesson[]>, problems: Problems): void {
  for (const en of lessons.en) {
    const sv = lessons.sv.find((lesson) => lesson.head.written('id') === en.head.written('id'))
    if (!sv) continue
    const [own, other] = [en.estimates, sv.estimates]
    const ids = (all: readonly WrittenEstimate[]) => all.map(({ id }) => id ?? '?').join(', ')
    if (ids(own) !== ids(other)) {
      const odd = own.find(({ id }, i) => id !== other[i]?.id)
      const message = `estimates have the ids [${ids(own)}], but [${ids(other)}] in Swedish; both languages must agree`
      problems.error('S12', odd?.head.at('id') ?? { path: en.path, line: 1 }, message)
    } else for (const [i, estimate] of own.entries()) compareEstimates(estimate, other[i]!, problems)
  }
}

function compareEstimates(own: WrittenEstimate, other: WrittenEstimate, problems: Problems): void {
  const say = (key: string, message: string) => problems.error('S12', own.head.at(key), message)
  if (own.section !== other.section)
    say(
      'id',
      `estimate ${own.id} stands under heading ${own.section}, but ${other.section} in Swedish; both languages must agree`,
    )
  const [en, sv] = [own.head.value, other.head.value]
  if (!en || !sv) return
  if (en.answer !== sv.answer)
    say('answer', `answer ${en.answer}, but ${sv.answer} in Swedish; both languages must agree`)
  if (unitOf(en.unit) !== unitOf(sv.unit))
    say('unit', `unit ${en.unit}, but ${sv.unit} in Swedish; both languages must agree`)
}
