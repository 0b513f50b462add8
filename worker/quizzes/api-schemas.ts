import { z } from '@hono/zod-openapi'

import { Day, Examples, Id, Moment } from '../http/api-fields.ts'
import { type AnsweredView, questionTypes, type QuestionView } from '../questions/registry.ts'
import { AnswerFields } from './answer-fields.ts'

const shown = {
  id: Id,
  version: z.string().openapi({ description: 'Names exactly what was shown; an answer carries it.' }),
  stem: z.string().openapi({ description: 'Inline HTML.' }),
}
const told = { id: Id, stem: z.string(), correct: z.boolean() }

/** One of each type. Several names of types may share their fields. */
const kinds = [...new Set(Object.values(questionTypes))]

/** Before the answer: no key, no feedback, no authored order. `more` is what an open attempt adds. */
function questions<More extends z.ZodRawShape>(more: More, name: string) {
  const views = kinds.map(({ viewFields }) => z.object({ ...shown, ...viewFields, ...more }))
  return z.union(views).openapi(name) as unknown as z.ZodType<QuestionView & z.infer<z.ZodObject<More>>>
}

const Question = questions({}, 'Question')

/** After the answer. `more` is what a review adds. */
function markedQuestions<More extends z.ZodRawShape>(more: More, name: string) {
  const views = kinds.map(({ answeredFields }) => z.object({ ...told, ...answeredFields, ...more }))
  return z.union(views).openapi(name) as unknown as z.ZodType<AnsweredView & z.infer<z.ZodObject<More>>>
}

const MarkedQuestion = markedQuestions({}, 'MarkedQuestion')

const readAgain = z
  .object({
    course: Id,
    lesson: Id,
    heading: Id.nullable().openapi({ description: 'The heading under which it stands; null: the whole lesson.' }),
    title: z.string().openapi({ description: 'Of the heading, or of the lesson. Plain text.' }),
    href: z
      .string()
      .openapi({ description: 'Its page. In the HTML of the lesson the heading has the id `s-{heading}`.' }),
  })
  .nullable()
  .openapi({
    description:
      'Where what was asked is taught, in the course as it is today; null where the question names no place, or its lesson is gone.',
  })

const OpenPractice = z
  .object({
    state: z.literal('open'),
    question: Question,
    hints: z.array(z.string()).openapi({ description: 'Inline HTML, each saying more; to be shown one at a time.' }),
    asksConfidence: z.boolean().openapi({ description: 'Whether the answer may say how sure the learner is.' }),
  })
  .openapi('OpenPractice')
const voided = z
  .object({ reason: z.string() })
  .nullable()
  .openapi({ description: 'The question was wrong, and why: its answer counts, whatever `correct` says.' })
const AnsweredPractice = z
  .object({ state: z.literal('answered'), question: MarkedQuestion, readAgain, voided })
  .openapi('AnsweredPractice')

const bodyWords =
  'HTML, rendered by the compiler; all that stands in the text is in it, and reads well as it is. A picture with a caption is ' +
  '`figure.figure`, a note about a tool `aside.quote--tool`, what to do and to remember `section.callout`, the words and sources ' +
  'at its end `section.words` and `section.sources`. An estimate is `section.estimate` with the id `guess-{id}`, and the ' +
  '`details.fold` after it holds the answer and the section that explains it; the comment `<!--guess {id}-->` is where a form may go.'

const Estimate = z
  .object({
    id: Id,
    answer: z.number(),
    unit: z.string().openapi({ description: 'Stands after the number. Plain text.' }),
  })
  .openapi('Estimate', {
    description:
      'A guess before an explanation is read, of which the program shows the answer afterwards. It is no question: never marked, and there is nowhere to send it.',
  })

