import { Refusal } from '../refusal.ts'
import type { Catalogue, CoursePage, CourseSummary, Lesson, LessonSummary, Question } from '../../formats/catalogue/catalogue.ts'

/** Look-ups by id that end in a refusal rather than in undefined. */
export function findCourse(catalogue: Catalogue, id: string): CourseSummary {
  const course = catalogue.courses.find((entry) => entry.id === id)
  if (!course) throw new Refusal('not-found', 'no such course')
  return course
}

export function findLesson(course: CourseSummary, id: string): LessonSummary {
  const lesson = course.lessons.find((entry) => entry.id === id)
  if (!lesson) throw new Refusal('not-found', 'no such lesson')
  return lesson
}

export async function loadCoursePage(catalogue: Catalogue, course: string): Promise<CoursePage> {
  return catalogue.loadPage(course) ?? nothing('course')
}

export async function loadPool(catalogue: Catalogue, course: string): Promise<Question[]> {
  return catalogue.loadPool(course) ?? nothing('course')
}

export async function loadLesson(catalogue: Catalogue, course: string, lesson: string): Promise<Lesson> {
  return catalogue.loadLesson(course, lesson) ?? nothing('lesson')
}

function nothing(what: string): never {
  throw new Refusal('not-found', `no such ${what}`)
}
