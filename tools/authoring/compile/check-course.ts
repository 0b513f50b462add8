import { checkEstimates } from './check-estimates.ts'
import { checkFrom } from './check-from.ts'
import { refusePractice } from '../questions/refuse-practice.ts'
import { type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import { reportDoubles } from '../questions/join-questions.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenQuestion } from '../questions/registry.ts'
import { checkExists, type SharedFiles } from '../files/shared-files.ts'
import { reportPlaceholder } from '../files/unfinished.ts'
import { checkDoing, doingOf } from '../written/doing-of.ts'
import { wordingsOf } from '../written/wordings.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import type { Placed } from '../files/yaml-source.ts'

const smallestPool = 20

/** What holds for a course as a whole and for the front matter of its lessons. Checks of teaching belong beside it. */
export function checkCourse(course: WrittenCourse, shared: SharedFiles, problems: Problems): void {
  checkHead(course, shared, problems)
  checkRetired(course, problems)
  for (const { lessons, pool } of wordingsOf(course)) {
    for (const lesson of lessons) {
      checkLessonHead(lesson, shared, problems)
      checkDoing(lesson, problems)
    }
    for (const page of [...lessons, pool]) if (page) checkTitles(page.head, problems)
    const questions = [...lessons.flatMap((lesson) => lesson.questions), ...(pool?.questions ?? [])]
    reportDoubles(questions, problems)
    reportHeld(questions, problems)
  }
  for (const locale of locales) {
    for (const page of [course.about[locale], course.artefact[locale]]) if (page) checkTitles(page.head, problems)
    checkPool(course, locale, problems)
  }
  checkSameHeads(course, problems)
  checkFrom(course, problems)
  checkEstimates(course, problems)
}

function checkHead({ id, head, lessons }: WrittenCourse, { cells, outcomes }: SharedFiles, problems: Problems): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    problems.error(
      'S07',
      { path: `${id}/course.yml`, line: 1 },
      'a course folder has a name of letters a–z, digits and hyphens',
    )
  }
  if (lessons.sv.length + lessons.en.length === 0) {
    problems.error(
      'S11',
      { path: `${id}/course.yml`, line: 1 },
      'the course has no lessons; add sv/01-….md and en/01-….md',
    )
  }
  if (!head?.value) return

  head.value.competences.forEach((cell, i) => checkExists(cell, cells, head.at('competences', i), problems))
  head.value.outcomes.forEach((outcome, i) => checkExists(outcome, outcomes, head.at('outcomes', i), problems))
  checkExists(head.value.badge.cell, cells, head.at('badge', 'cell'), problems)
}

/** Old answers would be taken for those of whatever got the id next. */
function checkRetired(course: WrittenCourse, problems: Problems): void {
  const retired = new Set(course.head?.value?.retired)
  const report = (kind: string, { head }: { head: Placed<unknown> }) => {
    const id = head.written('id')
    if (id === undefined || !retired.has(id)) return
    problems.error('S14', head.at('id'), `${kind} ${id} is retired in course.yml; its id is never used again`)
  }
  for (const { lessons, pool } of wordingsOf(course)) {
    const pages = [...lessons, ...(pool ? [pool] : [])]
    for (const lesson of lessons) report('lesson', lesson)
    for (const question of pages.flatMap((page) => page.questions)) report('question', question)
  }
}

function checkLessonHead({ head }: WrittenLesson, { cells, facts }: SharedFiles, problems: Problems): void {
  head.value?.competences.forEach((cell, i) => checkExists(cell, cells, head.at('competences', i), problems))
  head.value?.facts.forEach((fact, i) => {
    if (!facts || facts.has(fact)) return
    problems.error(
      'S40',
      head.at('facts', i),
      `fact ${fact} does not exist in facts.yml${didYouMean(fact, facts.keys())}`,
    )
  })
}

function checkTitles(head: Placed<unknown>, problems: Problems): void {
  for (const key of ['title', 'outcome', 'summary']) {
    reportPlaceholder(head.written(key) ?? '', head.at(key), problems)
  }
}

function checkPool({ head, pool }: WrittenCourse, locale: Locale, problems: Problems): void {
  const page = pool[locale]
  if (!page) return

  const { path, questions } = page
  if (questions.length < smallestPool) {
    const message = `the badge pool has ${questions.length} questions; it needs at least ${smallestPool}`
    problems.error('S50', { path, line: 1 }, message)
  }
  refusePractice(questions, problems)
  const promised = head?.value?.outcomes
  for (const question of promised ? questions : []) {
    const competence = question.head.value?.competence
    if (competence === undefined || promised!.includes(competence)) continue
    const message = `${competence} is not among the course's outcomes, so no badge test draws this question`
    problems.warning('S51', question.head.at('competence'), message)
  }
}

function checkSameHeads({ lessons }: WrittenCourse, problems: Problems): void {
  for (const en of lessons.en) {
    const sv = lessons.sv.find((lesson) => lesson.head.written('id') === en.head.written('id'))
    for (const name of ['competences', 'facts', 'tags'] as const) {
      const [own, other] = [en.head.value?.[name], sv?.head.value?.[name]]
      if (!own || !other || String(own) === String(other)) continue
      const message = `${name} are [${own.join(', ')}], but [${other.join(', ')}] in Swedish; both languages must agree`
      problems.error('S12', en.head.at(name), message)
    }
    if (!sv?.head.value || !en.head.value) continue
    const said = {
      opens: [en, sv].map(({ head }) => head.value!.opens),
      ask: [en, sv].map(({ head }) => head.value!.ask),
      doing: [en, sv].map(doingOf),
    }
    for (const [name, [own = 'nothing', other = 'nothing']] of Object.entries(said))
      if (own !== other)
        problems.error('S12', en.head.at(name), `${name} is ${own}, but ${other} in Swedish; both languages must agree`)
  }
}

/** A course would lose a question without a word: its test and its lessons ask what stands there. */
function reportHeld(questions: readonly WrittenQuestion[], problems: Problems): void {
  for (const { head } of questions) {
    if (head.raw('published') === undefined) continue
    const message = '"published" is for the knowledge check; take the question out and list its id under retired'
    problems.error('S21', head.at('published'), message)
  }
}
