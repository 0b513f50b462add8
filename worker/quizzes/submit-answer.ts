import { loadLesson, findCourse } from '../courses/find.ts'
import type { Given } from '../../web/components/question-view.ts'
import type { CourseSummary, Locale, Question } from '../courses/catalogue.ts'
import type { Chosen } from '../db/schema/quizzes.ts'
import { dayOf } from '../day.ts'
import { recordCourseCompletion, recordLessonCompletion, recordStart } from '../progress/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { isCorrect } from './marking.ts'
import { type Fault, isFault, readGiven } from './read-given.ts'
import { type Answer, hasAnsweredAll, readVersions, recordAnswer, recordLatest, selectAnswer } from './store.ts'

/** An answer to a practice question as a form or a program sends it. */
export interface SentAnswer {
  /** Made by the client or printed in the form, so that a replay is recognised. */
  id: string
  course: string
  lesson: string
  question: string
  /** The version that was shown. */
  version: string
  given: Given
  /** In which a number was typed, if not in the visit's own. */
  locale?: Locale | undefined
}

export interface MarkedAnswer {
  question: Question
  chosen: Chosen
  correct: boolean
}

/** An answer that is neither marked nor kept, but goes back to whoever gave it, with what to mend. */
export class SentBack extends Refusal {
  /** By question id. */
  readonly faults: Record<string, Fault>

  constructor(faults: Record<string, Fault>) {
    const reasons = Object.entries(faults).map(([question, fault]) => [question, fault.reason])
    super('invalid', 'sent back', Object.fromEntries(reasons))
    this.faults = faults
  }
}

/** Marks an answer by the version that was shown, even one that was changed or retired since. Stores nothing; throws SentBack. */
export async function markAnswer(visit: Visit, sent: SentAnswer): Promise<MarkedAnswer> {
  findCourse(visit.catalogue, sent.course)
  const question = (await findServed(visit, sent)) ?? (await findKept(visit, sent))
  if (!question) throw new Refusal('invalid', 'no such question', { o: 'unknown' })

  const reading = { locale: sent.locale ?? visit.locale, secret: visit.settings.SECRET }
  const chosen = await readGiven(question, sent.given, reading)
  if (isFault(chosen)) throw new SentBack({ [question.id]: chosen })
  return { question, chosen, correct: isCorrect(question, chosen) }
}

/** Marks and keeps a practice answer, and completes the lesson and the course when this was the last that was missing. */
export async function submitAnswer(visit: SignedInVisit, sent: SentAnswer): Promise<MarkedAnswer> {
  const marked = await markAnswer(visit, sent)
  const course = findCourse(visit.catalogue, sent.course)
  const answer = factOf(visit, sent, marked)

  const stored = await keep(visit, course, answer)
  if (stored && !isSame(stored, answer)) await keep(visit, course, { ...answer, id: crypto.randomUUID() })
  return marked
}

async function findServed(visit: Visit, sent: SentAnswer): Promise<Question | undefined> {
  const { lessons } = findCourse(visit.catalogue, sent.course)
  if (!lessons.some((lesson) => lesson.id === sent.lesson)) return undefined

  const lesson = await loadLesson(visit.catalogue, sent.course, sent.lesson)
  return lesson.questions.find((entry) => entry.id === sent.question && entry.version === sent.version)
}

async function findKept(visit: Visit, sent: SentAnswer): Promise<Question | undefined> {
  const [kept] = await readVersions(visit.db, sent.course, [sent.version])
  return kept?.id === sent.question ? kept : undefined
}

export function factOf(visit: SignedInVisit, sent: SentAnswer, { chosen, correct }: MarkedAnswer): Answer {
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
  }
}

/** One round trip: the answer, what follows from it, and what is stored under its id. */
async function keep(visit: SignedInVisit, course: CourseSummary, answer: Answer): Promise<Answer | undefined> {
  const { db } = visit
  const [, , , , , [stored]] = await db.batch([...factStatements(visit, course, answer), selectAnswer(db, answer)])
  return stored
}

/** The statements that keep an answer and what follows from it, for a batch. */
export function factStatements({ db }: Visit, course: CourseSummary, answer: Answer) {
  const { learner, lesson, at } = answer
  return [
    recordAnswer(db, answer),
    recordLatest(db, learner, answer.id),
    recordStart(db, learner, course.id, at),
    recordLessonCompletion(
      db,
      { learner, course, lesson, at },
      hasAnsweredAll(learner, course.id, questionsOf(course, lesson)),
    ),
    recordCourseCompletion(db, { learner, course, at, day: dayOf(at) }),
  ] as const
}

function questionsOf(course: CourseSummary, lesson: string): string[] {
  return course.lessons.find((entry) => entry.id === lesson)?.questions ?? []
}

function isSame(stored: Answer, answer: Answer): boolean {
  return (
    stored.course === answer.course &&
    stored.question === answer.question &&
    stored.version === answer.version &&
    JSON.stringify(stored.chosen) === JSON.stringify(answer.chosen)
  )
}
