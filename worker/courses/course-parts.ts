import type { Catalogue, Course } from '../../formats/catalogue/catalogue.ts'

/** Loads a part of a course by its name; undefined for one that does not exist. */
export type LoadPart = (name: string) => Promise<unknown> | undefined

const pageOf = (course: string) => `${course}/page`
const poolOf = (course: string) => `${course}/pool`
const lessonOf = (course: string, lesson: string) => `${course}/lessons/${lesson}`

/**
 * The parts of a course that are loaded by themselves, with their names. A lesson is one part and not one a language: a
 * question is one thing in two languages, and its version is of both.
 */
export function partsOf({ id, about, artefact, artefactVariants, lessons, pool }: Course): [name: string, part: unknown][] {
  return [
    [pageOf(id), { about, artefact, ...(artefactVariants ? { artefactVariants } : {}) }],
    [poolOf(id), pool],
    ...lessons.map((lesson): [string, unknown] => [lessonOf(id, lesson.id), lesson]),
  ]
}

/** A catalogue whose parts come from somewhere: modules, files, or memory. */
export function catalogueOver(list: Pick<Catalogue, 'courses' | 'framework' | 'paths'>, load: LoadPart): Catalogue {
  return {
    ...list,
    loadPage: (course) => load(pageOf(course)) as ReturnType<Catalogue['loadPage']>,
    loadPool: (course) => load(poolOf(course)) as ReturnType<Catalogue['loadPool']>,
    loadLesson: (course, lesson) => load(lessonOf(course, lesson)) as ReturnType<Catalogue['loadLesson']>,
  }
}

/** All of a course, for programs that go through everything. Throws when a part is missing. */
export async function wholeCourse(catalogue: Catalogue, id: string): Promise<Course> {
  const summary = catalogue.courses.find((course) => course.id === id)
  const lessons = summary?.lessons.map((lesson) => catalogue.loadLesson(id, lesson.id)) ?? []
  const [page, pool, ...loaded] = await Promise.all([catalogue.loadPage(id), catalogue.loadPool(id), ...lessons])
  if (!page || !pool || loaded.includes(undefined)) throw new Error(`course ${id} cannot be loaded`)
  return { id, ...page, pool, lessons: loaded.filter((lesson) => lesson !== undefined) }
}
