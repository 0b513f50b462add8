import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { checkHeadingIds, namedHeadings } from '../markdown/named-headings.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { wordingsOf } from '../written/wordings.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'

/** Reports headings whose ids do not fit, and questions that send their learners to one that is not there. */
export function checkFrom(course: WrittenCourse, problems: Problems): void {
  for (const { lessons, pool } of wordingsOf(course)) {
    for (const lesson of lessons) {
      checkHeadingIds(namedHeadings(lesson.body), problems)
      for (const { head } of lesson.questions) {
        const from = head.value?.from
        if (from !== undefined) checkHeading(from, lesson, head.at('from'), problems)
      }
    }
    for (const { head } of pool?.questions ?? []) {
      const [id, heading] = head.value?.from?.split('/') ?? []
      const lesson = lessons.find((each) => each.head.written('id') === id)
      if (lesson && heading !== undefined) checkHeading(heading, lesson, head.at('from'), problems)
    }
  }
  compareHeadings(course.lessons, problems)
}

/** The lesson that a pool's question names is looked for by Q21. */
function checkHeading(id: string, { body }: WrittenLesson, place: Place, problems: Problems): void {
  const ids = namedHeadings(body).map((heading) => heading.id)
  if (ids.includes(id)) return
  const message = `no heading of the lesson has the id ${id}${didYouMean(id, ids)}; write <!-- id: ${id} --> under the heading where it is taught`
  problems.error('S55', place, message)
}

function compareHeadings(lessons: Record<Locale, readonly WrittenLesson[]>, problems: Problems): void {
  for (const en of lessons.en) {
    const sv = lessons.sv.find((lesson) => lesson.head.written('id') === en.head.written('id'))
    if (!sv) continue
    const [own, other] = [namedHeadings(en.body), namedHeadings(sv.body)]
    const odd = own.find(({ id }, i) => id !== other[i]?.id)
    if (!odd && own.length === other.length) continue
    const place = odd?.place ?? { path: en.path, line: 1 }
    const message = `headings have the ids [${own.map(({ id }) => id).join(', ')}], but [${other.map(({ id }) => id).join(', ')}] in Swedish; both languages must agree`
    problems.error('S12', place, message)
  }
}
