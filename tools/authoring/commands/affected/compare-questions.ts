import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import { rulesOf } from '../../../../worker/questions/registry.ts'
import { type Effect, failure, notice } from './effects.ts'
import type { CourseOutline, QuestionOutline } from './outline.ts'
import { swappedParts } from './swapped-parts.ts'
import { authoringOf } from '../../questions/registry.ts'

/** What becomes of people when questions of lessons or of the badge test come, go, move or change. */
export function compareQuestions(before: CourseOutline, after: CourseOutline): Effect[] {
  const added = [...after.questions.values()].filter(({ id }) => !before.questions.has(id))
  const gone = [...before.questions.values()].filter(({ id, lesson }) => {
    const wentWithLesson = lesson !== undefined && !after.lessons.some((entry) => entry.id === lesson)
    return !after.questions.has(id) && !wentWithLesson
  })
  const kept = [...after.questions.values()].flatMap((now) => {
    const old = before.questions.get(now.id)
    return old ? [{ old, now }] : []
  })
  return [
    ...gone.map((question) => goneQuestion(question, added, after)),
    ...added.flatMap((question) => addedQuestion(question, before)),
    ...kept.flatMap(({ old, now }) => movedQuestion(old, now)),
    ...kept.flatMap(({ old, now }) => swappedItems(old, now)),
    ...kept.flatMap(({ old, now }) => changedKey(old, now)),
    ...changedWords(kept),
    ...changedPool(before, after),
  ]
}

function goneQuestion(question: QuestionOutline, added: QuestionOutline[], { retired }: CourseOutline): Effect {
  const { id, joined, lesson } = question
  const where = lesson === undefined ? 'the badge test' : `lesson ${lesson}`
  if (retired.ids.includes(id)) {
    const message = `question ${id} of ${where} is retired: answers and tests that hold it stay as they are, and nobody new meets it`
    return notice('question-retired', id, retired.place, message)
  }
  const heir = added.find((entry) => joined && entry.joined && readsAlike(joined, entry.joined))
  const renamed = heir ? ` Its id seems to be ${heir.id} now: an id is for ever, so change it back.` : ''
  const message = `question ${id} of ${where} is gone, and people may have answered it.${renamed} If it has had its day, list it under retired in course.yml: ${id}`
  return failure('question-gone', id, heir?.place ?? retired.place, message)
}

function readsAlike(a: Question, b: Question): boolean {
  return a.textHash.sv === b.textHash.sv || a.textHash.en === b.textHash.en
}

/** New questions of the badge test, and those of a new lesson, are told of together. */
function addedQuestion({ id, lesson, place }: QuestionOutline, before: CourseOutline): Effect[] {
  if (before.retired.ids.includes(id)) {
    return [
      notice('question-back', id, place, `question ${id} is back: who answered it before has answered it already`),
    ]
  }
  if (lesson === undefined || !before.lessons.some((entry) => entry.id === lesson)) return []
  const message = `question ${id} is new in lesson ${lesson}: who has done the lesson stays done; who has not answers it as well`
  return [notice('question-added', id, place, message)]
}

function movedQuestion(old: QuestionOutline, now: QuestionOutline): Effect[] {
  if (old.lesson === now.lesson) return []
  const name = (lesson: string | undefined) => (lesson === undefined ? 'the badge test' : `lesson ${lesson}`)
  const message = `question ${now.id} has moved from ${name(old.lesson)} to ${name(now.lesson)}; answers given stay, and lessons once done stay done`
  return [notice('question-moved', now.id, now.place, message)]
}

/** Answers given, and drafts of open tests, would be read with the other order as the right one. */
function swappedItems({ joined: old }: QuestionOutline, { id, place, joined: now }: QuestionOutline): Effect[] {
  const swapped = old && now && swappedParts(old, now)
  if (!swapped) return []
  const message = `question ${id}: ${swapped}; give it a new id and list ${id} under retired, or put the ${authoringOf(now).parts} back`
  return [failure('items-swapped', id, place, message)]
}

function changedKey({ joined: old }: QuestionOutline, { id, lesson, place, joined: now }: QuestionOutline): Effect[] {
  if (!old || !now || old.keyHash === now.keyHash) return []
  const then =
    lesson === undefined
      ? 'tests drawn before are marked and shown as they were drawn; the next draw has the new version'
      : 'answers given before stay as they were marked; the new version is for whoever answers from now on'
  return [notice('key-changed', id, place, `question ${id}: ${whatChanged(old, now)}; ${then}`)]
}

function whatChanged(old: Question, now: Question): string {
  if (old.type !== now.type) return `its type is ${now.type} and was ${old.type}`
  if (old.competence !== now.competence) return `it measures ${now.competence} and measured ${old.competence}`
  const [before, after] = [rulesOf(old).count(old), rulesOf(now).count(now)]
  if (before !== after) return `it has ${after} ${authoringOf(now).parts} and had ${before}`
  return 'another answer is right'
}

function changedWords(kept: { old: QuestionOutline; now: QuestionOutline }[]): Effect[] {
  const mended = kept.filter(
    ({ old, now }) =>
      old.joined &&
      now.joined &&
      old.joined.keyHash === now.joined.keyHash &&
      !swappedParts(old.joined, now.joined) &&
      old.joined.version !== now.joined.version,
  )
  if (mended.length === 0) return []
  const ids = mended.map(({ now }) => now.id)
  const which = `${ids.length === 1 ? 'question' : `${ids.length} questions:`} ${ids.join(', ')}`
  const message = `only words changed in ${which}; this bothers nobody`
  return [notice('words-changed', ids[0]!, mended[0]!.now.place, message)]
}

function changedPool(before: CourseOutline, after: CourseOutline): Effect[] {
  const pool = ({ questions }: CourseOutline) => [...questions.values()].filter(({ lesson }) => lesson === undefined)
  const [old, now] = [pool(before), pool(after)]
  const come = now.filter(({ id }) => !old.some((question) => question.id === id))
  const left = old.filter(({ id }) => !now.some((question) => question.id === id))
  if (come.length + left.length === 0) return []
  const changes = [
    ...(come.length > 0 ? [`new: ${come.map(({ id }) => id).join(', ')}`] : []),
    ...(left.length > 0 ? [`gone: ${left.map(({ id }) => id).join(', ')}`] : []),
  ].join('; ')
  const message = `the badge test draws from ${now.length} questions, before from ${old.length} (${changes}); tests already drawn stay as they are`
  return [notice('pool-changed', after.id, (come[0] ?? now[0])?.place ?? after.place, message)]
}
