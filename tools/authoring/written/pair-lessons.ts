import type { InBoth, Locale } from '../../../formats/catalogue/catalogue.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenLesson } from './written-page.ts'

const names: InBoth<string> = { sv: 'Swedish', en: 'English' }

/**
 * Puts the two languages of each lesson together by id, in the Swedish order. A lesson whose id cannot be read has
 * been reported already; while there is one, no lesson is said to be missing in its language.
 */
export function pairLessons(lessons: InBoth<WrittenLesson[]>, problems: Problems): InBoth<WrittenLesson>[] {
  for (const locale of ['sv', 'en'] as const) reportDoubles(lessons[locale], problems)
  for (const lesson of lessons.en) reportMissing(lesson, lessons.sv, 'sv', problems)
  const pairs = lessons.sv.flatMap((sv) => {
    const en = lessons.en.find((candidate) => idOf(candidate) !== undefined && idOf(candidate) === idOf(sv))
    if (!en) reportMissing(sv, lessons.en, 'en', problems)
    return en ? [{ sv, en }] : []
  })
  reportOrder(pairs, problems)
  return pairs
}

function idOf(lesson: WrittenLesson): string | undefined {
  return lesson.head.written('id')
}

function reportMissing(lesson: WrittenLesson, others: WrittenLesson[], locale: Locale, problems: Problems): void {
  const id = idOf(lesson)
  const ids = others.map(idOf)
  if (id === undefined || ids.includes(id) || ids.includes(undefined)) return
  const near = didYouMean(
    id,
    ids.filter((other) => other !== undefined),
  )
  const message = `lesson ${id} has no file in ${names[locale]}; add one in ${locale}/ with the same id${near}`
  problems.error('S11', lesson.head.at('id'), message)
}

/** Reports ids and numbers used twice among the lessons of one folder. */
export function reportDoubles(lessons: readonly WrittenLesson[], problems: Problems): void {
  for (const [i, lesson] of lessons.entries()) {
    const earlier = lessons.slice(0, i)
    const id = idOf(lesson)
    const sameId = earlier.find((other) => id !== undefined && idOf(other) === id)
    if (sameId) problems.error('S13', lesson.head.at('id'), `lesson id ${id} is used by ${sameId.path} as well`)
    const sameNumber = earlier.find((other) => numberOf(other) === numberOf(lesson))
    if (!sameNumber) continue
    const message = `the number ${numberOf(lesson)} is used by ${sameNumber.path} as well; rename one of the files`
    problems.error('S13', { path: lesson.path, line: 1 }, message)
  }
}

function numberOf({ path }: WrittenLesson): string {
  return path.split('/').at(-1)!.slice(0, 2)
}

function reportOrder(pairs: InBoth<WrittenLesson>[], problems: Problems): void {
  const english = pairs.map((pair) => pair.en).sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const [i, { sv, en }] of pairs.entries()) {
    if (english[i] === en) continue
    const message = `lesson ${idOf(en)} has another place than in Swedish; number the file as ${sv.path} is`
    problems.error('S12', { path: en.path, line: 1 }, message)
    return
  }
}
