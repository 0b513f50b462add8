import { compareLessons } from './compare-lessons.ts'
import { compareQuestions } from './compare-questions.ts'
import { compareVoided } from './compare-voided.ts'
import { type CourseEffects, type Effect, failure, notice } from './effects.ts'
import type { CourseOutline } from './outline.ts'

type Courses = ReadonlyMap<string, CourseOutline>

/**
 * Says what becomes of people when courses go from one state to another: of what they did, what is left to do, and
 * their badges. Courses in which nothing changed that anybody meets are left out. Sorted by course; errors first.
 */
export function compareCourses(before: Courses, after: Courses): CourseEffects[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((course) => ({
      course,
      version: { before: before.get(course)?.version, after: after.get(course)?.version },
      effects: errorsFirst(effectsOf(course, before, after)),
    }))
    .filter(({ effects }) => effects.length > 0)
}

function errorsFirst(effects: Effect[]): Effect[] {
  return effects.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

function effectsOf(id: string, before: Courses, after: Courses): Effect[] {
  const [old, now] = [before.get(id), after.get(id)]
  if (!old) return [added(now!)]
  if (!now) return [gone(old, after)]
  if (now.unread.length > 0) return now.unread.map(unread)
  return [
    ...compareLessons(old, now, after),
    ...compareQuestions(old, now),
    ...compareRetired(old, now),
    ...compareVoided(old, now),
    ...compareHead(old, now),
  ]
}

function added({ id, place, lessons, questions }: CourseOutline): Effect {
  const tested = [...questions.values()].filter((question) => question.lesson === undefined).length
  const message = `a new course with ${count(lessons.length, 'lesson')} and ${count(tested, 'badge question')}; nobody has begun it yet`
  return notice('course-added', id, place, message)
}

function gone({ id, place, badge, number }: CourseOutline, after: Courses): Effect {
  const same = [...after.values()].find((course) => course.badge === badge || course.number === number)
  const name = same ? ` It seems to be called ${same.id} now.` : ''
  const message = `the course is gone, but people have done it and hold its badge.${name} A folder's name is the course's id for ever: put the folder ${id} back; to end lessons, list them under retired in its course.yml`
  return failure('course-gone', id, place, message)
}

function unread(place: CourseOutline['place']): Effect {
  const message = 'this cannot be read, so nobody can say what becomes of people; mend what courses:check says first'
  return failure('unread', '', place, message)
}

/** A retired id that is listed no more could be given to something else, and old answers would be taken for its own. */
function compareRetired(before: CourseOutline, { retired, lessons, questions }: CourseOutline): Effect[] {
  const inUse = (id: string) => questions.has(id) || lessons.some((lesson) => lesson.id === id)
  return before.retired.ids
    .filter((id) => !retired.ids.includes(id) && !inUse(id))
    .map((id) =>
      failure('retired-list', id, retired.place, `${id} was retired and is listed no more; put it back under retired`),
    )
}

function compareHead(before: CourseOutline, after: CourseOutline): Effect[] {
  const { id, place } = after
  const effects: Effect[] = []
  if (before.badge && before.badge !== after.badge) {
    const message = `the badge id was ${before.badge} and is ${after.badge}: badges that people hold would lead nowhere; change the id back (names may change freely)`
    effects.push(failure('badge-changed', before.badge, place, message))
  }
  if (String(before.outcomes) !== String(after.outcomes)) {
    const message = `the badge test is now drawn over ${after.outcomes.join(', ')} (before: ${before.outcomes.join(', ')}); badges that people hold stay`
    effects.push(notice('outcomes-changed', id, place, message))
  }
  if (before.version !== after.version) {
    const message = `the course gets a new version (${short(before.version)} → ${short(after.version)}); completions and badges stay on the version they were earned on`
    effects.push(notice('course-version', id, place, message))
  }
  return effects
}

function short(version: string): string {
  return version.slice(0, 8)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
