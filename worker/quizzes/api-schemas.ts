import { z } from '@hono/zod-openapi'

import { Day, Id, Moment } from '../http/api-fields.ts'
import { AnswerFields } from './answer-fields.ts'

const Option = z
  .object({ token: z.string().openapi({ description: 'Opaque; what an answer names.' }), text: z.string() })
  .openapi('Option')

const shown = {
  id: Id,
  version: z.string().openapi({ description: 'Names exactly what was shown; an answer carries it.' }),
  stem: z.string().openapi({ description: 'Inline HTML.' }),
}
const Passage = z.string().openapi({ description: 'HTML; of a spot, whose sentences are its options.' })
const Choose = z.int().openapi({ description: 'How many options to choose.' })

/** Before the answer: no key, no feedback, no authored order. `more` is what an open attempt adds. */
function questions<M extends z.ZodRawShape>(more: M, name: string) {
  const Choice = z.object({
    ...shown,
    type: z.enum(['single', 'multiple']),
    choose: Choose,
    options: z.array(Option),
    ...more,
  })
  const Spot = z.object({ ...shown, type: z.literal('spot'), passage: Passage, options: z.array(Option), ...more })
  const Order = z.object({ ...shown, type: z.literal('order'), options: z.array(Option), ...more })
  const Typed = z.object({
    ...shown,
    type: z.enum(['text', 'number']),
    unit: z.string().openapi({ description: 'Of a number, or empty.' }),
    ...more,
  })
  return z.union([Choice, Spot, Order, Typed]).openapi(name)
}

const Question = questions({}, 'Question')

const answered = { id: Id, stem: z.string(), correct: z.boolean() }
const Feedback = z.string().openapi({ description: 'For the outcome there was. Inline HTML.' })
const MarkedOption = Option.extend({ chosen: z.boolean(), right: z.boolean(), feedback: z.string() })

const MarkedQuestion = z
  .union([
    z.object({
      ...answered,
      type: z.enum(['single', 'multiple', 'spot']),
      passage: Passage,
      choose: z.int(),
      options: z.array(MarkedOption.openapi('MarkedOption')),
    }),
    z.object({
      ...answered,
      type: z.literal('order'),
      items: z
        .array(z.object({ text: z.string(), place: z.int().nullable().openapi({ description: 'Where you put it.' }) }))
        .openapi({ description: 'In the right order.' }),
      feedback: Feedback,
    }),
    z.object({
      ...answered,
      type: z.enum(['text', 'number']),
      own: z.string().openapi({ description: 'What you gave; empty for nothing.' }),
      right: z.string(),
      feedback: Feedback,
    }),
  ])
  .openapi('MarkedQuestion')

const OpenPractice = z.object({ state: z.literal('open'), question: Question }).openapi('OpenPractice')
const AnsweredPractice = z
  .object({ state: z.literal('answered'), question: MarkedQuestion })
  .openapi('AnsweredPractice')

export const Lesson = z
  .object({
    course: Id,
    id: Id,
    title: z.string(),
    outcome: z.string(),
    minutes: z.int(),
    checked: Day,
    body: z.string().openapi({ description: 'HTML, rendered by the compiler.' }),
    done: z.boolean(),
    questions: z.array(z.discriminatedUnion('state', [OpenPractice, AnsweredPractice])),
    progressUnavailable: z.boolean().openapi({ description: 'What you did could not be read just now.' }),
    page: z.string(),
  })
  .openapi('Lesson')

const { id, version, tokens, text } = AnswerFields
const Tokens = tokens.openapi({ description: 'Of the chosen options; of an order all of them, in sequence.' })
const Text = text.openapi({ description: 'A short text, or a number as the language of the request writes it.' })

export const AnswerPath = z.object({
  course: Id,
  lesson: Id,
  id: id.openapi({ description: 'Made by the client, so that a replay is recognised.' }),
})

export const SentAnswer = z
  .object({ question: Id, version, tokens: Tokens.optional(), text: Text.optional() })
  .refine((sent) => (sent.tokens === undefined) !== (sent.text === undefined), {
    path: ['tokens'],
    message: 'either tokens or text',
  })
  .openapi('SentAnswer')

export const MarkedAnswer = z
  .object({
    kept: z.boolean().openapi({ description: 'False when nobody is signed in: then nothing is stored.' }),
    question: MarkedQuestion,
  })
  .openapi('MarkedAnswer')

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
    questions: z.array(MarkedQuestion),
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
