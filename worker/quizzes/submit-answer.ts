import { inBatch } from '../db/in-batch.ts'
import { findCourse } from '../courses/find.ts'
import type { Given } from '../questions/given.ts'
import type { CourseSummary, Locale } from '../../formats/catalogue/catalogue.ts'
import type { Chosen } from '../questions/given.ts'
import { dayOf } from '../../formats/day.ts'
import { completeLessonWhere, recordCourseCompletion, recordStart } from '../progress/store.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { type Asked, findAsked, type Naming } from './find-asked.ts'
import { isCorrect } from './marking.ts'
import type { Confidence } from '../db/schema/quizzes.ts'
import { type Fault, rulesOf } from '../questions/registry.ts'
import { isFault, readGiven } from './read-given.ts'
import { renewed } from './renew-given.ts'
import { textShown } from './shown-text.ts'
import { type Answer, type FirstAnswer, hasAnsweredAll, recordAnswer, recordLatest, selectAnswer } from './store.ts'

const completeLesson = completeLessonWhere(hasAnsweredAll)

/** An answer to a practice question as a form or a program sends it. */
export interface SentAnswer extends Naming {
  /** Made by the client or printed in the form, so that a replay is recognised. */
  id: string
  given: Given
  /** In which a number was typed, if not in the visit's own. */
  locale?: Locale | undefined
  /** How sure somebody was. Part of no comparison: the same answer sent again, surer, is the same answer. */
  confidence?: Confidence | undefined
  /** How many hints were open; undefined where nobody could tell. */
  hints?: number | undefined
}

export interface MarkedAnswer {
  question: Asked
  chosen: Chosen
  correct: boolean
  confidence: Confidence | undefined
}

/** The same, with the course it was given in. */
export interface AnswerInCourse extends MarkedAnswer {
  course: CourseSummary
}

/** An answer that is neither marked nor kept, but goes back to whoever gave it, with what to mend. */
export class SentBack extends Refusal {
  /** By question id. */
  readonly faults: Record<string, Fault>
  /** What was given to the one question that was answered, as a form of now gives it. */
  readonly given: Given | undefined
  /** Nothing is to be mended: the question is answered in steps, and there is one more. */
  readonly goesOn: boolean

  constructor(faults: Record<string, Fault>, given?: Given) {
    const reasons = Object.entries(faults).map(([question, fault]) => [question, fault.reason])
    super('invalid', 'sent back', Object.fromEntries(reasons))
    this.faults = faults
    this.given = given
    this.goesOn = Object.values(faults).every(({ reason }) => reason === 'goes-on')
  }
}

/** Marks an answer by the version that was shown, even one that was changed or retired since. Stores nothing; throws SentBack. */
export async function markAnswer(visit: Visit, sent: SentAnswer): Promise<AnswerInCourse> {
  const course = findCourse(visit.catalogue, sent.course)
  const [question] = await findAsked(visit, [sent])
  return { ...(await mark(visit, sent, question)), course }
}

/** The same for a question that was looked up already, or was not found. */
export async function mark(visit: Visit, sent: SentAnswer, question: Asked | undefined): Promise<MarkedAnswer> {
  if (!question) throw new Refusal('invalid', 'no such question', { o: 'unknown' })
  refuseUnasked(question, sent)

  const reading = { locale: sent.locale ?? visit.locale, secret: visit.settings.SECRET }
  const given = await renewed(question, sent.given, visit)
  const chosen = await readGiven(question, given, reading)
  if (isFault(chosen)) throw new SentBack({ [question.id]: chosen }, given)
  return { question, chosen, correct: isCorrect(question, chosen), confidence: sent.confidence }
}

/** What no form of the question sends. */
function refuseUnasked(question: Asked, { confidence, hints = 0 }: SentAnswer): void {
  if (confidence && !rulesOf(question).asksConfidence)
    throw new Refusal('invalid', 'nothing to be sure of', { confidence: 'unknown' })
  if (hints > (question.hints?.sv.length ?? 0)) throw new Refusal('invalid', 'no such hint', { hints: 'unknown' })
}

/** Marks and keeps a practice answer, and completes the lesson and the course when this was the last that was missing. */
export async function submitAnswer(visit: SignedInVisit, sent: SentAnswer): Promise<AnswerInCourse> {
  const marked = await markAnswer(visit, sent)
  const { course } = marked
  const answer = factOf(visit, sent, marked)

  const stored = await keep(visit, course, answer)
  if (stored && !isSame(stored, answer)) await keep(visit, course, { ...answer, id: await idOfOther(visit, answer) })
  return marked
}

export function factOf(visit: SignedInVisit, sent: SentAnswer, marked: MarkedAnswer): Answer {
  const { chosen, correct } = marked
  const { id, course, lesson, question, version } = sent
  return {
    learner: visit.learner.id,
    id,
    course,
    lesson,
    question,
    version,
    chosen,
    correct,
    locale: visit.locale,
    at: visit.now,
    confidence: sent.confidence ?? null,
    hints: sent.hints ?? null,
    text: textShown(marked.question, visit),
  }
}

/** One round trip: the answer, what follows from it, and what is stored under its id. */
async function keep(visit: SignedInVisit, course: CourseSummary, answer: Answer): Promise<Answer | undefined> {
  const { db } = visit
  const { answers } = await inBatch(db, {
    kept: factStatements(visit, course, answer),
    answers: selectAnswer(db, answer),
  })
  return answers[0]
}

/**
 * The statements that keep an answer and what follows from it, for a batch. `since`: when it was given as far as its
 * browser says, so that it does not take the place of a newer one. `first`: the oldest that comes with it to its question.
 */
export function factStatements(
  { db }: Visit,
  course: CourseSummary,
  answer: Answer,
  { since, first }: { since: Date; first: FirstAnswer } = { since: answer.at, first: answer },
) {
  const { learner, at } = answer
  return [
    recordAnswer(db, answer),
    recordLatest(db, answer, since, first),
    recordStart(db, learner, course.id, at),
    completeLesson(db, { learner, course, lesson: lessonWith(course, answer), at }),
    recordCourseCompletion(db, { learner, course, at, day: dayOf(at) }),
  ] as const
}

/** The lesson that asks the question today, which may have moved since; else the one it was answered in. */
function lessonWith({ lessons }: CourseSummary, { question, lesson }: Answer): { id: string; questions: string[] } {
  return lessons.find(({ questions }) => questions.includes(question)) ?? { id: lesson, questions: [] }
}

/** For another answer under an id that is taken: made of the answer, so that sent again it is the same once more. */
export function idOfOther({ settings }: Visit, { id, course, question, version, chosen }: Answer): Promise<string> {
  return pseudonymOf(settings.SECRET, 'answer', JSON.stringify([id, course, question, version, chosen]))
}

export function isSame(stored: Answer, answer: Answer): boolean {
  return (
    stored.course === answer.course &&
    stored.question === answer.question &&
    stored.version === answer.version &&
    JSON.stringify(stored.chosen) === JSON.stringify(answer.chosen)
  )
}
