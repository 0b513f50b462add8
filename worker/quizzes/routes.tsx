import { type Context, Hono } from 'hono'
import { z } from 'zod'

import { QuestionForm } from '../../web/components/question-form.tsx'
import { QuestionAnswer } from '../../web/components/question-answer.tsx'
import { LessonPage } from '../../web/pages/courses/lesson-page.tsx'
import { chosenVariant } from '../courses/chosen-variant.ts'
import { frameOf } from '../http/frame-of.ts'
import { readForm } from '../http/read-form.ts'
import { keptBriefly } from '../http/kept-briefly.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'
import { remarkPlace } from '../remarks/remark-place.ts'
import { voidingOf } from '../../formats/catalogue/voiding-of.ts'
import { urls } from '../../web/urls.ts'
import { locales } from '../../formats/catalogue/catalogue.ts'
import { showPage } from '../http/show-page.ts'
import { AnswerFields } from './answer-fields.ts'
import { answeredView } from './answered-views.ts'
import { faultWords } from './fault-words.ts'
import { givenIn } from './form-fields.ts'
import { lessonView, retryAt, type Showing } from './lesson-view.ts'
import { nextStep } from './next-step.ts'
import { readAgainIn } from './read-again.ts'
import { readLesson } from './read-lesson.ts'
import { type AnswerInCourse, markAnswer, SentBack, type SentAnswer, submitAnswer } from './submit-answer.ts'

/** Lessons and their practice questions. */
export const practice = new Hono<App>()

const AnswerForm = z.object({
  id: AnswerFields.id,
  version: AnswerFields.version,
  l: z.enum(locales).optional(),
  confidence: AnswerFields.confidence.optional(),
  hints: z.string().regex(/^\d$/).transform(Number).pipe(AnswerFields.hints).optional(),
})

practice.get('/:l{(?:sv|en)}/courses/:course/:lesson', keptBriefly, async (c) =>
  showLesson(c, { again: c.req.query('again'), far: farIn(c), guessed: (name) => c.req.query(name) }),
)

// The address of an answer that was given without an account; there is nothing to see but the question.
practice.get('/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question', (c) => {
  const { course, lesson, question } = c.req.param()
  return c.redirect(urls.question(c.var.visit.locale, course, lesson, question), 303)
})

practice.post('/:l{(?:sv|en)}/courses/:course/:lesson/answers/:question', async (c) => {
  const { course, lesson, question } = c.req.param()
  const fields = await readForm(c, ['o'])
  const { l: locale, ...named } = AnswerForm.parse(fields)
  const given = givenIn(fields, { tokens: 'o', text: 't', places: 'p.' })
  const sent: SentAnswer = { ...named, course, lesson, question, given, locale }
  try {
    return await answerSent(c, sent)
  } catch (error) {
    if (!(error instanceof SentBack)) throw error
    if (error.goesOn) return goOn(c, sent, error)
    if (wantsFragment(c)) throw error
    return sendBack(c, sent, error)
  }
})

/** The next step of a question that is answered in steps, at an address of its own: going back is going back a step. */
async function goOn(c: Context<App>, sent: SentAnswer, sentBack: SentBack) {
  const { visit } = c.var
  const { course, lesson, question, version } = sent
  const { given = sent.given } = sentBack
  const steps = Array.isArray(given) ? given : []
  if (!wantsFragment(c)) return c.redirect(urls.steps(visit.locale, course, lesson, question, version, ...steps), 303)

  const { view, ...place } = await nextStep(visit, frameOf(c), sent, sentBack)
  return showPage(
    c,
    <QuestionForm frame={frameOf(c)} {...view} {...place} lesson={urls.lesson(visit.locale, course, lesson)} />,
  )
}

function farIn(c: Context<App>): Showing['far'] {
  const question = c.req.query('far')
  const given = AnswerFields.tokens.safeParse(c.req.queries('o') ?? [])
  // More than any question has is no way through it.
  return question === undefined ? undefined : { question, version: c.req.query('v'), given: given.data ?? ['-'] }
}

async function answerSent(c: Context<App>, sent: SentAnswer): Promise<Response> {
  const { visit } = c.var
  if (!visit.learner) {
    const marked = await markAnswer(visit, sent)
    if (visit.learnerUnknown) throw new Refusal('unavailable', 'session cannot be checked')
    return answerStranger(c, marked)
  }

  const answer = await submitAnswer({ ...visit, learner: visit.learner }, sent)
  if (wantsFragment(c)) return answerFragment(c, answer, frameOf(c).t('question.saved'))
  return c.redirect(urls.question(visit.locale, sent.course, sent.lesson, sent.question), 303)
}

/** The question again with all that was given, and what is to be mended. */
async function sendBack(c: Context<App>, sent: SentAnswer, { faults, given = sent.given }: SentBack) {
  const text = Object.values(faults).map((fault) => faultWords(frameOf(c).t, fault))
  const { question, confidence } = sent
  return showLesson(c, { error: { question, given, confidence, text: text.join(' ') } }, 422)
}

async function showLesson(c: Context<App>, showing: Showing, status: 200 | 422 = 200): Promise<Response> {
  const read = await readLesson(c.var.visit, c.req.param('course')!, c.req.param('lesson')!)
  const shown = { ...showing, variant: chosenVariant(c, read.course) }
  return showPage(c, <LessonPage {...await lessonView(c.var.visit, frameOf(c, 'courses'), read, shown)} />, status)
}

/** Signed out, nothing is kept here: the answer's own page is the reply, or its fragment for the script that keeps it. */
async function answerStranger(c: Context<App>, answer: AnswerInCourse): Promise<Response> {
  const { t } = frameOf(c)
  if (wantsFragment(c)) return answerFragment(c, answer, t('question.kept-here'))
  return showLesson(c, { marked: { answer, note: t('question.not-kept') } })
}

async function answerFragment(c: Context<App>, answer: AnswerInCourse, note: string): Promise<Response> {
  const { visit } = c.var
  const { t } = frameOf(c)
  const course = answer.course.id
  const lesson = c.req.param('lesson')!
  const questions = answer.course.lessons.find((entry) => entry.id === lesson)?.questions ?? []
  const view = await answeredView(answer.question, answer, visit)
  const next = urls.question(visit.locale, course, lesson, view.id)
  const { id: question, version } = answer.question
  const voided = voidingOf(answer.course.voided, { question, version })
  return showPage(
    c,
    <QuestionAnswer
      frame={frameOf(c)}
      question={view}
      number={questions.indexOf(view.id) + 1}
      total={questions.length}
      again={urls.lesson(visit.locale, course, lesson)}
      retry={retryAt(visit, { course, lesson }, answer.question)}
      readAgain={readAgainIn(answer.course, lesson, answer.question, visit)}
      note={note}
      confidence={answer.confidence}
      voided={voided && { words: t('question.voided.practice'), reason: voided.reason[visit.locale] }}
      remark={remarkPlace(answer.question, { course, page: lesson, next })}
    />,
  )
}

function wantsFragment(c: Context<App>): boolean {
  return c.req.header('x-fragment') === '1'
}
