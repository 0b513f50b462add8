import type { Compilation } from './compile.ts'

export const catalogueId = 'virtual:catalogue'
export const coursePrefix = 'virtual:course/'

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

/** Source of `virtual:course/<id>`; undefined for a course that does not exist. */
export function courseModule({ courses }: Compilation, id: string): string | undefined {
  const course = courses.find((entry) => entry.id === id)
  return course && `export const course = ${literal(course)}`
}

/** JSON.parse of a string starts faster than the same object written out. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}
