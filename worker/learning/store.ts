import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { inBatch } from '../db/in-batch.ts'
import { achievements, awards } from '../db/schema/badges.ts'
import { courseVersions } from '../db/schema/courses.ts'
import { courseCompletions, lessonCompletions } from '../db/schema/progress.ts'
import { attempts, type Confidence, latestAnswers } from '../db/schema/quizzes.ts'
import { selectStarts } from '../progress/store.ts'

export type Overview = Awaited<ReturnType<typeof readOverview>>

/** Everything `/me` and the catalogue show of a learner: a handful of rows per course that was begun. One round trip. */
export function readOverview(db: Database, learner: string) {
  return inBatch(db, selectOverview(db, learner))
}

/** The same, as statements for a batch that reads more. */
export function selectOverview(db: Database, learner: string) {
  return {
    starts: selectStarts(db, learner),
    lessons: db
      .select({ course: lessonCompletions.course, lesson: lessonCompletions.lesson })
      .from(lessonCompletions)
      .where(eq(lessonCompletions.learner, learner)),
    questions: db
      .select({ course: latestAnswers.course, question: latestAnswers.question })
      .from(latestAnswers)
      .where(eq(latestAnswers.learner, learner)),
    completions: db
      .select({ course: courseCompletions.course, day: courseCompletions.day, earnedOn: courseVersions.lessons })
      .from(courseCompletions)
      .leftJoin(
        courseVersions,
        and(eq(courseVersions.course, courseCompletions.course), eq(courseVersions.version, courseCompletions.version)),
      )
      .where(eq(courseCompletions.learner, learner)),
    badges: db
      .select({
        id: awards.id,
        course: awards.course,
        day: awards.day,
        withdrawnAt: awards.withdrawnAt,
        /** As it was called when it was given. */
        given: {
          sv: givenIn('$.name.sv'),
          en: givenIn('$.name.en'),
          picture: givenIn('$.picture'),
        },
      })
      .from(awards)
      .leftJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
      .where(eq(awards.learner, learner)),
    openTests: db
      .select({ id: attempts.id, course: attempts.course, openedAt: attempts.openedAt })
      .from(attempts)
      .where(and(eq(attempts.learner, learner), isNull(attempts.closedAt))),
  }
}

/** How many first answers were right, by how sure the learner was of them. */
export function selectFirstAnswers(db: Database, learner: string) {
  return db
    .select({
      confidence: sql<Confidence>`${latestAnswers.firstConfidence}`,
      answers: sql<number>`count(*)`,
      right: sql<number>`count(*) filter (where ${latestAnswers.firstCorrect})`,
    })
    .from(latestAnswers)
    .where(and(eq(latestAnswers.learner, learner), isNotNull(latestAnswers.firstConfidence)))
    .groupBy(latestAnswers.firstConfidence)
}

/** Of a badge as it was given; null where that cannot be read. */
function givenIn(path: string) {
  return sql<string | null>`iif(json_valid(${achievements.content}), ${achievements.content} ->> ${path}, null)`
}
