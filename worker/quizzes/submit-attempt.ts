import { recordAward } from '../badges/store.ts'
import { randomId } from '../chance.ts'
import type { Question } from '../courses/catalogue.ts'
import { findCourse } from '../courses/find.ts'
import { dayOf } from '../day.ts'
import type { AttemptAnswers } from '../db/schema/quizzes.ts'
import { recordStart } from '../progress/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { hoursBefore, isOpen } from './open-attempt.ts'
import { ordinalsOf } from './option-tokens.ts'
import { type ReadAttempt, readAttempt } from './read-attempt.ts'
import { markTest, openHours } from './rules.ts'
import { hasPassed, recordDraft, recordSubmission, selectSubmission, type Submission } from './store.ts'

/** Tokens of the chosen options by question id. */
export type SentAnswers = Record<string, string[]>

/**
 * Marks a badge test and, if it is passed, awards the badge in the same batch. The same answers again give the
 * first result; other answers to a submitted attempt are a conflict, and so is one that is a day old.
 */
export async function submitAttempt(
  visit: SignedInVisit,
  course: string,
  id: string,
  sent: SentAnswers,
): Promise<Submission> {
  const read = await readAttempt(visit, course, id)
  const answers = await chosenOf(read, sent, visit.settings.SECRET)
  if (read.submission) return sameOrConflict(read.submission, answers)
  if (!isOpen(read.attempt, visit.now)) throw new Refusal('conflict', 'lapsed')

  return sameOrConflict(await keep(visit, read, answers), answers)
}

/** Keeps what was chosen so far, so that the test can be left and resumed. */
export async function saveDraft(visit: SignedInVisit, course: string, id: string, sent: SentAnswers): Promise<void> {
  const read = await readAttempt(visit, course, id)
  const draft = await chosenOf(read, sent, visit.settings.SECRET)
  const kept = await recordDraft(visit.db, { learner: visit.learner.id, id }, draft, hoursBefore(visit.now, openHours))
  if (kept.length === 0) throw new Refusal('conflict', read.submission ? 'submitted' : 'lapsed')
}

async function chosenOf({ questions }: ReadAttempt, sent: SentAnswers, secret: string): Promise<AttemptAnswers> {
  const strangers = Object.keys(sent).filter((name) => !questions.some((question) => question.id === name))
  if (strangers.length > 0) throw new Refusal('invalid', 'a question that was not drawn')

  const entries = await Promise.all(
    questions.map(async (question) => [question.id, await chosenIn(question, sent, secret)] as const),
  )
  return Object.fromEntries(entries.filter(([, chosen]) => chosen.length > 0))
}

async function chosenIn(question: Question, sent: SentAnswers, secret: string): Promise<number[]> {
  const chosen = await ordinalsOf(question, sent[question.id] ?? [], secret)
  if (!chosen) throw new Refusal('invalid', 'no such option', { [question.id]: 'unknown' })
  return chosen
}

function sameOrConflict(stored: Submission, answers: AttemptAnswers): Submission {
  if (canonical(stored.answers) !== canonical(answers)) throw new Refusal('conflict', 'submitted')
  return stored
}

function canonical(answers: AttemptAnswers): string {
  return JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function keep(visit: SignedInVisit, read: ReadAttempt, answers: AttemptAnswers): Promise<Submission> {
  const { db, now: at } = visit
  const { learner, id, course: courseId, courseVersion } = read.attempt
  const course = findCourse(visit.catalogue, courseId)
  const marking = markTest(read.questions, answers)
  const name = { learner, id }
  const results = await db.batch([
    ...recordSubmission(db, { learner, attempt: id, course: courseId, answers, ...marking, locale: visit.locale, at }),
    recordStart(db, learner, courseId, at),
    recordAward(
      db,
      {
        id: randomId(),
        learner,
        badge: course.badge.id,
        course: courseId,
        courseVersion,
        attempt: id,
        at,
        day: dayOf(at),
      },
      hasPassed(name),
    ),
    selectSubmission(db, name),
  ])
  const [stored] = results[4]
  if (!stored) throw new Refusal('conflict', 'lapsed')
  return stored
}
