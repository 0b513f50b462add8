import type { Compilation } from './compile.ts'

export const catalogueId = 'virtual:catalogue'
export const coursePrefix = 'virtual:course/'
/** A draft's catalogue says so when it has been renewed. */
export const renewedEvent = 'navet:catalogue-renewed'

/** Source of `virtual:catalogue`: light, with one import per course so that bundlers make a chunk of each. */
export function catalogueModule({ framework, paths, summaries }: Compilation): string {
  const loaders = summaries.map(({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(coursePrefix + id)})`)
  return `
const loaders = { ${loaders.join(', ')} }
export const catalogue = {
  framework: ${literal(framework)},
  paths: ${literal(paths)},
  courses: ${literal(summaries)},
  load(id) {
    return Object.hasOwn(loaders, id) ? loaders[id]().then((module) => module.course) : undefined
  },
}
`
}

/**
 * The same for drafts, with every course in one module that takes its own place when it is renewed: whoever imported
 * it holds the one object, which is filled anew.
 */
export function draftCatalogueModule({ framework, paths, summaries, courses }: Compilation): string {
  return `
const byId = new Map(${literal(courses)}.map((course) => [course.id, course]))
export const catalogue = Object.assign(import.meta.hot?.data.catalogue ?? {}, {
  framework: ${literal(framework)},
  paths: ${literal(paths)},
  courses: ${literal(summaries)},
  load(id) {
    const course = byId.get(id)
    return course && Promise.resolve(course)
  },
})
if (import.meta.hot) {
  import.meta.hot.data.catalogue = catalogue
  import.meta.hot.accept()
  import.meta.hot.send('${renewedEvent}')
}
`
}

/** Source of `virtual:course/<id>`; undefined for a course that does not exist. */
export function courseModule({ courses }: Compilation, id: string): string | undefined {
  const course = courses.find((entry) => entry.id === id)
  return course && `export const course = ${literal(course)}`
}

/** JSON.parse of a string starts faster than the same object written out. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}
