import { expect, test } from 'vitest'

import {
  finishedLessons,
  inParts,
  type KeptAnswer,
  parseAnswers,
  withAnswer,
  withFirsts,
} from '../../../web/client/kept-answers.ts'

function kept(question: string, more: Partial<KeptAnswer> = {}): KeptAnswer {
  const place = { course: 'granska-svaret', lesson: 'three-questions' }
  return { id: `id-${question}`, ...place, question, version: 'v1', tokens: ['t'], at: 1, of: 2, ...more }
}

test('a second answer to a question takes the place of the first, and of no other', () => {
  const answers = [kept('a'), kept('b')].reduce<KeptAnswer[]>(withAnswer, [])
  const after = withAnswer(answers, kept('a', { id: 'new' }))
  expect(after.map(({ id }) => id).toSorted()).toEqual(['id-b', 'new'])
})

test('the first answer to a question stays beside the newest, however often it is answered, and is sent before it', () => {
  const sure = kept('a', { id: 'first', confidence: 'sure' })
  const answers = [sure, kept('a', { id: 'second' }), kept('a', { id: 'third' }), kept('a', { id: 'third' })]
  const after = answers.reduce<KeptAnswer[]>(withAnswer, [])
  expect(after).toEqual([kept('a', { id: 'third', first: sure })])
  expect(withFirsts(after)).toEqual([sure, kept('a', { id: 'third' })])
  expect(withFirsts(parseAnswers(JSON.stringify([{ ...kept('a'), first: { broken: true } }])))).toEqual([kept('a')])
  expect(finishedLessons(after)).toEqual([])
})

test('questions of the same name in two courses are two questions', () => {
  expect(withAnswer([kept('a')], kept('a', { course: 'ai-utan-hype' }))).toHaveLength(2)
})

test.each([null, '', 'x', '{}', 'null', '[1, null, {"id": 1}]', '[{"id": "1"}]'])(
  '%j in storage counts as nothing kept',
  (text) => {
    expect(parseAnswers(text)).toEqual([])
  },
)

test('what was written is read back, and what is broken beside it is left out', () => {
  expect(parseAnswers(JSON.stringify([kept('a'), { broken: true }]))).toEqual([kept('a')])
})

test('what was typed is kept with its language, and a text that is none is left out', () => {
  const typed = kept('a', { tokens: [], text: '3,900', locale: 'en' })
  expect(parseAnswers(JSON.stringify([typed, { ...kept('b'), text: 3900 }]))).toEqual([typed])
})

test('a lesson is finished when it has as many answers as it had questions', () => {
  expect(finishedLessons([kept('a')])).toEqual([])
  expect(finishedLessons([kept('a'), kept('b')])).toEqual(['granska-svaret/three-questions'])
  expect(finishedLessons([kept('a'), kept('c', { lesson: 'other' })])).toEqual([])
})

test('an answer that does not know the size of its lesson finishes nothing', () => {
  const { of: _, ...old } = kept('a')
  expect(finishedLessons([old])).toEqual([])
})

test('many answers go in parts that one request may hold, and none is left behind', () => {
  const answers = Array.from({ length: 250 }, (_, i) => kept(`q${i}`))
  expect(inParts(answers).map((part) => part.length)).toEqual([50, 50, 50, 50, 50])
  expect(inParts(answers).flat()).toEqual(answers)
  expect(inParts([])).toEqual([])
})
