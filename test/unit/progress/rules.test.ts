import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CourseSummary, LessonSummary } from '../../../formats/catalogue/catalogue.ts'
import { countNew, courseProgress, newSince } from '../../../worker/progress/rules.ts'

function lesson(id: string, questions: number): LessonSummary {
  return { id, minutes: 5, questions: Array.from({ length: questions }, (_, i) => `${id}-${i}`) } as LessonSummary
}

const course = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 })
  .map((sizes) => ({ lessons: sizes.map((size, i) => lesson(`l${i}`, size)) }) as CourseSummary)

test('progress is done ∩ required of required, and what is left ends with what is next', () => {
  fc.assert(
    fc.property(course, fc.array(fc.nat(9)), fc.array(fc.tuple(fc.nat(9), fc.nat(4))), (made, done, answered) => {
      const lessons = new Set(done.map((i) => `l${i}`))
      const questions = new Set(answered.map(([i, q]) => `l${i}-${q}`))
      const progress = courseProgress(made, { lessons, questions })

      expect(progress.lessonsTotal).toBe(made.lessons.length)
      expect(progress.lessonsDone).toBe(made.lessons.filter(({ id }) => lessons.has(id)).length)
      expect(progress.minutesLeft).toBe(5 * (progress.lessonsTotal - progress.lessonsDone))
      expect(progress.next?.lesson).toBe(made.lessons.find(({ id }) => !lessons.has(id))?.id)
      if (progress.next?.question) expect(questions.has(progress.next.question)).toBe(false)
    }),
  )
})

test('a learner in the middle of a lesson goes on at its first unanswered question', () => {
  const made = { lessons: [lesson('a', 2), lesson('b', 3)] } as CourseSummary
  const progress = courseProgress(made, { lessons: new Set(['a']), questions: new Set(['b-0', 'b-2']) })
  expect(progress.next).toEqual({ lesson: 'b', lessonNumber: 2, question: 'b-1', questionNumber: 2 })
  expect(progress.begun).toBe(true)
})

const all = (made: CourseSummary) => made.lessons.map(({ id, questions }) => ({ id, questions }))
const nothing = { lessons: new Set<string>(), questions: new Set<string>() }

test('a course that did not change has nothing new, whatever is done in it', () => {
  fc.assert(
    fc.property(course, fc.array(fc.nat(9)), (made, done) => {
      expect(newSince(made, all(made), { ...nothing, lessons: new Set(done.map((i) => `l${i}`)) })).toEqual([])
    }),
  )
})

test('what came and is not done is new: a lesson counts once, a question in an older lesson once', () => {
  fc.assert(
    fc.property(course, fc.nat(6), fc.nat(3), (made, lessons, questions) => {
      const earlier = all(made)
        .slice(0, lessons)
        .map(({ id, questions: own }) => ({ id, questions: own.slice(0, questions) }))
      const added = earlier.flatMap(({ id }, i) =>
        made.lessons[i]!.questions.filter((q) => q.startsWith(id)).slice(questions),
      )
      const things = newSince(made, earlier, nothing)

      expect(countNew(things)).toBe(made.lessons.length - earlier.length + added.length)
      const done = { lessons: new Set(made.lessons.map(({ id }) => id)), questions: new Set(added) }
      expect(newSince(made, earlier, done)).toEqual([])
    }),
  )
})

test('a new lesson and a new question are named; a question that moved is not new, nor is one that went', () => {
  const made = { lessons: [lesson('a', 3), lesson('b', 1), lesson('c', 2)] } as CourseSummary
  const earlier = [
    { id: 'a', questions: ['a-0', 'a-2', 'gone'] },
    { id: 'b', questions: [] },
    { id: 'old', questions: ['b-0'] },
  ]
  const things = newSince(made, earlier, nothing)
  expect(things.map(({ lesson: { id }, isLesson, questions }) => [id, isLesson, questions])).toEqual([
    ['a', false, ['a-1']],
    ['c', true, []],
  ])
  expect(countNew(things)).toBe(2)
})
