import { locales, type Question } from '../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../formats/catalogue/voiding-of.ts'
import { testLength } from '../../../worker/quizzes/rules.ts'
import type { CourseFile } from '../files/schemas.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { WrittenQuestion } from '../questions/registry.ts'
import type { WrittenCourse } from '../written/written-course.ts'

type Entry = CourseFile['voided'][number]

/** Questions as they were put together from both languages, those that are voided among them. */
interface Joined {
  lessons: readonly { path: string; questions: readonly Question[] }[]
  pool: readonly Question[]
}

/**
 * What course.yml says of voided questions, against the questions that stand. A version of before is in no file, and so
 * believed: courses:void knows those of the database.
 */
export function checkVoided(written: WrittenCourse, joined: Joined, problems: Problems): void {
  const voided = written.head?.value?.voided ?? []
  if (voided.length === 0) return

  checkEntries(written, joined, problems)
  for (const { path, questions } of joined.lessons) {
    if (questions.length === 0 || questions.some((question) => !voidingOf(voided, asNamed(question)))) continue
    const message = 'every question of this lesson is voided, and none is left to answer; write another'
    problems.error('S16', { path, line: 1 }, message)
  }
  const left = joined.pool.filter((question) => !voidingOf(voided, asNamed(question))).length
  if (joined.pool.length < testLength || left >= testLength) return
  const message = `with what is voided ${left} questions are left, and a badge test has ${testLength}; write more`
  problems.error('S16', { path: written.pool.sv?.path ?? `${written.id}/sv/badge.md`, line: 1 }, message)
}

function checkEntries(written: WrittenCourse, joined: Joined, problems: Problems): void {
  const head = written.head!
  const voided = head.value!.voided
  const standing = writtenById(written)
  const versions = [...joined.lessons.flatMap(({ questions }) => questions), ...joined.pool]
  const known = new Set([...standing.keys(), ...head.value!.retired])
  for (const [i, entry] of voided.entries()) {
    const at = (...keys: (string | number)[]) => head.at('voided', i, ...keys)
    const isKnown = reportUnknown(entry, written, known, at('question'), problems)
    if (voided.findIndex(({ question }) => question === entry.question) < i) {
      const message = `question ${entry.question} is voided twice; put its versions in one entry`
      problems.error('S16', at('question'), message)
    }
    reportVersions(entry, versions, at, problems)
    const stands = standing.get(entry.question)
    if (isKnown && stands) reportStanding(entry, stands, versions, at, problems)
  }
}

function reportUnknown(
  { question }: Entry,
  { lessons }: WrittenCourse,
  known: ReadonlySet<string>,
  place: Place,
  problems: Problems,
): boolean {
  const isLesson = locales.some((locale) => lessons[locale].some(({ head }) => head.written('id') === question))
  if (isLesson)
    problems.error('S16', place, `${question} is a lesson, and only questions are voided; name each question`)
  else if (!known.has(question)) {
    const message = `this course has no question ${question}, nor a retired one${didYouMean(question, known)}`
    problems.error('S16', place, message)
  }
  return !isLesson && known.has(question)
}

function reportVersions(
  { question, versions }: Entry,
  current: readonly Question[],
  at: (...keys: (string | number)[]) => Place,
  problems: Problems,
): void {
  if (versions === 'all') return
  for (const [i, version] of versions.entries()) {
    if (versions.indexOf(version) < i)
      problems.error('S16', at('versions', i), `version ${version.slice(0, 8)}… stands twice; once is enough`)
    const other = current.find((each) => each.version === version)
    if (!other || other.id === question) continue
    problems.error('S16', at('versions', i), `this is the version of question ${other.id}, not of ${question}`)
  }
}

/** Voided for good, it may not stand; in today's words, it stands and nobody is asked it. */
function reportStanding(
  entry: Entry,
  { place: { path, line }, head }: WrittenQuestion,
  current: readonly Question[],
  at: (...keys: (string | number)[]) => Place,
  problems: Problems,
): void {
  if (entry.versions === 'all') {
    const message = `question ${entry.question} stands in ${path}:${line}, and all would void whatever it will say: take it out in both languages and list it under retired, or name the versions that were wrong`
    problems.error('S16', at('versions'), message)
    return
  }
  const now = current.find(({ id }) => id === entry.question)
  if (!now || !entry.versions.includes(now.version)) return
  const message = `question ${entry.question} stands here in words that are voided, so nobody is asked it; mend it, or take it out and list it under retired`
  problems.warning('S17', head.at('id'), message)
}

function writtenById({ lessons, pool }: WrittenCourse): Map<string, WrittenQuestion> {
  const pages = locales.flatMap((locale) => [...lessons[locale], ...(pool[locale] ? [pool[locale]] : [])])
  const questions = pages.flatMap((page) => page.questions)
  // Swedish comes first, and stays.
  return new Map(questions.toReversed().flatMap((question) => (question.id ? [[question.id, question]] : [])))
}

function asNamed({ id, version }: Question) {
  return { question: id, version }
}
