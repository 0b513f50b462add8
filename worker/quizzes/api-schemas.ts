import { z } from '@hono/zod-openapi'

import { Day, Id, Moment } from '../http/api-fields.ts'
import { AnswerFields } from './answer-fields.ts'

const Option = z
  .object({ token: z.string().openapi({ description: 'Opaque; what an answer names.' }), text: z.string() })
  .openapi('Option')

/** Before the answer: no key, no feedback, no authored order. */
const Question = z
  .object({
    id: Id,
    version: z.string().openapi({ description: 'Names exactly what was shown; an answer carries it.' }),
    choose: z.int().openapi({ description: 'How many options to choose.' }),
    stem: z.string().openapi({ description: 'Inline HTML.' }),
    options: z.array(Option),
  })
  .openapi('Question')

const MarkedQuestion = z
  .object({
    id: Id,
    choose: z.int(),
    stem: z.string(),
    correct: z.boolean(),
    options: z.array(
      Option.extend({ chosen: z.boolean(), right: z.boolean(), feedback: z.string() }).openapi('MarkedOption'),
    ),
  })
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

const { id, version, tokens } = AnswerFields

export const AnswerPath = z.object({
  course: Id,
  lesson: Id,
  id: id.openapi({ description: 'Made by the client, so that a replay is recognised.' }),
})

export const SentAnswer = z
  .object({ question: Id, version, tokens: tokens.min(1).openapi({ description: 'Of the chosen options.' }) })
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
      Question.extend({
        chosen: z.array(z.string()).openapi({ description: 'Tokens saved earlier.' }),
      }).openapi('DrawnQuestion'),
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
      .record(Id, tokens)
      .openapi({ description: 'Tokens of the chosen options by question id. What is left out is unanswered.' }),
  })
  .openapi('SentAttempt')
