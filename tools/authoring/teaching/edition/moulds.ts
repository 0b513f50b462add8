import type { Locale } from '../../../../formats/catalogue/catalogue.ts'
import type { Place } from '../../problems/problem.ts'
import { sentencesOf, wordsOf } from '../../language/measure.ts'
import { textOf } from '../../markdown/prose.ts'
import { optionText } from '../../questions/option-checks.ts'
import type { WrittenOption } from '../../questions/options.ts'
import { authoringOf, type WrittenQuestion } from '../../questions/registry.ts'
import type { WrittenCourse } from '../../written/written-course.ts'
import type { Report } from './report.ts'

/** From how many on a share says something. */
const fewestSpots = 4
const fewestReasons = 4

/** Q24–Q26: what repeats itself so that the form gives the answer, or the reader nothing new. */
export function checkMoulds(course: WrittenCourse, locale: Locale, report: Report): void {
  const quizzes = [...course.lessons[locale], ...(course.pool[locale] ? [course.pool[locale]] : [])]
  for (const { path, questions } of quizzes) {
    for (const question of questions) checkBeginnings(question, report)
    checkConcessions(questions, locale, { path, line: 1 }, report)
  }
  // The same sentences are faulty in both languages: S12.
  if (locale === 'sv' || !course.pool.sv)
    checkSpots(
      quizzes.flatMap(({ questions }) => questions),
      { path: `${course.id}/course.yml`, line: 1 },
      report,
    )
}

function checkBeginnings(question: WrittenQuestion, report: Report): void {
  const options = authoringOf(question).cues(question)
  const right = new Set(options.filter((option) => option.right).map(beginningOf))
  const wrong = options.filter((option) => !option.right)
  for (const [i, option] of wrong.entries()) {
    const begin = beginningOf(option)
    if (begin === undefined || right.has(begin)) continue
    if (wrong.findIndex((other) => beginningOf(other) === begin) === i) continue
    report(
      'Q25',
      option.place,
      `two wrong options begin with "${begin}", and the right one does not: that gives it away`,
    )
    return
  }
}

function beginningOf(option: WrittenOption): string | undefined {
  const words = wordsOf(optionText(option).toLowerCase())
  return words.length < 3 ? undefined : words.slice(0, 3).join(' ')
}

const but: Record<Locale, RegExp> = { sv: /^Men\b/, en: /^But\b/ }

function checkConcessions(questions: readonly WrittenQuestion[], locale: Locale, place: Place, report: Report): void {
  const reasons = questions
    .flatMap((question) => authoringOf(question).cues(question))
    .filter((option) => !option.right)
    .map(({ feedback }) => sentencesOf(textOf(feedback)))
  const conceding = reasons.filter(([, second]) => second !== undefined && but[locale].test(second.trim()))
  if (reasons.length < fewestReasons || conceding.length / reasons.length <= 0.5) return
  const words = locale === 'sv' ? '"Men …"' : '"But …"'
  report(
    'Q26',
    place,
    `${conceding.length} of ${reasons.length} wrong options are told of with ${words} in the second sentence; at most half: a counter-example, a number, or what happens next says it as well`,
  )
}

function checkSpots(questions: readonly WrittenQuestion[], place: Place, report: Report): void {
  const keys = questions.flatMap((question) => {
    const faulty = authoringOf(question).faulty(question)
    return faulty ? [faulty] : []
  })
  if (keys.length < fewestSpots) return
  if (!keys.some((key) => key.length === 0))
    report(
      'Q24',
      place,
      `each of the ${keys.length} passages has a fault; at least one without, for false alarms cost too`,
    )
  const patterns = Map.groupBy(keys, (key) => key.map((ordinal) => ordinal + 1).join(' and '))
  for (const [pattern, own] of patterns) {
    if (own.length <= Math.max(1, keys.length / 4)) continue
    const which = pattern === '' ? 'no sentence is' : `sentence ${pattern} is`
    report('Q24', place, `in ${own.length} of ${keys.length} passages just ${which} faulty; at most a quarter alike`)
  }
  const positions = Map.groupBy(keys.flat(), (ordinal) => ordinal)
  for (const [ordinal, own] of positions) {
    if (own.length / keys.length <= 0.4) continue
    report('Q24', place, `sentence ${ordinal + 1} is faulty in ${own.length} of ${keys.length} passages; at most 40 %`)
  }
}
