import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'

import type { CourseSummary } from '../courses/catalogue.ts'
import type { Database } from '../db/client.ts'
import { statement } from '../db/statement.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../db/schema/progress.ts'

/** The lessons a learner has done in one course. */
export const selectLessonsDone = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ lesson: lessonCompletions.lesson })
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.learner, learner), eq(lessonCompletions.course, course))),
)

/** The courses a learner has begun, the one last worked on first. */
export function selectStarts(db: Database, learner: string) {
  return db
    .select({ course: courseStarts.course, at: courseStarts.at, lastAt: courseStarts.lastAt })
    .from(courseStarts)
    .where(eq(courseStarts.learner, learner))
    .orderBy(desc(courseStarts.lastAt))
}

/** Marks a learner as under way in a course. Written from a fact with this time, so that a replay changes nothing. */
export function recordStart(db: Database, learner: string, course: string, at: Date) {
  return db
    .insert(courseStarts)
    .values({ learner, course, at, lastAt: at })
    .onConflictDoUpdate({
      target: [courseStarts.learner, courseStarts.course],
      set: { lastAt: sql`max(last_at, excluded.last_at)` },
    })
}

/** Completes a lesson where `answered` holds when the batch runs; a lesson once done stays as it was written. */
export function recordLessonCompletion(
  db: Database,
  { learner, course, lesson, at }: { learner: string; course: CourseSummary; lesson: string; at: Date },
  answered: SQL,
) {
  return db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
    select ${learner}, ${course.id}, ${lesson}, ${course.version}, ${at.getTime()}
    where ${answered}
    on conflict do nothing`)
}

/** Completes a course if every lesson that it has now is done. */
export function recordCourseCompletion(
  db: Database,
  { learner, course, at, day }: { learner: string; course: CourseSummary; at: Date; day: string },
) {
  const required = course.lessons.map((lesson) => lesson.id)
  const done = db
    .select({ count: sql`count(*)` })
    .from(lessonCompletions)
    .where(
      and(
        eq(lessonCompletions.learner, learner),
        eq(lessonCompletions.course, course.id),
        inArray(lessonCompletions.lesson, required),
      ),
    )

  return db.run(sql`insert into ${courseCompletions} (learner, course, version, at, day)
    select ${learner}, ${course.id}, ${course.version}, ${at.getTime()}, ${day}
    where (${done}) = ${required.length}
    on conflict do nothing`)
}
