import { join } from 'node:path'

import { partsOf } from '../../../worker/courses/course-parts.ts'
import type { Compilation } from './compile.ts'
import type { SealedPart } from './seal-parts.ts'

export const catalogueId = 'virtual:catalogue'
export const partPrefix = 'virtual:courses/'
/** A draft's catalogue says so when it has been renewed. */
export const renewedEvent = 'navet:catalogue-renewed'

const courses = join(import.meta.dirname, '../../../worker/courses')
const over = JSON.stringify(join(courses, 'course-parts.ts'))
const opener = JSON.stringify(join(courses, 'open-part.ts'))

/** Source of `virtual:catalogue`: light, with one import per part of a course so that bundlers make a chunk of each. */
export function catalogueModule(compilation: Compilation): string {
  const loaders = compilation.courses
    .flatMap(partsOf)
    .map(([name]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(partPrefix + name)})`)
  return `
import { catalogueOver } from ${over}
const loaders = { ${loaders.join(', ')} }
export const catalogue = catalogueOver(${listOf(compilation)}, (name) =>
  Object.hasOwn(loaders, name) ? loaders[name]().then((module) => module.part) : undefined)
`
}

/** The same where there is more than a script may hold: the parts lie among the assets, and this has what opens them. */
export function sealedCatalogueModule(compilation: Compilation, parts: readonly SealedPart[]): string {
  return `
import { catalogueOver } from ${over}
import { openPart } from ${opener}
const seals = ${literal(Object.fromEntries(parts.map(({ name, file, key }) => [name, [file, key]])))}
export const catalogue = catalogueOver(${listOf(compilation)}, (name) =>
  Object.hasOwn(seals, name) ? openPart(seals[name]) : undefined)
`
}

/**
 * The same for drafts, with every part in one module that takes its own place when it is renewed: whoever imported
 * it holds the one object, which is filled anew.
 */
export function draftCatalogueModule(compilation: Compilation): string {
  return `
import { catalogueOver } from ${over}
const parts = new Map(${literal(compilation.courses.flatMap(partsOf))})
export const catalogue = Object.assign(import.meta.hot?.data.catalogue ?? {}, catalogueOver(${listOf(compilation)}, (name) => {
  const part = parts.get(name)
  return part && Promise.resolve(part)
}))
if (import.meta.hot) {
  import.meta.hot.data.catalogue = catalogue
  import.meta.hot.accept()
  import.meta.hot.send('${renewedEvent}')
}
`
}

/** Source of `virtual:courses/<part>`; undefined for a part that does not exist. */
export function partModule({ courses }: Compilation, name: string): string | undefined {
  const course = courses.find(({ id }) => name.startsWith(`${id}/`))
  const part = course && partsOf(course).find(([other]) => other === name)
  return part && `export const part = ${literal(part[1])}`
}

function listOf({ framework, paths, summaries }: Compilation): string {
  return literal({ framework, paths, courses: summaries })
}

/** JSON.parse of a string starts faster than the same object written out. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}
