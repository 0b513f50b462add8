import type { CourseSteps, KeptAnswer } from './kept-answers.ts'

export interface LocalStep {
  lesson: string
  lessonNumber: number
  question: string
  questionNumber: number
  /** Another question of the lesson is answered: the way leads to the question, not to the lesson's beginning. */
  begun: boolean
}

/** Whether this browser holds an answer to any question of the course. */
export function isBegun(kept: readonly KeptAnswer[], course: string): boolean {
  return kept.some((answer) => answer.course === course)
}

/** Lessons whose every question has a kept answer. */
export function lessonsDone(steps: readonly CourseSteps[], kept: readonly KeptAnswer[], course: string): string[] {
  const answered = answeredIn(kept, course)
  return steps
    .filter(({ questions }) => questions.length > 0 && questions.every((id) => answered.has(id)))
    .map((step) => step.lesson)
}

/** The first unanswered question of the first lesson that is not done. Numbers count from 1. */
export function nextStep(
  steps: readonly CourseSteps[],
  kept: readonly KeptAnswer[],
  course: string,
): LocalStep | undefined {
  const answered = answeredIn(kept, course)
  const index = steps.findIndex(({ questions }) => questions.some((id) => !answered.has(id)))
  const step = steps[index]
  if (!step) return undefined

  const open = step.questions.findIndex((id) => !answered.has(id))
  return {
    lesson: step.lesson,
    lessonNumber: index + 1,
    question: step.questions[open]!,
    questionNumber: open + 1,
    begun: step.questions.some((id) => answered.has(id)),
  }
}

function answeredIn(kept: readonly KeptAnswer[], course: string): Set<string> {
  return new Set(kept.filter((answer) => answer.course === course).map((answer) => answer.question))
}

/** `lesson:question,question lesson:…` as the pages print it. */
export function parseSteps(text: string | undefined): CourseSteps[] {
  return (text ?? '')
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [lesson = '', questions = ''] = part.split(':')
      return { lesson, questions: questions.split(',').filter(Boolean) }
    })
}

/** `{done}` and the like, filled in: the words come from the page, in its language. */
export function fill(text: string | undefined, values: Record<string, string | number>): string {
  return (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
