import { Refusal } from '../refusal.ts'
import type { Catalogue, Course, CourseSummary, Lesson, LessonSummary } from './catalogue.ts'

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

/** The course's own module, imported when first asked for. */
export async function loadCourse(catalogue: Catalogue, id: string): Promise<Course> {
  const loading = catalogue.load(id)
  if (!loading) throw new Refusal('not-found', 'no such course')
  return loading
}

export async function loadLesson(catalogue: Catalogue, course: string, lesson: string): Promise<Lesson> {
  const found = (await loadCourse(catalogue, course)).lessons.find((entry) => entry.id === lesson)
  if (!found) throw new Refusal('not-found', 'no such lesson')
  return found
}
