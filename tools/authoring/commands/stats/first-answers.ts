import type { Client, ResultSet } from '@libsql/client/web'

import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import type { AttemptAnswers, DrawnQuestion } from '../../../../worker/db/schema/quizzes.ts'
import type { Chosen } from '../../../../worker/questions/given.ts'
import { isCorrect } from '../../../../worker/quizzes/marking.ts'
import type { Response } from './item-statistics.ts'

/** First answers of one course: to its practice, and in its badge test. */
export interface FirstAnswers {
  practice: Response[]
  test: Response[]
}

/** A learner's first answer to each question, and first handed-in test, are those of the smallest time. */
const firstPractice = `select learner, question, chosen, correct from (
    select *, row_number() over (partition by learner, question order by at, id) as turn from answers
    where course = ? and json_valid(chosen))
  where turn = 1`
const firstTests = `select s.learner as learner, s.answers as answers, a.drawn as drawn from (
    select *, row_number() over (partition by learner order by at, attempt) as turn from submissions
    where course = ? and json_valid(answers)) s
  join attempts a on a.learner = s.learner and a.id = s.attempt
  where s.turn = 1 and json_valid(a.drawn)`
const versions = 'select version, content from question_versions where course = ? and json_valid(content)'

/**
 * Reads first attempts only: later ones tell of practice, not of the question. Practice counts whatever version was
 * shown; a test is marked by the versions that were drawn, and an unanswered question is wrong.
 */
export async function readFirstAnswers(client: Client, course: string): Promise<FirstAnswers> {
  const [practice, tests, contents] = await client.batch(
    [firstPractice, firstTests, versions].map((sql) => ({ sql, args: [course] })),
    'read',
  )
  const known = new Map(contents!.rows.map((row) => [String(row.version), JSON.parse(String(row.content)) as Question]))
  return {
    practice: practice!.rows.map((row) => ({
      learner: String(row.learner),
      question: String(row.question),
      right: Number(row.correct) === 1,
      chosen: ordinalsIn(JSON.parse(String(row.chosen)) as Chosen),
    })),
    test: testsOf(tests!, known),
  }
}

function testsOf({ rows }: ResultSet, known: ReadonlyMap<string, Question>): Response[] {
  return rows.flatMap((row) => {
    const answers = JSON.parse(String(row.answers)) as AttemptAnswers
    return (JSON.parse(String(row.drawn)) as DrawnQuestion[]).flatMap(({ question, version }) => {
      const content = known.get(version)
      if (!content) return []
      const chosen = answers[question]
      return [{ learner: String(row.learner), question, right: isCorrect(content, chosen), chosen: ordinalsIn(chosen) }]
    })
  })
}

function ordinalsIn(chosen: Chosen | undefined): number[] {
  return Array.isArray(chosen) ? chosen : []
}
