import { eq } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../../db/schema/progress.ts'

/** Statements that read what progress holds about somebody, by what each is called in the document for them. */
export function heldInProgress(db: Database, learner: string) {
  return {
    'courses begun': db
      .select({
        course: courseStarts.course,
        at: courseStarts.at,
        lastAt: courseStarts.lastAt,
        cameWithAnotherAccountAt: courseStarts.mergedAt,
      })
      .from(courseStarts)
      .where(eq(courseStarts.learner, learner))
      .orderBy(courseStarts.at),
    'lessons done': db
      .select({
        course: lessonCompletions.course,
        lesson: lessonCompletions.lesson,
        courseVersion: lessonCompletions.version,
        at: lessonCompletions.at,
      })
      .from(lessonCompletions)
      .where(eq(lessonCompletions.learner, learner))
      .orderBy(lessonCompletions.at),
    'courses done': db
      .select({
        course: courseCompletions.course,
        courseVersion: courseCompletions.version,
        at: courseCompletions.at,
        day: courseCompletions.day,
        cameWithAnotherAccountAt: courseCompletions.mergedAt,
      })
      .from(courseCompletions)
      .where(eq(courseCompletions.learner, learner))
      .orderBy(courseCompletions.at),
  }
}
