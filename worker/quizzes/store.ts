import { and, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'

import type { Database } from '../db/client.ts'
import { type Slots, statement } from '../db/statement.ts'
import { questionPlaces, questionVersions } from '../db/schema/courses.ts'
import { answers, attempts, type Draft, type DrawnQuestion, latestAnswers, submissions } from '../db/schema/quizzes.ts'
import { asItCame, hasPassedSince } from './voiding/store.ts'

export type Answer = typeof answers.$inferSelect
export type Attempt = typeof attempts.$inferSelect
export type Submission = typeof submissions.$inferSelect
type AttemptName = { learner: string; id: string }

export const selectLatestAnswers = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select({
      question: latestAnswers.question,
      lesson: latestAnswers.lesson,
      version: latestAnswers.version,
      chosen: latestAnswers.chosen,
      correct: latestAnswers.correct,
      confidence: latestAnswers.confidence,
      firstConfidence: latestAnswers.firstConfidence,
      firstCorrect: latestAnswers.firstCorrect,
    })
    .from(latestAnswers)
    // An answer that cannot be read is none: the question is open again, and the lesson is to be had.
    .where(
      and(
        eq(latestAnswers.learner, learner),
        eq(latestAnswers.course, course),
        sql`json_valid(${latestAnswers.chosen})`,
      ),
    ),
)

export const selectAnswer = statement(['learner', 'id'], (db, { learner, id }) =>
  db
    .select()
    .from(answers)
    .where(and(eq(answers.learner, learner), eq(answers.id, id))),
)

/** Whatever is kept of a learner under these ids. */
export function selectAnswers(db: Database, learner: string, ids: readonly string[]) {
  return db
    .select()
    .from(answers)
    .where(
      and(eq(answers.learner, learner), sql`${answers.id} in (select value from json_each(${JSON.stringify(ids)}))`),
    )
}

/** Question versions, with every lesson of these in which they stood. */
export function readPlaced(db: Database, named: readonly { lesson: string; version: string }[]) {
  const versions = JSON.stringify(named.map(({ version }) => version))
  const lessons = JSON.stringify(named.map(({ lesson }) => lesson))
  return db
    .select({
      course: questionVersions.course,
      lesson: questionPlaces.page,
      question: questionVersions.question,
      version: questionVersions.version,
      content: questionVersions.content,
    })
    .from(questionVersions)
    .innerJoin(questionPlaces, eq(questionPlaces.version, questionVersions.version))
    .where(
      sql`${questionVersions.version} in (select value from json_each(${versions}))
        and ${questionPlaces.page} <> 'badge'
        and ${questionPlaces.page} in (select value from json_each(${lessons}))`,
    )
}

/** Keeps an answer once; the same id again is a no-op. */
export function recordAnswer(db: Database, answer: Answer) {
  return insertAnswer(db, answer)
}

const answerColumns = Object.keys(getTableColumns(answers)) as (keyof Answer)[]

const insertAnswer = statement(answerColumns, (db, slots) => db.insert(answers).values(slots).onConflictDoNothing())

/** What somebody felt of the very first answer to a question, and whether it was right. */
export type FirstAnswer = Pick<Answer, 'confidence' | 'correct'>

/**
 * Makes the answer the newest of its question, unless one newer than `since` is there. Reads the stored fact, so a replay
 * changes nothing. `first` is kept where there was no answer to the question yet.
 */
export function recordLatest(db: Database, { learner, id }: Answer, since: Date, first: FirstAnswer) {
  const { confidence, correct } = first
  return insertLatest(db, { learner, id, since: since.getTime(), confidence, correct: Number(correct) })
}

const latestSlots = ['learner', 'id', 'since', 'confidence', 'correct'] as const

