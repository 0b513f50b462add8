import { OfBuild } from '../../web/html/of-build.ts'
import type { PathView } from '../../web/pages/courses/path-list.tsx'
import type { PathCourse } from '../../web/pages/courses/path-page.tsx'
import type { StarterPageProps } from '../../web/pages/courses/starter-page.tsx'
import type { Catalogue, LearningPath, Locale, NamedLesson } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './store.ts'
import { courseView, nothing } from './views.ts'

/** How the catalogue shows a path: how many of its steps exist, and how many the learner has done. */
export function pathViews(catalogue: Catalogue, overview: Overview, locale: Locale): PathView[] {
  if (overview.completions.length > 0) return viewsOf(catalogue, overview, locale)
  return withoutCompletions.of(catalogue, locale, () => viewsOf(catalogue, nothing, locale))
}

const withoutCompletions = new OfBuild<PathView[]>()

function viewsOf({ paths, courses }: Catalogue, overview: Overview, locale: Locale): PathView[] {
  const known = new Set(courses.map((course) => course.id))
  const done = new Set(overview.completions.map((row) => row.course))
  return paths.paths.map(({ id, name, description, steps }) => {
    const stepsDone = steps.filter((choice) => choice.some((course) => done.has(course))).length
    return {
      id,
      name: name[locale],
      description: description[locale],
      courses: steps.length,
      there: steps.filter((choice) => choice.some((course) => known.has(course))).length,
      done: stepsDone > 0 ? stepsDone : undefined,
    }
  })
}

export function stepViews(
  { steps }: LearningPath,
  catalogue: Catalogue,
  overview: Overview,
  reader: Pick<Visit, 'locale' | 'now'>,
): PathCourse[][] {
  return steps.map((choice) =>
    choice.map((id) => {
      const course = catalogue.courses.find((entry) => entry.id === id)
      return course
        ? courseView(course, overview, catalogue, reader)
        : { coming: titleOf(id, catalogue, reader.locale) }
    }),
  )
}

/** The first meetings as their leader sees them; undefined where the courses name none. */
export function starterView(catalogue: Catalogue, locale: Locale): Omit<StarterPageProps, 'frame'> | undefined {
  const { starter } = catalogue.paths
  if (!starter) return undefined
  const view = (lesson: NamedLesson) => namedLesson(lesson, catalogue, locale)
  return {
    meetings: starter.meetings.map(({ title, say, lessons, after }) => ({
      title: title[locale],
      say: say[locale],
      lessons: lessons.map((lesson) => ({ ...view(lesson), ask: lesson.ask.map((question) => question[locale]) })),
      after: after.map((thing) => thing[locale]),
    })),
    alone: starter.alone.map(view),
  }
}

function namedLesson({ course, lesson, title }: NamedLesson, catalogue: Catalogue, locale: Locale) {
  const found = catalogue.courses.find(({ id }) => id === course)?.lessons.find(({ id }) => id === lesson)
  return {
    title: (found?.title ?? title)[locale],
    course: titleOf(course, catalogue, locale),
    href: found && urls.lesson(locale, course, lesson),
    minutes: found?.minutes ?? 0,
  }
}

function titleOf(course: string, { courses, paths }: Catalogue, locale: Locale): string {
  const entry = [...courses, ...paths.planned].find(({ id }) => id === course)
  return entry?.title[locale] ?? course
}
