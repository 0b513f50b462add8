import { inBatch } from '../db/in-batch.ts'
import { chance, randomId } from '../chance.ts'
import type { CourseSummary } from '../../formats/catalogue/catalogue.ts'
import { findCourse, loadPool } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { drawTest } from './draw-test.ts'
import { hasLapsed, nextDrawAt, openHours, waitMinutes } from './rules.ts'
import { type Attempt, openAttempt as open, selectNewestAttempt, selectNewestSubmission } from './store.ts'

/** Opens a badge test: the one that is open already, or a new draw. Refuses while the wait is not over. */
export async function openAttempt(visit: SignedInVisit, courseId: string): Promise<Attempt> {
  const { db, learner, now } = visit
  const course = findCourse(visit.catalogue, courseId)
  const [[newest], [submitted]] = await db.batch([
    selectNewestAttempt(db, { learner: learner.id, course: course.id }),
    selectNewestSubmission(db, { learner: learner.id, course: course.id }),
  ])
  if (newest && isOpen(newest, now)) return newest
  if (nextDrawAt(submitted?.at, now)) throw new Refusal('conflict', 'wait')

  return drawAttempt(visit, course, newest)
}

export function isOpen(attempt: Attempt, now: Date): boolean {
  return attempt.closedAt === null && !hasLapsed(attempt.openedAt, now)
}

async function drawAttempt(visit: SignedInVisit, course: CourseSummary, last: Attempt | undefined): Promise<Attempt> {
  const { db, learner, now } = visit
  const pool = await loadPool(visit.catalogue, course.id)
  const attempt = {
    learner: learner.id,
    id: randomId(),
    course: course.id,
    courseVersion: course.version,
    drawn: drawTest(pool, new Set(last?.drawn.map((drawn) => drawn.question)), chance),
    openedAt: now,
  }
  const {
    newest: [opened],
  } = await inBatch(db, {
    opening: open(db, attempt, {
      lapsedBefore: hoursBefore(now, openHours),
      submittedBetween: { from: hoursBefore(now, waitMinutes / 60), to: hoursBefore(now, -waitMinutes / 60) },
    }),
    newest: selectNewestAttempt(db, { learner: learner.id, course: course.id }),
  })
  // Another tab opened or submitted one in the meantime: its attempt is the one that counts.
  if (!opened || !isOpen(opened, now)) throw new Refusal('conflict', 'wait')
  return opened
}

export function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000)
}
