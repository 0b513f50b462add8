import { namedHeadings } from '../markdown/named-headings.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { reportDoubles } from '../written/pair-lessons.ts'
import { doingOf } from '../written/doing-of.ts'
import { easyFolder, type WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'

/** The lesson in easy Swedish, where somebody has written it. */
export function easyOf({ easy }: WrittenCourse, { head }: WrittenLesson): WrittenLesson | undefined {
  const id = head.written('id')
  return id === undefined ? undefined : easy.lessons.find((lesson) => lesson.head.written('id') === id)
}

/**
 * Reports where a lesson in easy Swedish is another one than in Swedish: its id, its place, its front matter, the ids of
 * its headings. Its questions are compared where they are put together.
 */
export function checkEasy({ easy, lessons }: WrittenCourse, problems: Problems): void {
  reportDoubles(easy.lessons, problems)
  for (const lesson of easy.lessons) {
    const sv = lessons.sv.find((other) => idOf(lesson) !== undefined && idOf(other) === idOf(lesson))
    if (sv) compare(sv, lesson, problems)
    else reportStray(lesson, lessons.sv, problems)
  }
  reportOrder(easy.lessons, lessons.sv, problems)
}

function idOf({ head }: WrittenLesson): string | undefined {
  return head.written('id')
}

function reportStray(lesson: WrittenLesson, others: readonly WrittenLesson[], problems: Problems): void {
  const [id, ids] = [idOf(lesson), others.map(idOf)]
  // What cannot be read has been reported, and may be the one.
  if (id === undefined || ids.includes(undefined)) return
  const known = ids.filter((other) => other !== undefined)
  const message = `there is no lesson ${id} in sv/${didYouMean(id, known)}; ${easyFolder}/ says in easier words what a lesson there says`
  problems.error('S64', lesson.head.at('id'), message)
}

function compare(sv: WrittenLesson, easy: WrittenLesson, problems: Problems): void {
  const say = (place: Place, message: string) =>
    problems.error('S64', place, `${message}; easy Swedish changes words and nothing else`)
  for (const name of ['competences', 'facts', 'tags'] as const) {
    const [own, other] = [easy.head.value?.[name], sv.head.value?.[name]]
    if (own && other && String(own) !== String(other))
      say(easy.head.at(name), `${name} are [${own.join(', ')}], but [${other.join(', ')}] in Swedish`)
  }
  if (easy.head.value && sv.head.value) {
    const said = { opens: [easy, sv].map(({ head }) => head.value!.opens), doing: [easy, sv].map(doingOf) }
    for (const [name, [own = 'nothing', other = 'nothing']] of Object.entries(said))
      if (own !== other) say(easy.head.at(name), `${name} is ${own}, but ${other} in Swedish`)
  }
  const [own, theirs] = [easy, sv].map(({ body }) => namedHeadings(body)) as [Headings, Headings]
  const odd = own.find(({ id }, i) => id !== theirs[i]?.id)
  if (!odd && own.length === theirs.length) return
  const list = (headings: Headings) => headings.map(({ id }) => id).join(', ')
  say(
    odd?.place ?? { path: easy.path, line: 1 },
    `headings have the ids [${list(own)}], but [${list(theirs)}] in Swedish`,
  )
}

type Headings = ReturnType<typeof namedHeadings>

/** The first that stands elsewhere than in Swedish; those that are not written in easy Swedish are passed over. */
function reportOrder(easy: readonly WrittenLesson[], sv: readonly WrittenLesson[], problems: Problems): void {
  const places = easy.map((lesson) =>
    sv.findIndex((other) => idOf(lesson) !== undefined && idOf(other) === idOf(lesson)),
  )
  const found = easy.find((_, i) => places[i] !== -1 && places.slice(0, i).some((place) => place > places[i]!))
  if (!found) return
  const twin = sv.find((other) => idOf(other) === idOf(found))!
  const message = `lesson ${idOf(found)} has another place than in Swedish; number the file as ${twin.path} is`
  problems.error('S64', { path: found.path, line: 1 }, message)
}
