import { OfBuild } from '../../web/html/of-build.ts'
import { publishedAward } from '../badges/held-award.ts'
import type { AreaView } from '../../web/pages/courses/area-list.tsx'
import type { ResumeView } from '../../web/pages/courses/catalogue-page.tsx'
import type { CourseView } from '../../web/pages/courses/course-row.tsx'
import type { NewsView } from '../../web/components/new-things.tsx'
import type { OpenTestView } from '../../web/components/open-test.tsx'
import type { Translate } from '../../web/messages/translate.ts'
import type { AreaId, Catalogue, CellId, CourseSummary, Locale } from '../../formats/catalogue/catalogue.ts'
import { dayInWords } from '../../formats/day.ts'
import { countNew, type CourseProgress, courseProgress, type Done, newSince, type NewThing } from '../progress/rules.ts'
import { closesAt, hasLapsed } from '../quizzes/rules.ts'
import { urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './store.ts'

export const nothing: Overview = { starts: [], lessons: [], questions: [], completions: [], badges: [], openTests: [] }

export function progressIn(overview: Overview, course: CourseSummary): CourseProgress {
  return courseProgress(course, doneIn(overview, course.id))
}

/** What came after the learner had finished; nothing while the course is not done. */
export function newThingsIn(overview: Overview, course: CourseSummary): NewThing[] {
  const completion = overview.completions.find((row) => row.course === course.id)
  return completion?.earnedOn ? newSince(course, completion.earnedOn, doneIn(overview, course.id)) : []
}

export function newsView(
  overview: Overview,
  course: CourseSummary,
  locale: Locale,
  t: Translate,
): NewsView | undefined {
  const things = newThingsIn(overview, course)
  if (things.length === 0) return undefined

  const links = things.map(({ lesson, isLesson, questions: [first = '', ...others] }) => {
    const title = lesson.title[locale]
    if (isLesson) return { href: urls.lesson(locale, course.id, lesson.id), text: t('course.new.lesson', { title }) }
    return {
      href: urls.question(locale, course.id, lesson.id, first),
      text: t('course.new.questions', { count: others.length + 1, title }),
    }
  })
  return { count: countNew(things), links }
}

function doneIn({ lessons, questions }: Overview, course: string): Done {
  return {
    lessons: new Set(lessons.filter((row) => row.course === course).map((row) => row.lesson)),
    questions: new Set(questions.filter((row) => row.course === course).map((row) => row.question)),
  }
}

const parts = new WeakMap<Overview, Map<string, Overview>>()

/** What of an overview is about one course, undefined for nothing: sorted once, however many courses are asked for. */
function partOf(overview: Overview, course: string): Overview | undefined {
  const known = parts.get(overview) ?? byCourse(overview)
  parts.set(overview, known)
  return known.get(course)
}

function byCourse(overview: Overview): Map<string, Overview> {
  const found = new Map<string, Overview>()
  for (const [name, rows] of Object.entries(overview) as [keyof Overview, { course: string }[]][]) {
    for (const row of rows) {
      const part = found.get(row.course) ?? {
        starts: [],
        lessons: [],
        questions: [],
        completions: [],
        badges: [],
        openTests: [],
      }
      found.set(row.course, part)
      ;(part[name] as { course: string }[]).push(row)
    }
  }
  return found
}

const untouched = new OfBuild<CourseView>()

/** A course of which there is nothing to tell looks the same to everybody, and is one object: what is drawn of it is kept. */
export function courseView(
  course: CourseSummary,
  overview: Overview,
  catalogue: Catalogue,
  reader: Pick<Visit, 'locale' | 'now'>,
): CourseView {
  const part = partOf(overview, course.id)
  if (part) return viewOf(course, part, catalogue, reader)
  return untouched.of(course, reader.locale, () => viewOf(course, nothing, catalogue, reader))
}

function viewOf(
  course: CourseSummary,
  overview: Overview,
  catalogue: Catalogue,
  reader: Pick<Visit, 'locale' | 'now'>,
): CourseView {
  const { locale } = reader
  const progress = progressIn(overview, course)
  const award = publishedAward(overview.badges.find((badge) => badge.course === course.id))
  const { cell } = course.badge
  return {
    id: course.id,
    title: course.title[locale],
    summary: course.summary[locale],
    audience: course.audience[locale],
    href: urls.course(locale, course.id),
    cell,
    area: areaName(catalogue, cell, locale),
    level: catalogue.framework.levels.find(({ id }) => id === levelOf(cell))?.name[locale] ?? '',
    lessons: course.lessons.length,
    minutes: course.minutes,
    lessonsDone: progress.lessonsDone,
    minutesLeft: progress.minutesLeft,
    begun: progress.begun,
    done: overview.completions.some((row) => row.course === course.id),
    openTest: openTestView(overview, course, reader),
    badgeDay: award ? dayInWords(award.day, locale) : undefined,
    steps: course.lessons.map((lesson) => ({ lesson: lesson.id, questions: lesson.questions })),
  }
}

/** The course's badge test that waits to be gone on with, and until when. */
export function openTestView(
  { openTests }: Overview,
  course: CourseSummary,
  { locale, now }: Pick<Visit, 'locale' | 'now'>,
): OpenTestView | undefined {
  const open = openTests.find((test) => test.course === course.id && !hasLapsed(test.openedAt, now))
  return open && { href: urls.attempt(locale, course.id, open.id), until: closesAt(open.openedAt) }
}

export function areaName({ framework }: Catalogue, cell: CellId, locale: Locale): string {
  return framework.areas.find(({ id }) => id === areaOf(cell))?.name[locale] ?? ''
}

export function areaOf(cell: CellId): AreaId {
  return cell.slice(0, 3) as AreaId
}

export function levelOf(cell: CellId): number {
  return Number(cell.slice(4))
}

const withoutBadges = new OfBuild<AreaView[]>()

export function areaViews(catalogue: Catalogue, overview: Overview, locale: Locale): AreaView[] {
  if (overview.badges.length > 0) return areasOf(catalogue, overview, locale)
  return withoutBadges.of(catalogue, locale, () => areasOf(catalogue, nothing, locale))
}

function areasOf({ framework, courses }: Catalogue, overview: Overview, locale: Locale): AreaView[] {
  const held = new Set(overview.badges.filter(publishedAward).map((badge) => badge.course))
  return framework.areas.map((area) => ({
    id: area.id,
    name: area.name[locale],
    question: area.question[locale],
    levels: framework.levels.map(({ id: level, name }) => {
      const there = courses.filter((course) => course.badge.cell === `${area.id}-${level}`)
      const state = there.some((course) => held.has(course.id)) ? 'yours' : there.length > 0 ? 'not-yet' : 'coming'
      return { level, name: name[locale], state }
    }),
  }))
}

/** Where the learner was last, and the exact step to go on with. */
export function resumeView(
  { courses }: Catalogue,
  overview: Overview,
  locale: Locale,
  t: Translate,
): ResumeView | undefined {
  for (const { course: id } of overview.starts) {
    const course = courses.find((entry) => entry.id === id)
    const progress = course && progressIn(overview, course)
    if (!course || !progress?.next) continue
    const { lessonsDone, lessonsTotal, minutesLeft } = progress
    return {
      title: course.title[locale],
      cell: course.badge.cell,
      lessonsDone,
      lessonsTotal,
      minutesLeft,
      ...stepOf(course, progress, locale, t),
    }
  }
  return undefined
}

/** The first lesson of the first course. */
export function beginningOf({ courses: [course] }: Catalogue, locale: Locale): string | undefined {
  const [lesson] = course?.lessons ?? []
  return course && lesson && urls.lesson(locale, course.id, lesson.id)
}

/** The next step of a course, as a link with its words. */
export function stepOf(
  course: CourseSummary,
  { next }: CourseProgress,
  locale: Locale,
  t: Translate,
): { href: string; step: string } {
  if (!next) return { href: urls.badgeTest(locale, course.id), step: t('course.resume.badge') }
  if (!next.question) {
    return {
      href: urls.lesson(locale, course.id, next.lesson),
      step: t('course.resume.lesson', { lesson: next.lessonNumber }),
    }
  }
  return {
    href: urls.question(locale, course.id, next.lesson, next.question),
    step: t('course.resume.question', { question: next.questionNumber, lesson: next.lessonNumber }),
  }
}
