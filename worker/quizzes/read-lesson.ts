import type { CourseSummary, Lesson, LessonSummary } from '../../formats/catalogue/catalogue.ts'
import { selectContacts } from '../companies/details/store.ts'
import { findCourse, findLesson, loadLesson } from '../courses/find.ts'
import { inBatch } from '../db/in-batch.ts'
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
  /** Whom to ask about AI where the learner works; only where the lesson tells them to ask. */
  contacts: Contact[]
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
  const { lessons, answers, contacts, unavailable } = await readDone(visit, courseId, summary)
  return {
    course,
    summary,
    lesson,
    progress: courseProgress(course, {
      lessons: new Set(lessons.map((row) => row.lesson)),
      questions: new Set(answers.map((answer) => answer.question)),
    }),
    contacts,
    latest: new Map(answers.map((answer) => [answer.question, answer])),
    unavailable,
  }
}

type Contact = Awaited<ReturnType<typeof selectContacts>>[number]

interface ReadDone {
  lessons: { lesson: string }[]
  answers: LatestAnswer[]
  contacts: Contact[]
  unavailable: boolean
}

async function readDone(
  { db, learner, learnerUnknown }: Visit,
  course: string,
  { ask }: LessonSummary,
): Promise<ReadDone> {
  const nothing = { lessons: [], answers: [], contacts: [] }
  if (!learner) return { ...nothing, unavailable: learnerUnknown }
  try {
    const { lessons, answers, contacts } = await inBatch(db, {
      lessons: selectLessonsDone(db, { learner: learner.id, course }),
      answers: selectLatestAnswers(db, { learner: learner.id, course }),
      contacts: ask ? [selectContacts(db, learner.id)] : [],
    })
    return { lessons, answers, contacts: contacts.flat(), unavailable: false }
  } catch (error) {
    if (isUnavailable(error)) return { ...nothing, unavailable: true }
    throw error
  }
}