export const Lesson = z
  .object({
    course: Id,
    id: Id,
    title: z.string(),
    outcome: z.string(),
    minutes: z.int(),
    checked: Day,
    body: z.string().openapi({ description: bodyWords }),
    examples: Examples,
    estimates: z.array(Estimate).openapi({ description: 'What the text asks to be guessed, in order.' }),
    done: z.boolean(),
    questions: z.array(z.discriminatedUnion('state', [OpenPractice, AnsweredPractice])),
    progressUnavailable: z.boolean().openapi({ description: 'What you did could not be read just now.' }),
    page: z.string(),
  })
  .openapi('Lesson')

const { id, version, tokens, text, confidence, hints } = AnswerFields
const Tokens = tokens.openapi({ description: 'Of the chosen options; of an order all of them, in sequence.' })
const Text = text.openapi({ description: 'A short text, or a number as the language of the request writes it.' })

export const AnswerPath = z.object({
  course: Id,
  lesson: Id,
  id: id.openapi({ description: 'Made by the client, so that a replay is recognised.' }),
})

export const SentAnswer = z
  .object({
    question: Id,
    version,
    tokens: Tokens.optional(),
    text: Text.optional(),
    confidence: confidence
      .optional()
      .openapi({ description: 'How sure the learner is, before the answer is marked. Told to nobody else.' }),
    hints: hints.optional().openapi({ description: 'How many hints were looked at.' }),
  })
  .refine((sent) => (sent.tokens === undefined) !== (sent.text === undefined), {
    path: ['tokens'],
    message: 'either tokens or text',
  })
  .openapi('SentAnswer')

export const MarkedAnswer = z
  .object({
    kept: z.boolean().openapi({ description: 'False when nobody is signed in: then nothing is stored.' }),
    question: MarkedQuestion,
    readAgain,
    voided,
  })
  .openapi('MarkedAnswer')

/** What a question that is answered in steps answers to all steps but the last. */
export const NextStep = z
  .object({ kept: z.literal(false), next: Question.openapi({ description: 'The question after the steps so far.' }) })
  .openapi('NextStep')

export const BadgeTest = z
  .object({
    questions: z.int(),
    passMark: z.int(),
    open: z.object({ id: Id, closesAt: Moment }).nullable().openapi({ description: 'The attempt that is open.' }),
    last: z
      .object({ id: Id, score: z.int(), passed: z.boolean(), at: Moment })
      .nullable()
      .openapi({ description: 'The newest submission.' }),
    nextDrawAt: Moment.nullable().openapi({ description: 'When the next test may be drawn; null: now.' }),
    badge: z.object({ award: Id, day: Day }).nullable(),
  })
  .openapi('BadgeTest')

const OpenAttempt = z
  .object({
    state: z.literal('open'),
    id: Id,
    course: Id,
    closesAt: Moment,
    passMark: z.int(),
    questions: z.array(
      questions(
        { chosen: z.union([Tokens, Text]).openapi({ description: 'Saved earlier; no tokens when nothing was.' }) },
        'DrawnQuestion',
      ),
    ),
  })
  .openapi('OpenAttempt')

export const SubmittedAttempt = z
  .object({
    state: z.literal('submitted'),
    id: Id,
    course: Id,
    score: z.int(),
    passMark: z.int(),
    passed: z.boolean(),
    questions: z.array(markedQuestions({ readAgain }, 'ReviewedQuestion')),
    voided: z
      .array(z.object({ question: Id, reason: z.string().nullable() }))
      .openapi({ description: 'Questions that were wrong: the score counts them as right, whatever `correct` says.' }),
    award: Id.nullable(),
    nextDrawAt: Moment.nullable(),
  })
  .openapi('SubmittedAttempt')

const LapsedAttempt = z
  .object({ state: z.literal('lapsed'), id: Id, course: Id })
  .openapi('LapsedAttempt', { description: 'Closed unsubmitted after 24 hours; that is no failure.' })

export const Attempt = z.discriminatedUnion('state', [OpenAttempt, SubmittedAttempt, LapsedAttempt]).openapi('Attempt')

export const SentAttempt = z
  .object({
    answers: z
      .record(Id, z.union([Tokens, Text]))
      .openapi({ description: 'By question id. What is left out is unanswered.' }),
  })
  .openapi('SentAttempt')
