import { and, desc, eq, inArray, sql } from 'drizzle-orm'

import type { CourseSummary } from '../courses/catalogue.ts'
import type { Database } from '../db/client.ts'
import { awards } from '../db/schema/badges.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../db/schema/progress.ts'
import { latestAnswers } from '../db/schema/quizzes.ts'

/** Statements for a batch: what a learner has done in one course. */
export function selectLessonsDone(db: Database, learner: string, course: string) {
  return db
    .select({ lesson: lessonCompletions.lesson })
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.learner, learner), eq(lessonCompletions.course, course)))
}

export function selectCompletion(db: Database, learner: string, course: string) {
  return db
    .select({ day: courseCompletions.day, version: courseCompletions.version })
    .from(courseCompletions)
    .where(and(eq(courseCompletions.learner, learner), eq(courseCompletions.course, course)))
}

/** Everything `/me` and the catalogue show of a learner: a handful of rows per course that was begun. */
export async function readOverview(db: Database, learner: string) {
  const [starts, lessons, questions, completions, badges] = await db.batch([
    db
      .select({ course: courseStarts.course, lastAt: courseStarts.lastAt })
      .from(courseStarts)
      .where(eq(courseStarts.learner, learner))
      .orderBy(desc(courseStarts.lastAt)),
    db
      .select({ course: lessonCompletions.course, lesson: lessonCompletions.lesson })
      .from(lessonCompletions)
      .where(eq(lessonCompletions.learner, learner)),
    db
      .select({ course: latestAnswers.course, question: latestAnswers.question })
      .from(latestAnswers)
      .where(eq(latestAnswers.learner, learner)),
    db
      .select({ course: courseCompletions.course, day: courseCompletions.day, version: courseCompletions.version })
      .from(courseCompletions)
      .where(eq(courseCompletions.learner, learner)),
    db.select({ id: awards.id, course: awards.course, day: awards.day }).from(awards).where(eq(awards.learner, learner)),
  ])
  return { starts, lessons, questions, completions, badges }
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

/** Completes a lesson if every one of its practice questions is answered; a lesson once done stays as it was written. */
export function recordLessonCompletion(
  db: Database,
  { learner, course, lesson, at }: { learner: string; course: CourseSummary; lesson: string; at: Date },
) {
  const required = course.lessons.find((entry) => entry.id === lesson)?.questions ?? []
  const answered = db
    .select({ count: sql`count(*)` })
    .from(latestAnswers)
    .where(
      and(
        eq(latestAnswers.learner, learner),
        eq(latestAnswers.course, course.id),
        inArray(latestAnswers.question, required),
      ),
    )

  return db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
    select ${learner}, ${course.id}, ${lesson}, ${course.version}, ${at.getTime()}
    where ${required.length} > 0 and (${answered}) = ${required.length}
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
