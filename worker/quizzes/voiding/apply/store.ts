import { and, asc, eq, isNull, sql } from 'drizzle-orm'

import type { Database } from '../../../db/client.ts'
import { questionVersions } from '../../../db/schema/courses.ts'
import {
  type AttemptAnswers,
  attempts,
  type DrawnQuestion,
  remarkings,
  submissions,
} from '../../../db/schema/quizzes.ts'

/** A place in the order of handing in, after which the next submissions come. */
export type Place = readonly [at: number, learner: string, attempt: string]

/** True in SQL where one of these questions was drawn, or stands behind one that was. */
const hasDrawn = (questions: readonly string[]) => sql`case when json_valid(${attempts.drawn})
  then json_type(${attempts.drawn}) = 'array' and exists (select 1 from json_tree(${attempts.drawn}) d
    where d.key = 'question' and d.atom in (select value from json_each(${JSON.stringify(questions)}))) else 0 end`

/**
 * The next submissions of a course in the order of handing in. `isSpoilt`: it cannot be read what was drawn or answered.
 * Of those that had none of the questions only the place. One of a day to come, or of none, comes in no order.
 */
export function selectNextHandedIn(
  db: Database,
  {
    course,
    after,
    until,
    questions,
    most,
  }: { course: string; after: Place | null; until: Date; questions: string[]; most: number },
) {
  const { learner, attempt, at, score, passed, answers } = submissions
  const touched = hasDrawn(questions)
  return db
    .select({
      learner,
      attempt,
      at,
      score,
      passed,
      courseVersion: attempts.courseVersion,
      isSpoilt: sql`case when json_valid(${attempts.drawn}) and json_valid(${answers})
        then json_type(${attempts.drawn}) <> 'array' else 1 end`.mapWith(Boolean),
      answers: sql<AttemptAnswers | null>`case when json_valid(${answers}) and ${touched} then ${answers} end`.mapWith(
        answers,
      ),
      drawn: sql<DrawnQuestion[] | null>`case when ${touched} then ${attempts.drawn} end`.mapWith(attempts.drawn),
      versions: sql<string[]>`case when ${touched} then (select json_group_array(d.atom)
        from json_tree(${attempts.drawn}) d where d.key = 'version') else '[]' end`.mapWith(namesIn),
      counted: sql<string[]>`(select json_group_array(r.question) from ${remarkings} r
        where r.learner = ${learner} and r.attempt = ${attempt})`.mapWith(
        (rows: string) => JSON.parse(rows) as string[],
      ),
    })
    .from(submissions)
    .leftJoin(attempts, and(eq(attempts.learner, learner), eq(attempts.id, attempt)))
    .where(
      and(
        eq(submissions.course, course),
        sql`typeof(${at}) = 'integer' and ${at} <= ${until.getTime()}`,
        after ? sql`(${at}, ${learner}, ${attempt}) > (${after[0]}, ${after[1]}, ${after[2]})` : undefined,
      ),
    )
    .orderBy(asc(at), asc(learner), asc(attempt))
    .limit(most)
}

export type HandedIn = Awaited<ReturnType<typeof selectNextHandedIn>>[number]

function namesIn(list: string): string[] {
  return JSON.parse(list) as string[]
}

/** The next open tests, by learner, in which one of these questions was drawn. */
export function selectNextOpen(
  db: Database,
  {
    course,
    after,
    openedSince,
    questions,
    most,
  }: { course: string; after: string; openedSince: Date; questions: string[]; most: number },
) {
  return db
    .select({
      learner: attempts.learner,
      id: attempts.id,
      drawn: sql<string>`${attempts.drawn}`,
      draft: sql<string | null>`${attempts.draft}`,
      versions: sql<
        string[]
      >`(select json_group_array(d.atom) from json_tree(${attempts.drawn}) d where d.key = 'version')`.mapWith(namesIn),
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.course, course),
        isNull(attempts.closedAt),
        sql`${attempts.openedAt} > ${openedSince.getTime()} and ${attempts.learner} > ${after} and ${hasDrawn(questions)}`,
      ),
    )
    .orderBy(asc(attempts.learner))
    .limit(most)
}

/** Draws something else in an open test, where nothing of it has changed since it was read. */
export function recordSwap(
  db: Database,
  { learner, id, drawn, draft }: { learner: string; id: string; drawn: string; draft: string | null },
  now: DrawnQuestion[],
) {
  return db.run(sql`update ${attempts} set drawn = ${JSON.stringify(now)}
    where learner = ${learner} and id = ${id} and closed_at is null and drawn = ${drawn} and draft is ${draft}`)
}

/** What these versions of a course's questions say. */
export function selectVersions(db: Database, versions: readonly string[]) {
  return db
    .select({ content: questionVersions.content })
    .from(questionVersions)
    .where(
      sql`${questionVersions.version} in (select value from json_each(${JSON.stringify(versions)}))
        and case when json_valid(${questionVersions.content})
          then json_extract(${questionVersions.content}, '$.version') = ${questionVersions.version} else 0 end`,
    )
}
