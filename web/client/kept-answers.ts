/** An answer that this browser keeps while nobody is signed in, or until it can be sent. */
export interface KeptAnswer {
  id: string
  course: string
  lesson: string
  question: string
  version: string
  tokens: string[]
  at: number
}

export interface CourseSteps {
  lesson: string
  questions: string[]
}

/** The newest answer per question; one more never removes another question's. */
export function withAnswer(kept: readonly KeptAnswer[], answer: KeptAnswer): KeptAnswer[] {
  return [...kept.filter((other) => other.course !== answer.course || other.question !== answer.question), answer]
}

/** What of a text in storage is a list of answers; anything else counts as nothing kept. */
export function parseAnswers(text: string | null): KeptAnswer[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isAnswer) : []
  } catch {
    return []
  }
}

function isAnswer(value: unknown): value is KeptAnswer {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  const texts = ['id', 'course', 'lesson', 'question', 'version'].every((name) => typeof entry[name] === 'string')
  return texts && typeof entry.at === 'number' && Array.isArray(entry.tokens)
}

/** Lessons whose every question has a kept answer. */
export function lessonsDone(steps: readonly CourseSteps[], kept: readonly KeptAnswer[], course: string): string[] {
  const answered = new Set(kept.filter((answer) => answer.course === course).map((answer) => answer.question))
  return steps.filter((step) => step.questions.length > 0 && step.questions.every((q) => answered.has(q))).map((step) => step.lesson)
}

/** The first unanswered question of the first lesson that is not done. Numbers count from 1. */
export function nextStep(steps: readonly CourseSteps[], kept: readonly KeptAnswer[], course: string) {
  const answered = new Set(kept.filter((answer) => answer.course === course).map((answer) => answer.question))
  const lesson = steps.findIndex((step) => step.questions.some((question) => !answered.has(question)))
  const step = steps[lesson]
  if (!step) return undefined

  const question = step.questions.findIndex((id) => !answered.has(id))
  return { lesson: step.lesson, lessonNumber: lesson + 1, question: step.questions[question]!, questionNumber: question + 1, begun: question > 0 }
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
