import { type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from '../questions/registry.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import { wordsOf } from '../language/measure.ts'
import { optionText } from '../questions/option-checks.ts'
import { minutesOf, wordCount } from './minutes.ts'
import { sectionsOf, textOf } from '../markdown/prose.ts'
import { absolutes } from '../language/words.ts'

const questionsInTest = 10

/** L04, L20, Q01, Q07, Q09, Q13 and Q17–Q19: what holds for a course as a whole. */
export function checkWholeCourse(course: WrittenCourse, problems: Problems): void {
  checkMinutes(course, problems)
  checkParity(course, problems)
  for (const locale of locales) {
    const lessons = course.lessons[locale]
    for (const { path, questions } of lessons) checkNumber(path, questions, problems)
    const pool = course.pool[locale]
    const practice = lessons.flatMap((lesson) => lesson.questions)
    const all = [...practice, ...(pool?.questions ?? [])]
    const place = { path: pool?.path ?? `${course.id}/${locale}/badge.md`, line: 1 }
    checkLongestKeys(all, place, problems)
    checkAbsolutes(all, locale, place, problems)
    checkPositions(all, place, problems)
    checkRepeats(practice, pool?.questions ?? [], problems)
    for (const questions of [...lessons.map((lesson) => lesson.questions), pool?.questions ?? []])
      checkEqual(questions, problems)
    for (const lesson of lessons) checkLongestInLesson(lesson.path, lesson.questions, problems)
  }
  checkEasyCues(course, problems)
  checkKinds(course, problems)
  checkCells(course, problems)
  checkOutcomes(course, problems)
}

/** What easier words may give away; ids, kinds and places are those of the Swedish questions. */
function checkEasyCues({ easy }: WrittenCourse, problems: Problems): void {
  for (const { path, questions } of easy.lessons) {
    checkEqual(questions, problems)
    checkLongestInLesson(path, questions, problems)
  }
  if (!easy.pool) return
  const { path, questions } = easy.pool
  const place = { path, line: 1 }
  checkEqual(questions, problems)
  checkLongestKeys(questions, place, problems)
  checkAbsolutes(questions, 'sv', place, problems)
  const practice = easy.lessons.flatMap((lesson) => lesson.questions)
  checkRepeats(practice, questions, problems)
}

/** Each lesson once: in Swedish, or in English while it is in no other language. */
function lessonsOf({ lessons }: WrittenCourse): WrittenLesson[] {
  const ids = lessons.sv.map(({ head }) => head.written('id'))
  return [...lessons.sv, ...lessons.en.filter(({ head }) => !ids.includes(head.written('id')))]
}

function checkMinutes(course: WrittenCourse, problems: Problems): void {
  const lessons = lessonsOf(course)
  if (lessons.some(({ head }) => !head.value)) return
  const minutes = lessons.reduce((sum, lesson) => sum + minutesOf(lesson), 0)
  if (minutes >= 25 && minutes <= 45) return
  problems.warning(
    'L04',
    { path: `${course.id}/course.yml`, line: 1 },
    `the lessons take ${minutes} minutes in all; 25–45 make a course`,
  )
}

/** The same ids, options and keys are the compiler's matter (S11, S12); here the size of the texts. */
function checkParity({ lessons }: WrittenCourse, problems: Problems): void {
  for (const en of lessons.en) {
    const sv = lessons.sv.find((lesson) => lesson.head.written('id') === en.head.written('id'))
    if (!sv || en.body.tokens.length === 0 || sv.body.tokens.length === 0) continue
    const [own, other] = [sectionsOf(en.body, 'en'), sectionsOf(sv.body, 'sv')]
    const place = { path: en.path, line: 1 }
    if (own.length !== other.length) {
      problems.error(
        'L20',
        place,
        `the lesson has ${own.length - 1} headings, and ${other.length - 1} in Swedish; both languages have the same parts`,
      )
    }
    const ratio = wordCount(own) / wordCount(other)
    if (ratio < 0.95 || ratio > 1.35) {
      problems.error(
        'L20',
        place,
        `the English text has ${ratio.toFixed(2)} times as many words as the Swedish; 0.95–1.35, or one of them says more`,
      )
    }
  }
}

function checkNumber(path: string, questions: readonly WrittenQuestion[], problems: Problems): void {
  const count = questions.length
  if (count === 0 || count === 3 || count === 4) return
  const message = `the lesson has ${count} questions; 3–4 are right after five minutes of reading`
  if (count < 2 || count > 5) problems.error('Q01', { path, line: 1 }, message)
  else problems.warning('Q01', { path, line: 1 }, message)
}

interface Longest {
  /** The questions in which a right option is seen to be the longest, the longest first. */
  ids: string[]
  of: number
}

/** Nobody sees a difference of a character or two: one that helps to guess is at least so large. */
const leastSeen = 3
const shareSeen = 0.05

/** Choices in which a key is seen to be longer than every distractor. */
function longestKeys(questions: readonly WrittenQuestion[]): Longest {
  const choices = choicesAmong(questions)
  const found = choices.flatMap(({ id, options, place }) => {
    const longestOf = (right: boolean) =>
      Math.max(0, ...options.filter((option) => option.right === right).map((option) => [...optionText(option)].length))
    const [right, wrong] = [longestOf(true), longestOf(false)]
    const isSeen = right - wrong >= Math.max(leastSeen, wrong * shareSeen)
    return isSeen ? [{ id: id ?? `line ${place.line}`, by: right - wrong }] : []
  })
  return { ids: found.sort((a, b) => b.by - a.by).map(({ id }) => id), of: choices.length }
}

function checkLongestKeys(questions: readonly WrittenQuestion[], place: Place, problems: Problems): void {
  const { ids, of } = longestKeys(questions)
  if (of > 0 && ids.length / of > 0.4)
    problems.error(
      'Q07',
      place,
      `in ${ids.length} of the course's ${of} choices a right option is the longest; at most 40 %, or guessing by length pays: ${ids.join(', ')}`,
    )
}

export function checkLongestInLesson(path: string, questions: readonly WrittenQuestion[], problems: Problems): void {
  const { ids, of } = longestKeys(questions)
  if (of > 0 && ids.length / of > 0.5)
    problems.error(
      'Q07',
      { path, line: 1 },
      `in ${ids.length} of the lesson's ${of} choices a right option is the longest; at most half: ${ids.join(', ')}`,
    )
}

/** Q09. `place`: what the questions stand in. */
export function checkAbsolutes(
  questions: readonly WrittenQuestion[],
  locale: Locale,
  place: Place,
  problems: Problems,
): void {
  const options = choicesAmong(questions).flatMap((choice) => choice.options)
  const share = (right: boolean) => {
    const own = options.filter((option) => option.right === right)
    return (100 * own.filter((option) => absolutes[locale].test(optionText(option))).length) / Math.max(1, own.length)
  }
  const [wrong, right] = [share(false), share(true)]
  if (wrong - right > 20)
    problems.warning(
      'Q09',
      place,
      `${wrong.toFixed(0)} % of the wrong options and ${right.toFixed(0)} % of the right ones say ${locale === 'sv' ? '"alltid", "aldrig", "bara"' : '"always", "never", "only"'}; within 20 points, or those words give them away`,
    )
}

function checkPositions(questions: readonly WrittenQuestion[], place: Place, problems: Problems): void {
  const three = choicesAmong(questions).filter(
    ({ options }) => options.length === 3 && options.filter((option) => option.right).length === 1,
  )
  if (three.length < 10) return
  for (const position of [0, 1, 2]) {
    const share = (100 * three.filter(({ options }) => options[position]!.right).length) / three.length
    if (share < 20 || share > 47)
      problems.warning(
        'Q13',
        place,
        `option ${position + 1} is right in ${share.toFixed(0)} % of the questions; 20–47 %: move some`,
      )
  }
}

function checkRepeats(
  practice: readonly WrittenQuestion[],
  pool: readonly WrittenQuestion[],
  problems: Problems,
): void {
  const known = new Map(practice.map((question) => [sameness(question), question.id]))
  for (const question of pool) {
    const same = known.get(sameness(question))
    if (same !== undefined)
      problems.error(
        'Q19',
        question.place,
        `the question is the same as ${same} of a lesson; the test asks something new`,
      )
  }
  const first = pool[0]
  if (first && pool.length < 2 * questionsInTest) {
    problems.error(
      'Q19',
      { path: first.place.path, line: 1 },
      `the pool has ${pool.length} questions; twice the ${questionsInTest} of a test, so that a retry asks others`,
    )
  }
}

/** Two of one stem may ask about different things; with the same answers they are one question. */
function checkEqual(questions: readonly WrittenQuestion[], problems: Problems): void {
  const seen = new Map<string, WrittenQuestion>()
  for (const question of questions) {
    const { id, place } = question
    const whole = JSON.stringify([sameness(question), authoringOf(question).asks(question)])
    const other = seen.get(whole)
    if (!other) seen.set(whole, question)
    else if (question.stem.text !== '') {
      const message = `question ${id ?? ''} is the same as ${other.id ?? ''} at line ${other.place.line}; who tries again meets something new`
      problems.error('Q19', place, message)
    }
  }
}

function sameness({ stem }: WrittenQuestion): string {
  return wordsOf(textOf(stem).toLowerCase()).join(' ')
}

function checkKinds(course: WrittenCourse, problems: Problems): void {
  const pool = course.pool.sv ?? course.pool.en
  const kinds = [...lessonsOf(course).flatMap((lesson) => lesson.questions), ...(pool?.questions ?? [])].flatMap(
    (question) => question.head.value?.kind ?? [],
  )
  const situations = kinds.filter((kind) => kind === 'scenario' || kind === 'spot').length
  const share = (100 * situations) / Math.max(1, kinds.length)
  if (kinds.length > 0 && share < 60)
    problems.error(
      'Q17',
      { path: `${course.id}/course.yml`, line: 1 },
      `${share.toFixed(0)} % of the questions are situations (scenario or spot); at least 60 %: ask what somebody does`,
    )
}

function checkCells(course: WrittenCourse, problems: Problems): void {
  const lessons = lessonsOf(course)
  const taught = new Set(lessons.flatMap(({ head }) => head.value?.competences ?? []))
  const { head: file } = course
  for (const [i, cell] of (file?.value?.competences ?? []).entries()) {
    if (taught.has(cell) || lessons.some(({ head }) => !head.value)) continue
    const message = `no lesson of the course teaches ${cell}; list it in the lesson that does, or take it away here`
    problems.error('Q18', file!.at('competences', i), message)
  }
  for (const { head, questions } of lessons) {
    head.value?.competences.forEach((cell, i) => {
      if (questions.some((question) => question.head.value?.competence.startsWith(cell))) return
      problems.error(
        'Q18',
        head.at('competences', i),
        `no question of the lesson is about ${cell}; ask one, or take the cell away`,
      )
    })
  }
}

function checkOutcomes({ head, pool }: WrittenCourse, problems: Problems): void {
  const questions = (pool.sv ?? pool.en)?.questions ?? []
  if (questions.length === 0) return
  head?.value?.outcomes.forEach((outcome, i) => {
    const count = questions.filter((question) => question.head.value?.competence === outcome).length
    if (count < 3)
      problems.error(
        'Q18',
        head.at('outcomes', i),
        `the badge pool has ${count} questions about ${outcome}; at least 3`,
      )
  })
}

/** The questions whose options may give the right one away by their length, words or place. */
function choicesAmong(questions: readonly WrittenQuestion[]) {
  return questions.flatMap((question) => {
    const options = authoringOf(question).cues(question)
    return options.length > 0 ? [{ id: question.id, place: question.place, options }] : []
  })
}
