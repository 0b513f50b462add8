import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'

import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../db/client.ts'
import { remarkings, submissions } from '../../db/schema/quizzes.ts'
import { statement } from '../../db/statement.ts'

/** In a statement from submissions alone, the re-markings of each. Tables by their names: drizzle leaves out whose a column is. */
const own = sql`from remarkings r where r.learner = submissions.learner and r.attempt = submissions.attempt`

/** A submission with what it came to: its own score, or the newest of its re-markings. */
export const asItCame = {
  ...getTableColumns(submissions),
  score:
    sql<number>`max(submissions.score, coalesce((select max(r.score) ${own} and typeof(r.score) = 'integer'), 0))`.mapWith(
      submissions.score,
    ),
  passed: sql<boolean>`(submissions.passed = 1 or exists (select 1 ${own} and r.passed = 1))`.mapWith(
    submissions.passed,
  ),
}

/** The condition under which a test that was not passed as it was marked is passed since. */
export function hasPassedSince({ learner, attempt }: Record<'learner' | 'attempt', unknown>): SQL {
  return sql`exists (select 1 from ${remarkings} where learner = ${learner} and attempt = ${attempt} and passed = 1)`
}

/** The voided questions of a test; of one whose reason cannot be read, only that it is. */
export const selectRemarkings = statement(['learner', 'id'], (db, { learner, id }) =>
  db
    .select({
      question: remarkings.question,
      reason: sql<InBoth<string> | null>`iif(json_valid(${remarkings.reason}), ${remarkings.reason}, null)`.mapWith(
        remarkings.reason,
      ),
    })
    .from(remarkings)
    .where(and(eq(remarkings.learner, learner), eq(remarkings.attempt, id))),
)

/** The test of a course that was marked anew last. */
export const selectNewestRemarking = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({ attempt: remarkings.attempt, score: remarkings.score })
    .from(remarkings)
    .where(and(eq(remarkings.learner, learner), eq(remarkings.course, course)))
    .orderBy(desc(remarkings.at), desc(remarkings.score))
    .limit(1),
)

interface NewRemarking {
  learner: string
  attempt: string
  course: string
  question: string
  score: number
  passed: boolean
  reason: InBoth<string>
  at: Date
}

/** Counts a voided question as right, once, where the submission is still the one that was looked at. */
export function recordRemarking(db: Database, remarking: NewRemarking, of: { score: number; at: Date }) {
  const { learner, attempt, course, question, score, passed, reason, at } = remarking
  return db.run(sql`insert into ${remarkings} (learner, attempt, course, question, score, passed, reason, at)
    select ${learner}, ${attempt}, ${course}, ${question}, ${score}, ${Number(passed)}, ${JSON.stringify(reason)}, ${at.getTime()}
    where exists (select 1 from ${submissions}
      where learner = ${learner} and attempt = ${attempt} and score = ${of.score} and at = ${of.at.getTime()})
    on conflict do nothing`)
}
