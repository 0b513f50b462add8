import type { WrittenCourse } from '../../written/written-course.ts'
import type { WrittenQuestion } from '../../questions/registry.ts'
import type { Place } from '../../problems/problem.ts'
import { didYouMean } from '../../problems/near-miss.ts'
import type { Edition, Report } from './report.ts'

/** Per lesson, so that a test asks about each. */
const fewest = 2

/** Q21, Q22 and Q27: where a pool's questions are taught, whether they need the course, and how hard they are by their author. */
export function checkPoolSources(course: WrittenCourse, { isSecond, report }: Edition): void {
  const pool = course.pool.sv ?? course.pool.en
  const questions = (pool?.questions ?? []).filter(({ head }) => head.value)
  if (!pool || questions.length === 0) return
  const place = { path: pool.path, line: 1 }
  checkPlaces(course, questions, { place, isSecond, report })

  const needing = questions.filter(({ head }) => head.value!.needs === 'course').length
  const share = (100 * needing) / questions.length
  if (share < 50)
    report(
      'Q22',
      place,
      `${needing} of ${questions.length} questions say "needs: course"; at least half ask what good sense does not know`,
      share < 30 ? 'error' : 'warning',
    )
  checkGuesses(questions, { place, isSecond, report })
}

interface OfPool {
  place: Place
  isSecond: boolean
  report: Report
}

/** A course of before says so once, not with every question. */
function checkPlaces(
  course: WrittenCourse,
  questions: readonly WrittenQuestion[],
  { place, isSecond, report }: OfPool,
) {
  const lessons = (course.lessons.sv.length > 0 ? course.lessons.sv : course.lessons.en).flatMap(
    // Read by itself: a lesson whose front matter has another fault is still there.
    ({ head }) => head.written('id') ?? [],
  )
  const silent = questions.filter(({ head }) => !head.value!.from)
  if (isSecond)
    for (const { head } of silent)
      report('Q21', head.at('id'), `the question does not say where it is taught; ${how}`, 'error')
  else if (silent.length > 0)
    report('Q21', place, `${silent.length} of ${questions.length} questions do not say where they are taught; ${how}`)

  for (const { head } of questions) {
    const from = head.value!.from?.split('/', 1)[0]
    if (from === undefined || lessons.includes(from)) continue
    report('Q21', head.at('from'), `there is no lesson ${from} in the course${didYouMean(from, lessons)}`, 'error')
  }
  if (silent.length === questions.length) return
  for (const id of lessons) {
    const count = questions.filter(({ head }) => head.value!.from?.split('/', 1)[0] === id).length
    if (count < fewest)
      report('Q21', place, `${count} questions are taught in ${id}; at least ${fewest} of each lesson`, 'error')
  }
}

const how = 'write from: LESSON in its comment'

/** Eight of ten passes: at a mean far from .80 nearly all do, or only half. */
function checkGuesses(questions: readonly WrittenQuestion[], { place, isSecond, report }: OfPool): void {
  const guesses = questions.flatMap(({ head }) => head.value!.p ?? [])
  if (guesses.length < questions.length) {
    const missing = questions.length - guesses.length
    if (isSecond || guesses.length > 0)
      report(
        'Q27',
        place,
        `${missing} questions have no guess of how many get them right; write p: 0.75 in the comment`,
      )
    return
  }
  const mean = guesses.reduce((sum, p) => sum + p, 0) / guesses.length
  if (mean < 0.76 || mean > 0.84)
    report(
      'Q27',
      place,
      `by your guesses ${mean.toFixed(2)} of the answers are right; .76–.84, for eight of ten passes`,
    )
  const hard = (100 * guesses.filter((p) => p < 0.6).length) / guesses.length
  if (hard < 10 || hard > 25)
    report('Q27', place, `${hard.toFixed(0)} % of the questions are hard (p below .6) by your guess; 10–25 %`)
}
