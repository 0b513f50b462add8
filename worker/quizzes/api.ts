import { createRoute, z } from '@hono/zod-openapi'
import type { Frame } from '../../web/frame.ts'
import { publishedAward } from '../badges/held-award.ts'
import { isoOf } from '../../formats/day.ts'
import { apiApp } from '../http/api-app.ts'
import { answers, body, bySession, Id, InLocale, InText } from '../http/api-fields.ts'
import { problems } from '../http/api-problem.ts'
import { frameOf } from '../http/frame-of.ts'
import { rulesOf } from '../questions/registry.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { Attempt, BadgeTest, SentAttempt, SubmittedAttempt } from './api-schemas.ts'
import { attemptView, reviewView } from './attempt-view.ts'
import { isOpen, openAttempt } from './open-attempt.ts'
import { placeOrNull, practiceApi } from './practice-api.ts'
import { type ReadAttempt, readAttempt } from './read-attempt.ts'
import { readStanding } from './read-standing.ts'
import { closesAt, passMark, testLength } from './rules.ts'
import type { Submission } from './store.ts'
import { saveDraft, submitAttempt } from './submit-attempt.ts'

/** Lessons with their practice questions, and badge tests. */
export const quizzesApi = apiApp()
quizzesApi.route('/', practiceApi)

const attemptsPath = '/api/v1/courses/{course}/attempts'
const InCourse = z.object({ course: Id })
const AttemptPath = z.object({ course: Id, id: Id })

const readBadgeTest = createRoute({
  method: 'get',
  path: attemptsPath,
  tags: ['Badge tests'],
  summary: 'Where you are with a badge test',
  description: 'The attempt that is open, the newest one submitted, and when the next may be drawn.',
  security: bySession,
  request: { params: InCourse, query: InLocale },
  responses: { 200: answers('The badge test', BadgeTest), ...problems(401, 404, 422) },
})

quizzesApi.openapi(readBadgeTest, async (c) => {
  const visit = signedIn(c.var.visit)
  const { open, submitted, waitUntil, award } = await readStanding(visit, c.req.valid('param').course)
  return c.json(
    {
      questions: testLength,
      passMark,
      open: open ? { id: open.id, closesAt: isoOf(closesAt(open.openedAt)) } : null,
      last: submitted
        ? {
            id: submitted.attempt,
            score: submitted.score,
            passed: submitted.passed,
            at: isoOf(submitted.at),
          }
        : null,
      nextDrawAt: momentOrNull(waitUntil),
      badge: publishedAward(award),
    },
    200,
  )
})

const postAttempt = createRoute({
  method: 'post',
  path: attemptsPath,
  tags: ['Badge tests'],
  summary: 'Open a badge test, or resume the open one',
  description: 'A conflict with the reason `wait` until ten minutes after the last submission.',
  security: bySession,
  request: { params: InCourse, query: InText },
  responses: {
    200: answers('The attempt that was open already', Attempt),
    201: answers('A new attempt', Attempt),
    ...problems(401, 403, 404, 409, 422),
  },
})

quizzesApi.openapi(postAttempt, async (c) => {
  const visit = signedIn(c.var.visit)
  const { course } = c.req.valid('param')
  const { id, openedAt } = await openAttempt(visit, course)
  const attempt = await attemptJson(visit, await readAttempt(visit, course, id), frameOf(c))
  c.header('Location', `/api/v1/courses/${course}/attempts/${id}`)
  return openedAt.getTime() === visit.now.getTime() ? c.json(attempt, 201) : c.json(attempt, 200)
})

const readAttemptRoute = createRoute({
  method: 'get',
  path: `${attemptsPath}/{id}`,
  tags: ['Badge tests'],
  summary: 'An attempt of your own',
  description: 'Open: its questions, without the key. Submitted: the review, with every reason.',
  security: bySession,
  request: { params: AttemptPath, query: InText },
  responses: { 200: answers('The attempt', Attempt), ...problems(401, 404, 422) },
})

quizzesApi.openapi(readAttemptRoute, async (c) => {
  const visit = signedIn(c.var.visit)
  const { course, id } = c.req.valid('param')
  return c.json(await attemptJson(visit, await readAttempt(visit, course, id), frameOf(c)), 200)
})

const putDraft = createRoute({
  method: 'put',
  path: `${attemptsPath}/{id}/draft`,
  tags: ['Badge tests'],
  summary: 'Keep what was chosen so far',
  description:
    'Question by question: what is left out stays as it was. No tokens, or an empty text, take a choice back.',
  security: bySession,
  request: { params: AttemptPath, query: InLocale, body: body(SentAttempt) },
  responses: { 204: { description: 'Kept' }, ...problems(401, 403, 404, 409, 413, 422) },
})

quizzesApi.openapi(putDraft, async (c) => {
  const { course, id } = c.req.valid('param')
  await saveDraft(signedIn(c.var.visit), course, id, c.req.valid('json').answers)
  return c.body(null, 204)
})

const putSubmission = createRoute({
  method: 'put',
  path: `${attemptsPath}/{id}/submission`,
  tags: ['Badge tests'],
  summary: 'Submit a badge test',
  description: 'The same answers again give the first result; other answers are a conflict. Eight right of ten pass.',
  security: bySession,
  request: { params: AttemptPath, query: InText, body: body(SentAttempt) },
  responses: { 200: answers('The review', SubmittedAttempt), ...problems(401, 403, 404, 409, 413, 422) },
})

quizzesApi.openapi(putSubmission, async (c) => {
  const visit = signedIn(c.var.visit)
  const { course, id } = c.req.valid('param')
  const submission = await submitAttempt(visit, course, id, c.req.valid('json').answers)
  return c.json(await submittedJson(visit, await readAttempt(visit, course, id), submission, frameOf(c)), 200)
})

async function attemptJson(visit: SignedInVisit, read: ReadAttempt, frame: Frame): Promise<z.infer<typeof Attempt>> {
  const { id, course } = read.attempt
  if (read.submission) return submittedJson(visit, read, read.submission, frame)
  if (!isOpen(read.attempt, visit.now)) return { state: 'lapsed', id, course }

  const view = await attemptView(visit, frame, read)
  return {
    state: 'open',
    id,
    course,
    closesAt: isoOf(view.until),
    passMark: view.passMark,
    questions: view.questions.map(({ view: question, given }) => ({
      ...question,
      chosen: rulesOf(question).sent(given),
    })),
  }
}

async function submittedJson(
  visit: SignedInVisit,
  read: ReadAttempt,
  submission: Submission,
  frame: Frame,
): Promise<z.infer<typeof SubmittedAttempt>> {
  const { score, passed, questions, waitUntil } = await reviewView(visit, frame, read, submission)
  return {
    state: 'submitted',
    id: read.attempt.id,
    course: read.attempt.course,
    score,
    passMark,
    passed,
    questions: questions.map(({ answered, readAgain, voided }) => ({
      ...answered,
      readAgain: placeOrNull(voided ? undefined : readAgain),
    })),
    voided: questions.flatMap(({ answered, voided }) =>
      voided ? [{ question: answered.id, reason: voided.reason ?? null }] : [],
    ),
    award: publishedAward(read.award)?.award ?? null,
    nextDrawAt: momentOrNull(waitUntil),
  }
}

function momentOrNull(at: Date | undefined): string | null {
  return at ? isoOf(at) : null
}
