import type { Frame } from '../../web/frame.ts'
import { loadLesson } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { answersAt } from './answers-at.ts'
import { stepView } from './step-view.ts'
import type { SentAnswer, SentBack } from './submit-answer.ts'

/** A question that is answered in steps, after those that were sent, with its number in its lesson. No round trip. */
export async function nextStep(visit: Visit, frame: Frame, sent: SentAnswer, { given = sent.given }: SentBack) {
  const { questions } = await loadLesson(visit.catalogue, sent.course, sent.lesson)
  const i = questions.findIndex(({ id }) => id === sent.question)
  const question = questions[i]
  if (!question) throw new Refusal('not-found', 'no such question')
  const view = await stepView(visit, frame, question, { question: question.id, version: sent.version, given })
  return { view, number: i + 1, total: questions.length, action: answersAt(visit, sent, question) }
}
