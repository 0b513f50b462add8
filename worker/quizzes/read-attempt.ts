import type { OwnAward } from '../badges/held-award.ts'
import { selectAwardOf } from '../badges/store.ts'
import { loadPool } from '../courses/find.ts'
import { isBlankDraft } from '../questions/given.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import type { InBoth, Question } from '../../formats/catalogue/catalogue.ts'
import { inBatch } from '../db/in-batch.ts'
import type { DrawnQuestion } from '../db/schema/quizzes.ts'
import { type Asked, drawnFor } from './find-asked.ts'
import { type Attempt, selectAttempt, selectOldVersions, selectSubmission, type Submission } from './store.ts'
import { asAnswered } from './voiding/rules.ts'
import { selectRemarkings } from './voiding/store.ts'

export interface ReadAttempt {
  /** What was drawn is as it stands for the answers there are. */
  attempt: Attempt
  submission: Submission | undefined
  /** The learner's badge in this course, from this attempt or another. */
  award: OwnAward | undefined
  /** In the order drawn, each in the version drawn. */
  questions: Asked[]
  /** Of a test that was handed in: its questions that count as right. */
  remarkings: { question: string; reason: InBoth<string> | null }[]
  /** Everything that was ever drawn for it, as it is stored, and what all of that says. */
  ever: { drawn: DrawnQuestion[]; known: Question[] }
}

/** An attempt of the learner's own, with its questions as they were drawn. One round trip. */
export async function readAttempt(visit: SignedInVisit, courseId: string, id: string): Promise<ReadAttempt> {
  const { db, learner } = visit
  const pool = await loadPool(visit.catalogue, courseId)
  const name = { learner: learner.id, id }
  const { attempts, submissions, old, awards, remarkings } = await inBatch(db, {
    attempts: selectAttempt(db, name),
    submissions: selectSubmission(db, name),
    old: selectOldVersions(db, { ...name, served: JSON.stringify(pool.map((question) => question.version)) }),
    awards: selectAwardOf(db, { learner: learner.id, course: courseId }),
    remarkings: selectRemarkings(db, name),
  })
  const [attempt] = attempts
  if (!attempt || attempt.course !== courseId) throw new Refusal('not-found', 'no such attempt')

  const [submission] = submissions
  const ever = { drawn: attempt.drawn, known: [...pool, ...old.map((row) => row.content)] }
  const answered = submission
    ? { isAnswered: (id: string) => Object.hasOwn(submission.answers, id), isLast: true }
    : { isAnswered: isSaved(attempt), isLast: false }
  return { submission, award: awards[0], remarkings, ever, ...asItStands(attempt, ever, answered) }
}

/** The same for what is given now beside what was saved; `isLast` where it is handed in with that and nothing else. */
export function readWith(read: ReadAttempt, isGiven: (question: string) => boolean, isLast = false): ReadAttempt {
  const { submission, attempt, ever } = read
  if (submission) return read

  const isKept = isLast ? () => false : isSaved(attempt)
  return { ...read, ...asItStands(attempt, ever, { isAnswered: (id) => isGiven(id) || isKept(id), isLast }) }
}

function isSaved({ draft }: Attempt): (question: string) => boolean {
  return (question) => !isBlankDraft(draft?.[question])
}

function asItStands(
  attempt: Attempt,
  { drawn: stored, known }: ReadAttempt['ever'],
  { isAnswered, isLast }: { isAnswered: (question: string) => boolean; isLast: boolean },
) {
  const drawn = asAnswered(stored, isAnswered, { isLast })
  return { attempt: { ...attempt, drawn }, questions: drawnFor(drawn, known) }
}
