import { expect, test } from 'vitest'

import type { KeptAnswer } from '../../../web/client/kept-answers.ts'
import { fill, isBegun, lessonsDone, nextStep, parseSteps } from '../../../web/client/local-steps.ts'

const course = 'granska-svaret'
const steps = parseSteps('why:a,b three:c,d')

function answered(...questions: string[]): KeptAnswer[] {
  return questions.map((question) => ({
    id: question,
    course,
    lesson: 'l',
    question,
    version: 'v',
    tokens: ['t'],
    at: 1,
  }))
}

test('the steps are read as the page prints them, and a page without any has none', () => {
  expect(steps).toEqual([
    { lesson: 'why', questions: ['a', 'b'] },
    { lesson: 'three', questions: ['c', 'd'] },
  ])
  expect(parseSteps(undefined)).toEqual([])
})

test('a lesson is done when all its questions are answered, whatever the order', () => {
  expect(lessonsDone(steps, answered('b'), course)).toEqual([])
  expect(lessonsDone(steps, answered('d', 'c'), course)).toEqual(['three'])
  expect(lessonsDone(steps, answered('a', 'b', 'c', 'd'), course)).toEqual(['why', 'three'])
})

test('answers in another course count for nothing here', () => {
  expect(lessonsDone(steps, answered('a', 'b'), 'ai-utan-hype')).toEqual([])
  expect(isBegun(answered('a'), 'ai-utan-hype')).toBe(false)
  expect(isBegun(answered('a'), course)).toBe(true)
})

test('a lesson without questions is not done by itself', () => {
  expect(lessonsDone([{ lesson: 'empty', questions: [] }], answered('a'), course)).toEqual([])
})

test('the next step is the first open question, and the beginning of a lesson that is not begun', () => {
  expect(nextStep(steps, answered('a', 'b', 'd'), course)).toEqual({
    lesson: 'three',
    lessonNumber: 2,
    question: 'c',
    questionNumber: 1,
    begun: true,
  })
  expect(nextStep(steps, answered('a', 'b'), course)).toMatchObject({ lesson: 'three', begun: false })
  expect(nextStep(steps, answered('a'), course)).toMatchObject({ lesson: 'why', question: 'b', questionNumber: 2 })
})

test('after the last question there is no next step', () => {
  expect(nextStep(steps, answered('a', 'b', 'c', 'd'), course)).toBeUndefined()
})

test('words are filled in by name, and an unknown name stays to be seen', () => {
  expect(fill('{done} av {total}, {other}', { done: 0, total: 5 })).toBe('0 av 5, {other}')
  expect(fill(undefined, {})).toBe('')
})
