import type { Client, ResultSet } from '@libsql/client/web'

import type { Question, VoidedQuestion } from '../../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../../formats/catalogue/voiding-of.ts'
import type { AttemptAnswers, DrawnQuestion } from '../../../../worker/db/schema/quizzes.ts'
import type { Chosen } from '../../../../worker/questions/given.ts'
import { rulesOf } from '../../../../worker/questions/registry.ts'
import type { AuthoredOptions } from '../../../../worker/questions/type-rules.ts'
import { isCorrect } from '../../../../worker/quizzes/marking.ts'
import { asAnswered } from '../../../../worker/quizzes/voiding/rules.ts'
import type { Response } from './item-statistics.ts'

/** First answers of one course: to its practice, and in its badge test. */
export interface FirstAnswers {
  practice: Response[]
  test: Response[]
}

/** A learner's first answer to each question, and first handed-in test, are those of the smallest time. */
const firstPractice = `select learner, question, version, chosen, correct, text, hints from (
    select *, row_number() over (partition by learner, question order by at, id) as turn from answers
    where course = ? and json_valid(chosen))
  where turn = 1`
const firstTests = `select s.learner as learner, s.answers as answers, s.text as text, a.drawn as drawn from (
    select *, row_number() over (partition by learner order by at, attempt) as turn from submissions
    where course = ? and json_valid(answers)) s
  join attempts a on a.learner = s.learner and a.id = s.attempt
  where s.turn = 1 and json_valid(a.drawn)`
const versions = 'select version, content from question_versions where course = ? and json_valid(content)'

/**
 * Reads first attempts only: later ones tell of practice, not of the question. Practice counts whatever version was
 * shown; a test is marked by the versions that were drawn, and an unanswered question is wrong. Versions that are voided
 * tell of nobody's skill, and are left out of both.
 */
export async function readFirstAnswers(
  client: Client,
  course: string,
  { voided = [], today = new Map() }: { voided?: readonly VoidedQuestion[] | undefined; today?: Today } = {},
): Promise<FirstAnswers> {
  const [practice, tests, contents] = await client.batch(
    [firstPractice, firstTests, versions].map((sql) => ({ sql, args: [course] })),
    'read',
  )
  const known = new Map(contents!.rows.map((row) => [String(row.version), JSON.parse(String(row.content)) as Question]))
  return {
    practice: practice!.rows
      .filter(({ question, version }) => !voidingOf(voided, { question: String(question), version: String(version) }))
      .map((row) => ({
        learner: String(row.learner),
        question: String(row.question),
        right: Number(row.correct) === 1,
        chosen: asToday(ordinalsIn(JSON.parse(String(row.chosen)) as Chosen), known.get(String(row.version)), today),
        isEasy: row.text === 'easy',
        hints: row.hints === null ? null : Number(row.hints),
      })),
    test: testsOf(tests!, { known, voided, today }),
  }
}

function testsOf(
  { rows }: ResultSet,
  { known, voided, today }: { known: ReadonlyMap<string, Question>; voided: readonly VoidedQuestion[]; today: Today },
): Response[] {
  return rows.flatMap((row) => {
    const answers = JSON.parse(String(row.answers)) as AttemptAnswers
    const drawn = asAnswered(JSON.parse(String(row.drawn)) as DrawnQuestion[], (id) => Object.hasOwn(answers, id), {
      isLast: true,
    })
    return drawn.flatMap(({ question, version }) => {
      const content = known.get(version)
      if (!content || voidingOf(voided, { question, version })) return []
      const chosen = answers[question]
      // Of a test in easy words those questions that had some.
      const isEasy = row.text === 'easy' && content.text.easy !== undefined
      const learner = String(row.learner)
      const right = isCorrect(content, chosen)
      return [{ learner, question, right, chosen: asToday(ordinalsIn(chosen), content, today), isEasy, hints: null }]
    })
  })
}

/** The options of every question as they stand now, by its id. */
type Today = ReadonlyMap<string, AuthoredOptions>

/** The same options where they stand now, if their author calls them by name: one that is gone is left out. */
function asToday(chosen: number[], then: Question | undefined, today: Today): number[] {
  const before = then && rulesOf(then).authoredOptions(then)?.ids
  const now = then && today.get(then.id)?.ids
  return before && now
    ? chosen.map((ordinal) => now.indexOf(before[ordinal] ?? '')).filter((place) => place !== -1)
    : chosen
}

function ordinalsIn(chosen: Chosen | undefined): number[] {
  return Array.isArray(chosen) ? chosen : []
}
