import { type Effect, failure, notice } from './effects.ts'
import type { CourseOutline, LessonOutline } from './outline.ts'

/** What becomes of people when lessons come, go, or stand in another order. */
export function compareLessons(
  before: CourseOutline,
  after: CourseOutline,
  courses: ReadonlyMap<string, CourseOutline>,
): Effect[] {
  const gone = before.lessons.filter((lesson) => !find(after, lesson.id))
  const added = after.lessons.filter((lesson) => !find(before, lesson.id))
  return [
    ...gone.map((lesson) => goneLesson(lesson, added, after, courses)),
    ...added.map((lesson) => addedLesson(lesson, before)),
    ...compareOrder(before, after),
    ...renamedFiles(before, after),
  ]
}

function find({ lessons }: CourseOutline, id: string): LessonOutline | undefined {
  return lessons.find((lesson) => lesson.id === id)
}

function goneLesson(
  lesson: LessonOutline,
  added: LessonOutline[],
  after: CourseOutline,
  courses: ReadonlyMap<string, CourseOutline>,
): Effect {
  const { id } = lesson
  const { ids, place } = after.retired
  const questions = lesson.questions.filter((question) => !after.questions.has(question))
  const missing = [id, ...questions].filter((name) => !ids.includes(name))
  if (missing.length === 0) {
    const message = `lesson ${id} is retired: who did it keeps what they did, nobody new meets it, and it counts no more in "3 of 5 lessons"`
    return notice('lesson-retired', id, place, message)
  }
  if (ids.includes(id)) {
    const message = `lesson ${id} is retired, but its questions are not listed; list them as well under retired in course.yml: ${missing.join(', ')}`
    return failure('lesson-gone', id, place, message)
  }
  const heir = added.find((other) => isHeir(other, lesson))
  const renamed = heir
    ? ` Its id seems to be ${heir.id} now: an id is for ever, so change it back; title and file name may change freely.`
    : elsewhere(lesson, after.id, courses)
  const message = `lesson ${id} is gone, and people may have done it.${renamed} If it has had its day, list it and its questions under retired in course.yml: ${missing.join(', ')}`
  return failure('lesson-gone', id, heir?.place ?? place, message)
}

/** An id that was changed looks like a lesson gone and another one come. */
function isHeir({ place, questions }: LessonOutline, lesson: LessonOutline): boolean {
  return place.path === lesson.place.path || questions.some((question) => lesson.questions.includes(question))
}

function elsewhere({ id }: LessonOutline, course: string, courses: ReadonlyMap<string, CourseOutline>): string {
  const other = [...courses.values()].find((entry) => entry.id !== course && find(entry, id))
  return other ? ` There is one in ${other.id} now, but what people did belongs to this course and stays here.` : ''
}

function addedLesson({ id, place, questions }: LessonOutline, before: CourseOutline): Effect {
  if (before.retired.ids.includes(id)) {
    return notice('lesson-back', id, place, `lesson ${id} is back: for those who did it before, it is done already`)
  }
  const number = `${questions.length} question${questions.length === 1 ? '' : 's'}`
  const message = `lesson ${id} is new, with ${number}: learners under way have one more lesson to do; those who have completed the course stay so, and are told that there is something new`
  return notice('lesson-added', id, place, message)
}

function compareOrder(before: CourseOutline, after: CourseOutline): Effect[] {
  const order = (from: CourseOutline, to: CourseOutline) =>
    from.lessons.map((lesson) => lesson.id).filter((id) => find(to, id))
  const [old, now] = [order(before, after), order(after, before)]
  const first = now.find((id, i) => id !== old[i])
  if (first === undefined) return []
  const message = `the lessons stand in another order: ${now.join(', ')}; what people did stays done`
  return [notice('lessons-moved', first, find(after, first)!.place, message)]
}

function renamedFiles(before: CourseOutline, after: CourseOutline): Effect[] {
  return after.lessons.flatMap(({ id, place }) => {
    const old = find(before, id)
    if (!old || old.place.path === place.path) return []
    const message = `lesson ${id} has another file name (before: ${old.place.path}); its id and its address stay, so nobody notices`
    return [notice('file-renamed', id, place, message)]
  })
}
