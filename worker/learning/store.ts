import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { CourseSummary } from '../../formats/catalogue/catalogue.ts'
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
      // Of two of one badge, from two accounts, the first counts.
      .where(and(eq(awards.learner, learner), isNull(awards.sameAs))),
    openTests: db
      .select({ id: attempts.id, course: attempts.course, openedAt: attempts.openedAt })
      .from(attempts)
      .where(and(eq(attempts.learner, learner), isNull(attempts.closedAt))),
  }
}

/** How many first answers were right, by how sure the learner was of them; none to a question that is voided. */
export function selectFirstAnswers(db: Database, learner: string, courses: readonly CourseSummary[]) {
  const voided = courses.flatMap(({ id: course, voided: own = [] }) =>
    own.map(({ question, versions }) => ({ course, question, versions: versions === 'all' ? null : versions })),
  )
  return db
    .select({
      confidence: sql<Confidence>`${latestAnswers.firstConfidence}`,
      answers: sql<number>`count(*)`,
      right: sql<number>`count(*) filter (where ${latestAnswers.firstCorrect})`,
    })
    .from(latestAnswers)
    .where(
      and(
        eq(latestAnswers.learner, learner),
        isNotNull(latestAnswers.firstConfidence),
        sql`not exists (select 1 from json_each(${JSON.stringify(voided)}) v
          where v.value ->> 'course' = ${latestAnswers.course} and v.value ->> 'question' = ${latestAnswers.question}
          and (v.value ->> 'versions' is null
            or exists (select 1 from json_each(v.value, '$.versions') w where w.value = ${latestAnswers.version})))`,
      ),
    )
    .groupBy(latestAnswers.firstConfidence)
}

/** Of a badge as it was given; null where that cannot be read. */
function givenIn(path: string) {
  return sql<string | null>`iif(json_valid(${achievements.content}), ${achievements.content} ->> ${path}, null)`
}
