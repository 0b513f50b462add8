import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { QuestionAnswer } from '../../web/components/question-answer.tsx'
import { LessonPage } from '../../web/pages/courses/lesson-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import { readForm } from '../http/read-form.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../urls.ts'
import { AnswerFields } from './answer-fields.ts'
import { lessonView, type Showing } from './lesson-view.ts'
import { readLesson } from './read-lesson.ts'
import { markAnswer, type MarkedAnswer, type SentAnswer, submitAnswer } from './submit-answer.ts'
import { answeredView } from './views.ts'

/** Lessons and their practice questions. */
export const practice = new Hono<App>()

const AnswerForm = z.object({ id: AnswerFields.id, version: AnswerFields.version, o: AnswerFields.tokens })

practice.get('/:l{(?:sv|en)}/courses/:course/:lesson', async (c) => showLesson(c, { again: c.req.query('again') }))

// The address of an answer that was given without an account; there is nothing to see but the question.
practice.get('/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question', (c) => {
  const { course, lesson, question } = c.req.param()
  return c.redirect(urls.question(c.var.visit.locale, course, lesson, question), 303)
})

practice.post('/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question', async (c) => {
  const { visit } = c.var
  const { course, lesson, question } = c.req.param()
  const form = AnswerForm.parse(await readForm(c, ['o']))
  const frame = frameOf(c)
  if (form.o.length === 0) return showLesson(c, { error: { question, text: frame.t('question.pick-one') } }, 422)
  if (visit.learnerUnknown) throw new Refusal('unavailable', 'session cannot be checked')

  const sent: SentAnswer = { id: form.id, course, lesson, question, version: form.version, tokens: form.o }
  if (!visit.learner) return answerStranger(c, await markAnswer(visit, sent))

  const answer = await submitAnswer({ ...visit, learner: visit.learner }, sent)
  if (wantsFragment(c)) return answerFragment(c, answer, frame.t('question.saved'))
  return c.redirect(urls.question(visit.locale, course, lesson, question), 303)
})

async function showLesson(c: Context<App>, showing: Showing, status: 200 | 422 = 200): Promise<Response> {
  const read = await readLesson(c.var.visit, c.req.param('course')!, c.req.param('lesson')!)
  return c.html(<LessonPage {...await lessonView(c.var.visit, frameOf(c, 'courses'), read, showing)} />, status)
}

/** Signed out, nothing is kept here: the answer's own page is the reply, or its fragment for the script that keeps it. */
async function answerStranger(c: Context<App>, answer: MarkedAnswer): Promise<Response> {
  const { t } = frameOf(c)
  if (wantsFragment(c)) return answerFragment(c, answer, t('question.kept-here'))
  return showLesson(c, { marked: { answer, note: t('question.not-kept') } })
}

async function answerFragment(c: Context<App>, answer: MarkedAnswer, note: string): Promise<Response> {
  const { visit } = c.var
  const { course, lesson } = c.req.param() as { course: string; lesson: string }
  const questions =
    visit.catalogue.courses.find((entry) => entry.id === course)?.lessons.find((entry) => entry.id === lesson)
      ?.questions ?? []
  const view = await answeredView(answer.question, answer.chosen, answer.correct, visit)
  return c.html(
    <QuestionAnswer
      frame={frameOf(c)}
      question={view}
      number={questions.indexOf(view.id) + 1}
      total={questions.length}
      again={urls.lesson(visit.locale, course, lesson)}
      note={note}
    />,
  )
}

function wantsFragment(c: Context<App>): boolean {
  return c.req.header('x-fragment') === '1'
}