const insertLatest = statement(latestSlots, (db, { learner, id, since, confidence, correct }) =>
  db.run(sql`insert into ${latestAnswers} (learner, course, question, lesson, answer, version, chosen, correct, at,
      confidence, first_confidence, first_correct)
    select learner, course, question, lesson, id, version, chosen, correct, at, confidence, ${confidence}, ${correct}
    from ${answers}
    where learner = ${learner} and id = ${id}
    on conflict (learner, course, question) do update set
      lesson = excluded.lesson, answer = excluded.answer, version = excluded.version,
      chosen = excluded.chosen, correct = excluded.correct, at = excluded.at, confidence = excluded.confidence
    where excluded.at > at and ${since} > at`),
)

/** The condition under which a lesson is done: every one of its questions (a JSON list) has an answer, right or wrong. */
export function hasAnsweredAll({ learner, course, questions }: Slots<'learner' | 'course' | 'questions'>) {
  return sql`json_array_length(${questions}) > 0 and (select count(*) from ${latestAnswers}
    where learner = ${learner} and course = ${course} and question in (select value from json_each(${questions})))
    = json_array_length(${questions})`
}

/** The same of the learners `s` and the lessons `l` of a statement in progress: an answer to every question of the lesson. */
export function haveAnsweredAll(course: string | SQL) {
  return sql`json_array_length(l.value, '$.questions') > 0 and not exists (
    select 1 from json_each(l.value, '$.questions') q where not exists (
      select 1 from ${latestAnswers} a where a.learner = s.learner and a.course = ${course} and a.question = q.value))`
}

/** A draft that cannot be read is an empty one. */
const attemptColumns = {
  ...getTableColumns(attempts),
  draft: sql<Draft | null>`iif(json_valid(${attempts.draft}), ${attempts.draft}, null)`.mapWith(attempts.draft),
}

/** The newest attempt of a learner in a course, open or not. */
export const selectNewestAttempt = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select(attemptColumns)
    .from(attempts)
    .where(and(eq(attempts.learner, learner), eq(attempts.course, course), sql`json_valid(${attempts.drawn})`))
    // The one that is open, if there is one: after a clock was set back it need not be the newest.
    .orderBy(desc(isNull(attempts.closedAt)), desc(attempts.openedAt))
    .limit(1),
)

export const selectNewestSubmission = statement(['learner', 'course'], (db, { learner, course }) =>
  db
    .select(asItCame)
    .from(submissions)
    .where(and(eq(submissions.learner, learner), eq(submissions.course, course)))
    .orderBy(desc(submissions.at))
    .limit(1),
)

export const selectAttempt = statement(['learner', 'id'], (db, { learner, id }) =>
  db
    .select(attemptColumns)
    .from(attempts)
    .where(and(eq(attempts.learner, learner), eq(attempts.id, id), sql`json_valid(${attempts.drawn})`)),
)

export const selectSubmission = statement(['learner', 'id'], (db, { learner, id }) =>
  db
    .select(asItCame)
    .from(submissions)
    .where(and(eq(submissions.learner, learner), eq(submissions.attempt, id))),
)

/** Those versions ever drawn in an attempt that are not among the `served` (a JSON list). None on all but the day of a change. */
export const selectOldVersions = statement(['learner', 'id', 'served'], (db, { learner, id, served }) =>
  db
    .select({ content: questionVersions.content })
    .from(questionVersions)
    .where(
      sql`${questionVersions.version} in (select d.atom
          from ${attempts}, json_tree(iif(json_valid(${attempts.drawn}), ${attempts.drawn}, '[]')) d
          where ${attempts.learner} = ${learner} and ${attempts.id} = ${id} and d.key = 'version')
        and ${questionVersions.version} not in (select value from json_each(${served}))`,
    ),
)

/** Closes what lay open past its time, then opens a new attempt unless one is open or the wait is not over. */
export function openAttempt(
  db: Database,
  attempt: {
    learner: string
    id: string
    course: string
    courseVersion: string
    drawn: DrawnQuestion[]
    openedAt: Date
  },
  { lapsedBefore, submittedBetween }: { lapsedBefore: Date; submittedBetween: { from: Date; to: Date } },
) {
  const { learner, id, course, courseVersion, drawn, openedAt } = attempt
  return [
    closeLapsed(db, { learner, course, openedAt: openedAt.getTime(), lapsedBefore: lapsedBefore.getTime() }),
    insertAttempt(db, {
      learner,
      id,
      course,
      courseVersion,
      drawn: JSON.stringify(drawn),
      openedAt: openedAt.getTime(),
      from: submittedBetween.from.getTime(),
      to: submittedBetween.to.getTime(),
    }),
  ] as const
}

