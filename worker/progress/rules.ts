import type { CourseSummary, LessonSummary } from '../../formats/catalogue/catalogue.ts'

/** What one learner has done in one course. */
export interface Done {
  lessons: ReadonlySet<string>
  questions: ReadonlySet<string>
}

interface LessonProgress {
  lesson: LessonSummary
  done: boolean
  /** Questions of the lesson that are answered, right or wrong. */
  answered: number
}

export interface CourseProgress {
  lessons: LessonProgress[]
  lessonsDone: number
  lessonsTotal: number
  minutesLeft: number
  begun: boolean
  /** The exact step to go on with; undefined when every lesson is done. */
  next: { lesson: string; lessonNumber: number; question: string | undefined; questionNumber: number } | undefined
}

/** Done ∩ required, of required: always by the course as it is now. */
export function courseProgress(course: CourseSummary, done: Done): CourseProgress {
  const lessons = course.lessons.map((lesson) => ({
    lesson,
    done: done.lessons.has(lesson.id),
    answered: lesson.questions.filter((question) => done.questions.has(question)).length,
  }))
  const left = lessons.filter((entry) => !entry.done)

  return {
    lessons,
    lessonsDone: lessons.length - left.length,
    lessonsTotal: lessons.length,
    minutesLeft: left.reduce((sum, entry) => sum + entry.lesson.minutes, 0),
    begun: lessons.some((entry) => entry.done || entry.answered > 0),
    next: nextStep(lessons, done),
  }
}

/** What a course consisted of in one of its versions, by id. */
export type CourseContent = readonly { id: string; questions: readonly string[] }[]

/** What came to one lesson: a lesson of its own, or questions in one that was there. */
export interface NewThing {
  lesson: LessonSummary
  isLesson: boolean
  questions: string[]
}

/**
 * What a course got since the version it was completed on and the learner has not done yet. A question that only moved
 * to another lesson is not new.
 */
export function newSince(course: CourseSummary, earnedOn: CourseContent, done: Done): NewThing[] {
  const lessons = new Set(earnedOn.map((lesson) => lesson.id))
  const questions = new Set(earnedOn.flatMap((lesson) => lesson.questions))
  return course.lessons.flatMap((lesson): NewThing[] => {
    if (!lessons.has(lesson.id)) return done.lessons.has(lesson.id) ? [] : [{ lesson, isLesson: true, questions: [] }]
    const added = lesson.questions.filter((question) => !questions.has(question) && !done.questions.has(question))
    return added.length > 0 ? [{ lesson, isLesson: false, questions: added }] : []
  })
}

/** A new lesson is one thing, with whatever questions it has; a new question in an older lesson is one. */
export function countNew(things: readonly NewThing[]): number {
  return things.reduce((sum, { isLesson, questions }) => sum + (isLesson ? 1 : questions.length), 0)
}

function nextStep(lessons: LessonProgress[], done: Done): CourseProgress['next'] {
  const index = lessons.findIndex((entry) => !entry.done)
  const entry = lessons[index]
  if (!entry) return undefined

  const open = entry.lesson.questions.findIndex((question) => !done.questions.has(question))
  return {
    lesson: entry.lesson.id,
    lessonNumber: index + 1,
    question: entry.answered > 0 ? entry.lesson.questions[open] : undefined,
    questionNumber: open + 1,
  }
}
