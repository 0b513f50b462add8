import type { PracticeView } from '../../web/pages/courses/lesson-view.ts'
import type { Frame } from '../../web/frame.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { lessonView } from './lesson-view.ts'
import { readLesson } from './read-lesson.ts'
import type { SentAnswer, SentBack } from './submit-answer.ts'

/** A question that is answered in steps, after those that were sent, with its number in its lesson. */
export async function nextStep(
  visit: Visit,
  frame: Frame,
  sent: SentAnswer,
  { given = sent.given }: SentBack,
): Promise<{ view: PracticeView & { state: 'open' }; number: number; total: number }> {
  const read = await readLesson(visit, sent.course, sent.lesson)
  const { questions } = await lessonView(visit, frame, read, {
    far: { question: sent.question, version: sent.version, given },
  })
  const i = questions.findIndex(({ question }) => question.id === sent.question)
  const view = questions[i]
  if (view?.state !== 'open') throw new Refusal('not-found', 'no such question')
  return { view, number: i + 1, total: questions.length }
}
