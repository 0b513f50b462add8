import { selectAwardOf } from '../badges/store.ts'
import { findCourse } from '../courses/find.ts'
import { inBatch } from '../db/in-batch.ts'
import type { SignedInVisit } from '../visit.ts'
import { isOpen } from './open-attempt.ts'
import { nextDrawAt } from './rules.ts'
import { selectNewestAttempt, selectNewestSubmission } from './store.ts'
import { selectNewestRemarking } from './voiding/store.ts'

/** Where the learner is with a badge test: what is open, what was handed in last, when the next may be drawn, the badge, what was marked anew last. */
export async function readStanding({ db, learner, catalogue, now }: SignedInVisit, courseId: string) {
  const course = findCourse(catalogue, courseId)
  const own = { learner: learner.id, course: course.id }
  const { newest, submitted, awards, remarked } = await inBatch(db, {
    newest: selectNewestAttempt(db, own),
    submitted: selectNewestSubmission(db, own),
    awards: selectAwardOf(db, own),
    remarked: selectNewestRemarking(db, own),
  })
  return {
    course,
    open: newest[0] && isOpen(newest[0], now) ? newest[0] : undefined,
    submitted: submitted[0],
    waitUntil: nextDrawAt(submitted[0]?.at, now),
    award: awards[0],
    remarked: remarked[0],
  }
}
