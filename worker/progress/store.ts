import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { CourseSummary } from '../../formats/catalogue/catalogue.ts'
import type { Database } from '../db/client.ts'
import { type Slots, statement } from '../db/statement.ts'
import { courseCompletions, courseStarts, lessonCompletions, requirements } from '../db/schema/progress.ts'

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
  return insertStart(db, { learner, course, at })
}

const insertStart = statement(['learner', 'course', 'at'], (db, { learner, course, at }) =>
  db
    .insert(courseStarts)
    .values({ learner, course, at, lastAt: at })
    .onConflictDoUpdate({
      target: [courseStarts.learner, courseStarts.course],
      set: { lastAt: sql`max(last_at, excluded.last_at)` },
    }),
)

/**
 * Completes a lesson where `answered` holds of its questions when the batch runs; a lesson once done stays as it was
 * written. Made once for a condition.
 */
export function completeLessonWhere(answered: (slots: Slots<'learner' | 'course' | 'questions'>) => SQL) {
  const insert = statement(['learner', 'course', 'lesson', 'version', 'at', 'questions'], (db, slots) =>
    db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
      select ${slots.learner}, ${slots.course}, ${slots.lesson}, ${slots.version}, ${slots.at}
      where ${answered(slots)}
      on conflict do nothing`),
  )
  return (
    db: Database,
    {
      learner,
      course,
      lesson,
      at,
    }: { learner: string; course: CourseSummary; lesson: { id: string; questions: string[] }; at: Date },
  ) =>
    insert(db, {
      learner,
      course: course.id,
      lesson: lesson.id,
      version: course.version,
      at: at.getTime(),
      questions: JSON.stringify(lesson.questions),
    })
}

/** Completes a course if every lesson that it has now is done. */
export function recordCourseCompletion(
  db: Database,
  { learner, course, at, day }: { learner: string; course: CourseSummary; at: Date; day: string },
) {
  const lessons = JSON.stringify(course.lessons.map((lesson) => lesson.id))
  return insertCompletion(db, { learner, course: course.id, version: course.version, at: at.getTime(), day, lessons })
}

const insertCompletion = statement(
  ['learner', 'course', 'version', 'at', 'day', 'lessons'],
  (db, { learner, course, version, at, day, lessons }) =>
    db.run(sql`insert into ${courseCompletions} (learner, course, version, at, day)
      select ${learner}, ${course}, ${version}, ${at}, ${day}
      where (select count(*) from ${lessonCompletions} where learner = ${learner} and course = ${course}
        and lesson in (select value from json_each(${lessons}))) = json_array_length(${lessons})
      on conflict do nothing`),
)

/** What each course and path asked when it was last looked at, and how far that has come. */
export function selectRequirements(db: Database) {
  return db.select().from(requirements)
}

/** Begins again at the first learner when what is asked is new. */
export function recordRequirement(db: Database, { subject, asked }: { subject: string; asked: string }) {
  return db.run(sql`insert into ${requirements} (subject, asked, cursor) values (${subject}, ${asked}, '')
    on conflict (subject) do update set asked = excluded.asked, cursor = '' where asked <> excluded.asked`)
}

/** True in SQL of the learners who come next in looking at a subject again. */
export function isAfterCursor(subject: string) {
  return sql`learner > (select cursor from ${requirements} where subject = ${subject})`
}

/** The next learners of a course to look at again: none once all were. */
function nextLearners(course: string, most: number) {
  return sql`(select learner from ${courseStarts} where course = ${course} and ${isAfterCursor(course)}
    order by learner limit ${most})`
}

/** Who was looked at last; null, which is the end, when there was nobody left. */
export function recordCursor(db: Database, subject: string, learners: SQL) {
  return db.run(sql`update ${requirements} set cursor = (select max(learner) from ${learners})
    where subject = ${subject} and cursor is not null`)
}

/** How far the looking for something asked has come, said by whoever looks; nothing where another thing is asked since. */
export function moveCursor(
  db: Database,
  { subject, asked }: { subject: string; asked: string },
  cursor: string | null,
) {
  return db.run(sql`update ${requirements} set cursor = ${cursor} where subject = ${subject} and asked = ${asked}`)
}

/**
 * Completes for the next learners of a course what its requirement of today makes complete: lessons where `answered`
 * holds of `s.learner` and the questions `l.value ->> 'questions'`, then the course. What was written stays as it was.
 */
export function completeAgain(
  db: Database,
  { course, asked, at, day }: { course: CourseSummary; asked: string; at: Date; day: string },
  answered: SQL,
  most: number,
) {
  const learners = nextLearners(course.id, most)
  return [
    db.run(sql`insert into ${lessonCompletions} (learner, course, lesson, version, at)
      select s.learner, ${course.id}, l.value ->> 'id', ${course.version}, ${at.getTime()}
      from ${learners} s, json_each(${asked}) l
      where ${answered}
      on conflict do nothing`),
    db.run(sql`insert into ${courseCompletions} (learner, course, version, at, day)
      select s.learner, ${course.id}, ${course.version}, ${at.getTime()}, ${day}
      from ${learners} s
      where not exists (select 1 from json_each(${asked}) l where not ${isLessonDone(course.id)})
      on conflict do nothing`),
    recordCursor(db, course.id, learners),
  ] as const
}

function isLessonDone(course: string) {
  return sql`exists (select 1 from ${lessonCompletions} d
    where d.learner = s.learner and d.course = ${course} and d.lesson = l.value ->> 'id')`
}

/** How many who are under way would be done with a course that asks this; `answered` as in completeAgain. */
export function countReached(db: Database, { course, asked }: { course: string; asked: string }, answered: SQL) {
  const s = alias(courseStarts, 's')
  const c = alias(courseCompletions, 'c')
  return db
    .select({ people: count() })
    .from(s)
    .where(
      and(
        eq(s.course, course),
        sql`not exists (select 1 from ${courseCompletions} c where ${c.learner} = ${s.learner} and ${c.course} = ${s.course})`,
        sql`not exists (select 1 from json_each(${asked}) l where not ${isLessonDone(course)} and not (${answered}))`,
      ),
    )
}