const closeLapsed = statement(
  ['learner', 'course', 'openedAt', 'lapsedBefore'],
  (db, { learner, course, openedAt, lapsedBefore }) =>
    db.run(sql`update ${attempts} set closed_at = ${openedAt}, draft = null
      where learner = ${learner} and course = ${course} and closed_at is null and opened_at <= ${lapsedBefore}`),
)

const insertAttempt = statement(
  ['learner', 'id', 'course', 'courseVersion', 'drawn', 'openedAt', 'from', 'to'],
  (db, { learner, id, course, courseVersion, drawn, openedAt, from, to }) =>
    db.run(sql`insert into ${attempts} (learner, id, course, course_version, drawn, opened_at)
      select ${learner}, ${id}, ${course}, ${courseVersion}, ${drawn}, ${openedAt}
      where not exists (select 1 from ${submissions}
        where learner = ${learner} and course = ${course} and at > ${from} and at <= ${to})
      on conflict do nothing`),
)

/** Keeps what changed, question by question: what another tab or device chose elsewhere stays. */
export function recordDraft(db: Database, { learner, id }: AttemptName, changes: Draft, openSince: Date) {
  return db
    .update(attempts)
    .set({ draft: sql`json_patch(coalesce(draft, '{}'), ${JSON.stringify(changes)})` })
    .where(
      and(
        eq(attempts.learner, learner),
        eq(attempts.id, id),
        isNull(attempts.closedAt),
        sql`${attempts.openedAt} > ${openSince.getTime()}`,
      ),
    )
    .returning({ id: attempts.id })
}

/** Submits once: the fact, and the attempt's end. A second submission changes nothing. */
export function recordSubmission(db: Database, submission: Submission) {
  const { learner, attempt } = submission
  const at = submission.at.getTime()
  return [
    insertSubmission(db, {
      ...submission,
      answers: JSON.stringify(submission.answers),
      passed: Number(submission.passed),
      at,
    }),
    closeAttempt(db, { learner, attempt, at }),
  ] as const
}

const insertSubmission = statement(
  ['learner', 'attempt', 'course', 'answers', 'score', 'passed', 'locale', 'at', 'text'],
  (db, { learner, attempt, course, answers, score, passed, locale, at, text }) =>
    db.run(sql`insert into ${submissions} (learner, attempt, course, answers, score, passed, locale, at, text)
      select ${learner}, ${attempt}, ${course}, ${answers}, ${score}, ${passed}, ${locale}, ${at}, ${text}
      where exists (select 1 from ${attempts} where learner = ${learner} and id = ${attempt} and closed_at is null)
      on conflict do nothing`),
)

const closeAttempt = statement(['learner', 'attempt', 'at'], (db, { learner, attempt, at }) =>
  db.run(sql`update ${attempts} set closed_at = ${at}, draft = null
    where learner = ${learner} and id = ${attempt} and closed_at is null`),
)

/** The condition under which an attempt's badge is awarded: its stored submission passed. */
export function hasPassed({ learner, attempt }: Slots<'learner' | 'attempt'>) {
  return sql`(exists (select 1 from ${submissions} where learner = ${learner} and attempt = ${attempt} and passed = 1)
    or ${hasPassedSince({ learner, attempt })})`
}

/** Statements that forget the practice answers of the learners whom a query gives; what is done stays done. */
export function deleteAnswersOf(db: Database, learners: SQL) {
  return [
    db.delete(answers).where(sql`learner in (${learners})`),
    db.delete(latestAnswers).where(sql`learner in (${learners})`),
  ] as const
}
