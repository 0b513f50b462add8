import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { AnsweredView, QuestionView } from '../../worker/questions/registry.ts'

// What the test of branches has to find: each line asks for a question's type, or for what only some types have.

export function forgets(question: Question, view: QuestionView, told: AnsweredView): unknown {
  const { type } = view
  if (question.type === 'order') return 1
  if ('number' !== type) return 2
  if ('own' in told) return 3
  if (['text', 'number'].includes(question.type)) return 4
  switch (told.type) {
    default:
      return { order: 5, text: 6 }[type as 'order' | 'text']
  }
}
