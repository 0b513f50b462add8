import { sql } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import type { Database } from '../../db/client.ts'
import { answers, attempts, latestAnswers, remarkings, submissions } from '../../db/schema/quizzes.ts'
import { haveAnsweredAll } from '../store.ts'

/**
 * Statements that move every answer and test of an account that ends to the one that stays. `spare`: a random id, of
 * which those answers get another name that both accounts have under the same one.
 */
export function moveAnswersAndTests(
  db: Database,
  merger: Merger,
  { spare, lapsedBefore }: { spare: string; lapsedBefore: Date },
) {
  return [
    ...renameTwins(db, merger, spare),
    ...moveLatest(db, merger),
    db.run(sql`update ${answers} set learner = ${merger.stays} where learner = ${merger.ends} and ${isMerged(merger)}`),
    ...closeNewer(db, merger, lapsedBefore),
    ...moveTests(db, merger),
  ] as const
}

/** The learners `s` and the lessons `l` of a statement in progress, whatever the course: every question is answered. */
export function haveAnsweredTogether() {
  return haveAnsweredAll(sql`s.course`)
}

/** A browser may have left the same answers in both. */
function renameTwins(db: Database, merger: Merger, spare: string) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  const isTwin = (id: string) =>
    sql`exists (select 1 from ${answers} t where t.learner = ${stays} and t.id = ${sql.raw(id)})`
  return [
    db.run(sql`update ${latestAnswers} set answer = answer || ${`-${spare}`}
      where learner = ${ends} and ${ok} and ${isTwin('latest_answers.answer')}`),
    db.run(sql`update ${answers} set id = id || ${`-${spare}`}
      where learner = ${ends} and ${ok} and ${isTwin('answers.id')}`),
  ] as const
}

/** Of each question the newest of both; and how sure somebody was of the very first, in whichever account that was. */
function moveLatest(db: Database, merger: Merger) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  const firstIn = (account: string) => sql`(select course, question, min(at) as at from ${answers}
    where learner = ${account} group by course, question)`
  return [
    db.run(sql`update ${latestAnswers} set first_confidence = e.first_confidence, first_correct = e.first_correct
      from ${latestAnswers} e
      where ${latestAnswers}.learner = ${stays} and e.learner = ${ends} and ${ok}
        and e.course = ${latestAnswers}.course and e.question = ${latestAnswers}.question
        and (e.course, e.question) in (select n.course, n.question from ${firstIn(ends)} n
          join ${firstIn(stays)} o on o.course = n.course and o.question = n.question where n.at < o.at)`),
    db.run(sql`insert into ${latestAnswers} (learner, course, question, lesson, answer, version, chosen, correct, at,
        confidence, first_confidence, first_correct)
      select ${stays}, course, question, lesson, answer, version, chosen, correct, at, confidence, first_confidence,
        first_correct
      from ${latestAnswers} where learner = ${ends} and ${ok}
      on conflict (learner, course, question) do update set
        lesson = excluded.lesson, answer = excluded.answer, version = excluded.version, chosen = excluded.chosen,
        correct = excluded.correct, at = excluded.at, confidence = excluded.confidence
      where excluded.at > at`),
    db.run(sql`delete from ${latestAnswers} where learner = ${ends} and ${ok}`),
  ] as const
}

/** One test of a course is open at a time: what lay open past its time is over, and of two the newer is closed. */
function closeNewer(db: Database, merger: Merger, lapsedBefore: Date) {
  const { stays, ends, at } = merger
  const ok = isMerged(merger)
  const isOfBoth = sql`learner in (${stays}, ${ends}) and closed_at is null`
  return [
    db.run(sql`update ${attempts} set closed_at = ${at.getTime()}, draft = null
      where ${isOfBoth} and opened_at <= ${lapsedBefore.getTime()} and ${ok}`),
    db.run(sql`update ${attempts} set closed_at = ${at.getTime()}, draft = null
      where ${isOfBoth} and ${ok} and exists (select 1 from ${attempts} o
        where o.learner in (${stays}, ${ends}) and o.learner <> ${attempts}.learner and o.course = ${attempts}.course
          and o.closed_at is null and (o.opened_at, o.id) < (${attempts}.opened_at, ${attempts}.id))`),
  ] as const
}

/** A remarking refers to its submission by both: the submission is there under its new learner before the old one goes. */
function moveTests(db: Database, merger: Merger) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  return [
    db.run(sql`update ${attempts} set learner = ${stays} where learner = ${ends} and ${ok}`),
    db.run(sql`insert into ${submissions} (learner, attempt, course, answers, score, passed, locale, at, text)
      select ${stays}, attempt, course, answers, score, passed, locale, at, text
      from ${submissions} where learner = ${ends} and ${ok} on conflict do nothing`),
    db.run(sql`update ${remarkings} set learner = ${stays} where learner = ${ends} and ${ok}`),
    db.run(sql`delete from ${submissions} where learner = ${ends} and ${ok}`),
  ] as const
}
