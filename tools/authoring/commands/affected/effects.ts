import type { Place } from '../../problems/problem.ts'

/** What a change of the courses does to people, or to nobody. */
export interface Effect {
  kind: EffectKind
  /** `error`: something people have is gone, or means something else, without a word; everything else is told and no more. */
  severity: 'error' | 'notice'
  /** Id of the lesson, question, badge or course it is about. */
  id: string
  place: Place
  message: string
}

type EffectKind =
  | 'course-added'
  | 'course-gone'
  | 'course-version'
  | 'unread'
  | 'badge-changed'
  | 'outcomes-changed'
  | 'pool-changed'
  | 'retired-list'
  | 'lesson-added'
  | 'lesson-gone'
  | 'lesson-retired'
  | 'lesson-back'
  | 'lessons-moved'
  | 'file-renamed'
  | 'question-added'
  | 'question-gone'
  | 'question-retired'
  | 'question-back'
  | 'question-moved'
  | 'question-voided'
  | 'voiding-ended'
  | 'key-changed'
  | 'items-swapped'
  | 'words-changed'
  | 'path-changed'

export interface CourseEffects {
  course: string
  /** undefined: there was, or is, no such course. */
  version: { before: string | undefined; after: string | undefined }
  effects: Effect[]
}

export const notice = (kind: EffectKind, id: string, place: Place, message: string): Effect => ({
  kind,
  severity: 'notice',
  id,
  place,
  message,
})

export const failure = (kind: EffectKind, id: string, place: Place, message: string): Effect => ({
  kind,
  severity: 'error',
  id,
  place,
  message,
})
