import { eq } from 'drizzle-orm'

import type { Database } from '../../db/client.ts'
import { readable } from '../../db/readable.ts'
import { answers, attempts, remarkings, submissions } from '../../db/schema/quizzes.ts'

/** Statements that read what quizzes hold about somebody, by what each is called in the document for them. */
export function heldInQuizzes(db: Database, learner: string) {
  return {
    answers: heldAnswers(db, learner),
    'badge tests drawn': db
      .select({
        id: attempts.id,
        course: attempts.course,
        courseVersion: attempts.courseVersion,
        drawn: readable(attempts.drawn),
        chosenSoFar: readable(attempts.draft),
        openedAt: attempts.openedAt,
        closedAt: attempts.closedAt,
      })
      .from(attempts)
      .where(eq(attempts.learner, learner))
      .orderBy(attempts.openedAt),
    'badge tests handed in': db
      .select({
        test: submissions.attempt,
        course: submissions.course,
        answers: readable(submissions.answers),
        score: submissions.score,
        passed: submissions.passed,
        language: submissions.locale,
        text: submissions.text,
        at: submissions.at,
      })
      .from(submissions)
      .where(eq(submissions.learner, learner))
      .orderBy(submissions.at),
    'badge tests marked anew': db
      .select({
        test: remarkings.attempt,
        course: remarkings.course,
        question: remarkings.question,
        score: remarkings.score,
        passed: remarkings.passed,
        reason: readable(remarkings.reason),
        at: remarkings.at,
      })
      .from(remarkings)
      .where(eq(remarkings.learner, learner))
      .orderBy(remarkings.at, remarkings.question),
  }
}

function heldAnswers(db: Database, learner: string) {
  const { id, course, lesson, question, version, correct, locale, at, text, confidence, hints } = answers
  return db
    .select({
      id,
      course,
      lesson,
      question,
      questionVersion: version,
      chosen: readable(answers.chosen),
      correct,
      language: locale,
      text,
      confidence,
      hintsOpened: hints,
      at,
    })
    .from(answers)
    .where(eq(answers.learner, learner))
    .orderBy(answers.at, answers.id)
}
