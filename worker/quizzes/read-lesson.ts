import type { CourseSummary, Lesson, LessonSummary } from '../../formats/catalogue/catalogue.ts'
import { findCourse, findLesson, loadLesson } from '../courses/find.ts'
import { type CourseProgress, courseProgress } from '../progress/rules.ts'
import { selectLessonsDone } from '../progress/store.ts'
import { isUnavailable } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { selectLatestAnswers } from './store.ts'

type LatestAnswer = ReturnType<typeof selectLatestAnswers>['_']['result'][number]

export interface ReadLesson {
  course: CourseSummary
  summary: LessonSummary
  lesson: Lesson
  progress: CourseProgress
  /** By question id. */
  latest: ReadonlyMap<string, LatestAnswer>
  /** The database could not be reached: the lesson is there, what was done is not. */
  unavailable: boolean
}

/** A lesson with what the learner has done in its course. One round trip, none when signed out. */
export async function readLesson(visit: Visit, courseId: string, lessonId: string): Promise<ReadLesson> {
  const course = findCourse(visit.catalogue, courseId)
  const summary = findLesson(course, lessonId)
  const lesson = await loadLesson(visit.catalogue, courseId, lessonId)
  const { lessons, answers, unavailable } = await readDone(visit, courseId)
  return {
    course,
    summary,
    lesson,
    progress: courseProgress(course, {
      lessons: new Set(lessons.map((row) => row.lesson)),
      questions: new Set(answers.map((answer) => answer.question)),
    }),
    latest: new Map(answers.map((answer) => [answer.question, answer])),
    unavailable,
  }
}

interface ReadDone {
  lessons: { lesson: string }[]
  answers: LatestAnswer[]
  unavailable: boolean
}

async function readDone({ db, learner, learnerUnknown }: Visit, course: string): Promise<ReadDone> {
  if (!learner) return { lessons: [], answers: [], unavailable: learnerUnknown }
  try {
    const [lessons, answers] = await db.batch([
      selectLessonsDone(db, { learner: learner.id, course }),
      selectLatestAnswers(db, { learner: learner.id, course }),
    ])
    return { lessons, answers, unavailable: false }
  } catch (error) {
    if (isUnavailable(error)) return { lessons: [], answers: [], unavailable: true }
    throw error
  }
}
