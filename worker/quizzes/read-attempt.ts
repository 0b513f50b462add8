import type { OwnAward } from '../badges/held-award.ts'
import { selectAwardOf } from '../badges/store.ts'
import { loadPool } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { type Asked, drawnFor } from './find-asked.ts'
import { type Attempt, selectAttempt, selectOldVersions, selectSubmission, type Submission } from './store.ts'

export interface ReadAttempt {
  attempt: Attempt
  submission: Submission | undefined
  /** The learner's badge in this course, from this attempt or another. */
  award: OwnAward | undefined
  /** In the order drawn, each in the version drawn. */
  questions: Asked[]
}

/** An attempt of the learner's own, with its questions as they were drawn. One round trip. */
export async function readAttempt(visit: SignedInVisit, courseId: string, id: string): Promise<ReadAttempt> {
  const { db, learner } = visit
  const pool = await loadPool(visit.catalogue, courseId)
  const name = { learner: learner.id, id }
  const [[attempt], [submission], old, [award]] = await db.batch([
    selectAttempt(db, name),
    selectSubmission(db, name),
    selectOldVersions(db, { ...name, served: JSON.stringify(pool.map((question) => question.version)) }),
    selectAwardOf(db, { learner: learner.id, course: courseId }),
  ])
  if (!attempt || attempt.course !== courseId) throw new Refusal('not-found', 'no such attempt')

  return { attempt, submission, award, questions: drawnFor(attempt.drawn, [...pool, ...old.map((row) => row.content)]) }
}
