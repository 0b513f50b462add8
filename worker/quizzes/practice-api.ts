import { createRoute, z } from '@hono/zod-openapi'

import { dayOf } from '../../formats/day.ts'
import { voidingOf } from '../../formats/catalogue/voiding-of.ts'
import { examplesTold, variantAsked } from '../courses/chosen-variant.ts'
import { apiApp } from '../http/api-app.ts'
import { answers, body, ForTrade, Id, InText } from '../http/api-fields.ts'
import { problems } from '../http/api-problem.ts'
import { frameOf } from '../http/frame-of.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../../web/urls.ts'
import { AnswerPath, Lesson, MarkedAnswer, NextStep, SentAnswer } from './api-schemas.ts'
import { answeredView } from './answered-views.ts'
import { lessonView } from './lesson-view.ts'
import { nextStep } from './next-step.ts'
import { type ReadAgain, readAgainIn } from './read-again.ts'
import { readLesson } from './read-lesson.ts'
import { markAnswer, SentBack, submitAnswer } from './submit-answer.ts'

/** Lessons with their practice questions. */
export const practiceApi = apiApp()

const readLessonRoute = createRoute({
  method: 'get',
  path: '/api/v1/courses/{course}/lessons/{lesson}',
  tags: ['Practice'],
  summary: 'A lesson with its practice questions',
  description: 'Answered questions come with their reasons, the others without key, feedback or authored order.',
  request: {
    params: z.object({ course: Id, lesson: Id }),
    query: InText.extend({
      ...ForTrade,
      again: Id.optional().openapi({ description: 'A question to be shown unanswered again.' }),
    }),
  },
  responses: { 200: answers('The lesson', Lesson), ...problems(404, 422) },
})

practiceApi.openapi(readLessonRoute, async (c) => {
  const { visit } = c.var
  const { course, lesson: id } = c.req.valid('param')
  const read = await readLesson(visit, course, id)
  const { again, for: trade } = c.req.valid('query')
  const view = await lessonView(visit, frameOf(c), read, { again, variant: variantAsked(read.course, trade) })
  return c.json(
    {
      course,
      id,
      title: view.lesson.title,
      outcome: view.lesson.outcome,
      minutes: view.lesson.minutes,
      checked: dayOf(view.lesson.checked),
      body: view.lesson.body,
      examples: examplesTold(view.lesson.examples),
      estimates: (read.lesson.estimates ?? []).map((estimate) => ({ ...estimate, unit: estimate.unit[visit.locale] })),
      done: view.steps.some((step) => step.id === id && step.done),
      questions: view.questions.map((practice) =>
        practice.state === 'open'
          ? {
              state: 'open' as const,
              question: practice.question,
              hints: [...practice.hints],
              asksConfidence: practice.asksConfidence,
            }
          : {
              state: 'answered' as const,
              question: practice.question,
              ...besides(practice.readAgain, practice.voided),
            },
      ),
      progressUnavailable: view.progressUnavailable,
      page: urls.lesson(visit.locale, course, id),
    },
    200,
  )
})

const putAnswer = createRoute({
  method: 'put',
  path: '/api/v1/courses/{course}/lessons/{lesson}/answers/{id}',
  tags: ['Practice'],
  summary: 'Answer a practice question',
  description:
    'Marks by the version that was shown and gives the reason for every option. Signed in, the answer is kept: the ' +
    'same id with the same answer changes nothing, with another answer it is kept as a new one. Signed out, the ' +
    'answer is marked and nothing is stored. A story is answered in steps: until it ends, `next` is what is to be ' +
    'chosen then, and nothing is kept.',
  security: [{ session: [] }, {}],
  request: { params: AnswerPath, query: InText, body: body(SentAnswer) },
  responses: {
    200: answers('The marked answer, or the next step', z.union([MarkedAnswer, NextStep])),
    ...problems(403, 404, 413, 422),
  },
})

practiceApi.openapi(putAnswer, async (c) => {
  const { visit } = c.var
  if (visit.learnerUnknown) throw new Refusal('unavailable', 'session cannot be checked')

  const { tokens = [], text, ...named } = c.req.valid('json')
  const sent = { ...c.req.valid('param'), ...named, given: text ?? tokens }
  const { learner } = visit
  try {
    const marked = learner ? await submitAnswer({ ...visit, learner }, sent) : await markAnswer(visit, sent)
    const question = await answeredView(marked.question, marked, visit)
    const taught = readAgainIn(marked.course, sent.lesson, marked.question, visit)
    const voided = voidingOf(marked.course.voided, { question: sent.question, version: sent.version })
    const told = besides(taught, voided?.reason[visit.locale])
    return c.json({ kept: learner !== undefined, question, ...told }, 200)
  } catch (error) {
    if (!(error instanceof SentBack && error.goesOn)) throw error
    const { view } = await nextStep(visit, frameOf(c), sent, error)
    return c.json({ kept: false as const, next: view.question }, 200)
  }
})

/** Nobody is sent to read again what a voided question was about. */
function besides(place: ReadAgain | undefined, reason: string | undefined) {
  return reason === undefined
    ? { readAgain: placeOrNull(place), voided: null }
    : { readAgain: null, voided: { reason } }
}

/** As the API gives a place to read again. */
export function placeOrNull(place: ReadAgain | undefined) {
  return place ? { ...place, heading: place.heading ?? null } : null
}
